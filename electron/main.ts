import { randomInt, randomUUID } from 'node:crypto'
import { join } from 'node:path'

import { app, dialog, safeStorage, session } from 'electron'
import type { BrowserWindow } from 'electron'

import { preferredLanguage } from '../renderer/domain/language.ts'
import { problem } from '../renderer/domain/problem.ts'
import type { Problem } from '../renderer/domain/problem.ts'
import type { LiveCentre } from '../renderer/domain/setup.ts'
import { sayIn } from '../renderer/words/say.ts'
import { readConfiguration } from './configuration.ts'
import type { Configuration } from './configuration.ts'
import { collectDialLinks } from './dial-links.ts'
import type { FactName, Facts } from './ipc/contract.ts'
import { serve } from './ipc/serve.ts'
import type { Handlers } from './ipc/serve.ts'
import { createLog } from './log.ts'
import type { Log } from './log.ts'
import { setMenu } from './menu.ts'
import { lockNavigation } from './navigation.ts'
import { createNotices } from './notices.ts'
import type { Notices } from './notices.ts'
import { watchPower } from './power.ts'
import { appOrigin } from './origin.ts'
import { guardPermissions } from './permissions.ts'
import { createPractice, reserveLoopbackPort } from './practice.ts'
import type { Practice, PracticeNeeds } from './practice.ts'
import { registerAppScheme, serveApp } from './protocol.ts'
import { Secrets } from './secrets.ts'
import type { Settings } from './settings.ts'
import { bringForward, openWindow } from './window.ts'

/** Composition root of the main process. Bundled to out/main, beside out/renderer and out/centre. */
const built = join(__dirname, '..')

registerAppScheme()
app.enableSandbox()
// The practice centre's sound comes over loopback, on a machine that may have no other network.
app.commandLine.appendSwitch('allow-loopback-in-peer-connection')

const dialLinks = collectDialLinks(app, process.argv)

if (app.requestSingleInstanceLock()) void app.whenReady().then(open).catch(giveUp)
else app.quit()

/** A desk that cannot open must say so, and must not hold the lock that keeps the next try from opening. */
function giveUp(error: unknown): void {
  const { name, message } = error instanceof Error ? error : new Error('unknown')
  const say = sayIn(preferredLanguage(app.getPreferredSystemLanguages()))
  dialog.showErrorBox(say('app.name'), `${say('app.unopened')}\n\n${name}: ${message}`)
  app.exit(1)
}

async function open(): Promise<void> {
  const folder = app.getPath('userData')
  const log = createLog(join(folder, 'logs', 'foyer.log'), () => new Date())
  const systemLanguages = app.getPreferredSystemLanguages()
  const configuration = readConfiguration({ folder, systemLanguages, log, newId: randomUUID })
  const { centres, practice: drawn } = configuration.settings
  const port = await reserveLoopbackPort()
  const sockets = [`ws://127.0.0.1:${port}`, ...centres.flatMap(({ telephony }) => telephony.servers)]
  let window: BrowserWindow | undefined
  const tell = <N extends FactName>(name: N, fact: Facts[N]): void => window?.webContents.send(name, fact)

  lockNavigation(app, log)
  guardPermissions(session.defaultSession, sockets, log)
  serveApp(join(built, 'renderer'), sockets)
  setMenu(process.platform)

  const keystoreProblems = prepareKeystore()
  const secrets = new Secrets({
    keystore: safeStorage,
    folder: join(folder, 'keys'),
    log,
    now: () => new Date(),
  })
  const practice = createPractice({
    module: join(built, 'centre', 'centre.cjs'),
    order: practiceOrder(port, drawn),
    log,
    onStopped: () => tell('practiceStopped', undefined),
  })
  const notices = createNotices({
    window: () => window,
    language: configuration.language,
  })

  serve(handlersOf({ configuration, practice, secrets, notices, keystoreProblems, log }), log)
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', () => practice.stop())
  app.on('second-instance', () => window && bringForward(window))
  watchPower(() => tell('computerWoke', undefined))
  window = openWindow(__dirname)
  // The page keeps a link that comes before the sign-in until somebody may call.
  window.webContents.once('did-finish-load', () => dialLinks.follow((link) => tell('dialAsked', link)))
  window.on('closed', () => (window = undefined))
  // What was written is on the disk: the page comes back with it under "To finish".
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log.write('window-gone', { reason })
    if (reason !== 'clean-exit') window?.webContents.reload()
  })
}

interface Parts {
  readonly configuration: Configuration
  readonly practice: Practice
  readonly secrets: Secrets
  readonly notices: Notices
  readonly keystoreProblems: readonly Problem[]
  readonly log: Log
}

/** The contract, answered by the parts. */
const handlersOf = ({
  configuration,
  practice,
  secrets,
  notices,
  keystoreProblems,
  log,
}: Parts): Handlers => ({
  readSetup: () => ({
    version: app.getVersion(),
    language: configuration.language(),
    centres: configuration.settings.centres.map(liveCentre),
    instanceId: configuration.instanceId,
    audio: configuration.audio(),
    problems: [...configuration.problems, ...keystoreProblems],
  }),
  saveLanguage: (language) => {
    configuration.saveLanguage(language)
  },
  saveAudio: (audio) => {
    configuration.saveAudio(audio)
  },
  startPractice: () => practice.start(),
  openDataKey: (realm) => secrets.open(realm),
  setAsideDataKey: (realm) => secrets.setAside(realm),
  alertAgent: (kind) => {
    notices.alert(kind)
  },
  calmAgent: () => {
    notices.calm()
  },
  reportProblem: (code) => {
    log.write('problem-shown', { problem: code })
  },
})

/** What is not in the settings, said so. */
const liveCentre = ({ dialling, wrapUpSeconds, ...centre }: Settings['centres'][number]): LiveCentre => ({
  ...centre,
  dialling: { country: dialling.country, echo: dialling.echo },
  wrapUpSeconds,
})

/** Without a keystore of its own (some Linux desktops) the system can only obscure the keys: the agent is told. */
function prepareKeystore() {
  const weak = process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text'
  if (weak) safeStorage.setUsePlainTextEncryption(true)
  return weak ? [problem('keystore-weak')] : []
}

/** In one call out of five somebody else calls meanwhile. */
const secondCalls = 0.2

/**
 * A seed in the settings makes every shift of practice the same, call after call; otherwise each start differs, and
 * second calls come.
 */
const practiceOrder = (
  port: number,
  { seed, pauseSeconds }: Settings['practice'],
): PracticeNeeds['order'] => ({
  port,
  origin: appOrigin,
  seed: seed ?? randomInt(0x100000000),
  pauseSeconds,
  ...(seed === undefined && { secondCalls }),
})
