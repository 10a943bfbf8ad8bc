import * as inspector from 'node:inspector'
import { createRequire } from 'node:module'
import { join } from 'node:path'

import { App } from './imitated/app.ts'
import { AppServer } from './chromium/app-server.ts'
import { findBrowser } from '../../build/browser.ts'
import { Chromium } from './chromium/chromium.ts'
import { parseCommandLine, readAppPackage } from './command-line.ts'
import type { CommandLine } from './command-line.ts'
import { createElectronModule } from './imitated/electron-module.ts'
import { IpcHandlers } from './imitated/ipc-handlers.ts'
import { offerModule } from './offer-module.ts'
import { Permissions } from './imitated/permissions.ts'
import { Schemes } from './chromium/schemes.ts'
import { createDefaultSession } from './imitated/session.ts'
import type { StandIn } from './imitated/stand-in.ts'
import { Targets } from './chromium/targets.ts'
import { UtilityProcesses } from './imitated/utility-process.ts'
import { WindowList } from './imitated/window-list.ts'

const require = createRequire(import.meta.url)

/** Runs an app as `electron <args>` would. */
export function boot(args: readonly string[]): void {
  const commandLine = parseCommandLine(args)
  const node = process.execPath
  const schemes = new Schemes()
  const utilityProcesses = new UtilityProcesses({ node, schemes })
  let chromium: Chromium | undefined

  async function end(exitCode: number): Promise<void> {
    utilityProcesses.killAll()
    await chromium?.close()
    process.exit(exitCode)
  }

  const windows = new WindowList()
  const permissions = new Permissions(schemes)
  const standIn: StandIn = {
    app: new App({
      commandLine,
      package: readAppPackage(commandLine.appPath),
      windows,
      node,
      end: (exitCode) => void end(exitCode),
    }),
    schemes,
    server: new AppServer(schemes),
    permissions,
    handlers: new IpcHandlers(),
    windows,
    record: { notifications: [], log: [] },
    session: createDefaultSession(permissions, () => join(profileOf(standIn.app), 'Default')),
    targets: undefined,
  }
  const { app } = standIn
  process.on('exit', () => {
    utilityProcesses.killAll()
    chromium?.kill()
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())

  imitateProcess(args)
  offerModule(createElectronModule(standIn, utilityProcesses))
  if (commandLine.inspectPort !== undefined) inspector.open(commandLine.inspectPort, '127.0.0.1')
  for (const module of commandLine.modules) require(module)
  require(readAppPackage(commandLine.appPath).main)
  if (App.hasEnded(app)) return

  // Only now has the app registered its schemes and appended its switches.
  void startBrowser(standIn, commandLine).then((started) => {
    chromium = started
    standIn.record.log.push({ what: 'browser.start', with: [started.startedAt] })
    if (App.hasEnded(app)) started.kill()
    else App.becomeReady(app)
  })
}

/** The browser's own folder, inside the app's. */
const profileOf = (app: App): string => join(app.getPath('userData'), 'Chromium')

/** What an app reads of `process` to know that it runs in Electron's main process. */
function imitateProcess(args: readonly string[]): void {
  const executable = join(import.meta.dirname, 'electron')
  const { version } = require('electron/package.json') as { version: string }
  Object.defineProperty(process.versions, 'electron', { value: version, enumerable: true })
  Object.assign(process, { type: 'browser', defaultApp: true, execPath: executable })
  process.argv = [executable, ...args]
}

async function startBrowser(standIn: StandIn, { switches }: CommandLine): Promise<Chromium> {
  const { app, server, permissions } = standIn
  const binary = findBrowser()
  if (binary === undefined)
    throw new Error('stand-in: this machine has no Chromium: install one, or name it in FOYER_BROWSER')
  const headed = hasScreen() && (process.env['STANDIN_HEADLESS'] ?? '') === ''
  const chromium = await Chromium.start(binary, {
    profile: profileOf(app),
    headed,
    throttled: (process.env['STANDIN_THROTTLE_HIDDEN'] ?? '') !== '',
    locale: app.getLocale(),
    hostRules: await server.start(),
    switches,
  })
  const { browser } = chromium.cdp
  const [{ product }, targets] = await Promise.all([
    browser.send('Browser.getVersion'),
    Targets.watch(chromium, headed),
    permissions.denyAll(browser),
  ])
  standIn.targets = targets
  Object.defineProperty(process.versions, 'chrome', { value: product.replace(/^.*\//, ''), enumerable: true })
  void chromium.ended.then((cleanly) => {
    if (!cleanly) console.error(`stand-in: the browser crashed:\n${chromium.lastWords()}`)
    // Its windows went with it, whoever ended it: the user, a signal to the whole group, or a crash.
    if (cleanly) targets.endAll()
    app.exit(cleanly ? 0 : 1)
  })
  return chromium
}

function hasScreen(): boolean {
  return process.platform !== 'linux' || ['DISPLAY', 'WAYLAND_DISPLAY'].some((name) => process.env[name])
}
