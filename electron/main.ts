import { randomInt, randomUUID } from 'node:crypto'
import { join } from 'node:path'

import { app, dialog, safeStorage, session } from 'electron'
import type { BrowserWindow } from 'electron'

import { preferredLanguage } from '../renderer/domain/language.ts'
import { problem } from '../renderer/domain/problem.ts'
import { practiceRealm } from '../renderer/domain/setup.ts'
import type { Realm } from '../renderer/domain/setup.ts'
import { sayIn } from '../renderer/words/say.ts'
import { CaseCredentials } from './case-credentials.ts'
import type { CaseWeb } from './case-exchange.ts'
import { CaseGateway } from './case-gateway.ts'
import { readConfiguration } from './configuration.ts'
import { collectDialLinks } from './dial-links.ts'
import { caseServerOf, handlersOf } from './handlers.ts'
import type { FactName, Facts } from './ipc/contract.ts'
import { serve } from './ipc/serve.ts'
import { Journals } from './journal.ts'
import { createLog } from './log.ts'
import { mendDatabases } from './mend-databases.ts'
import type { Log } from './log.ts'
import { setMenu } from './menu.ts'
import { builtInPacks } from './built-in-packs.ts'
import { lockNavigation } from './navigation.ts'
import { createNotices } from './notices.ts'
import { watchPower } from './power.ts'
import { appOrigin } from './origin.ts'
import { guardPermissions } from './permissions.ts'
import { createPractice, reserveLoopbackPort } from './practice.ts'
import type { PracticeNeeds } from './practice.ts'
import { withCases } from './practice-cases.ts'
import type { PracticeWithCases } from './practice-cases.ts'
import { Packs } from './packs.ts'
import type { PackSource } from './packs.ts'
import { registerAppScheme, serveApp } from './protocol.ts'
import { reachable } from './reachable.ts'
import type { PracticePorts } from './reachable.ts'
import { Secrets } from './secrets.ts'
import type { Settings } from './settings.ts'
import { bringForward, openWindow } from './window.ts'

/** Composition root of the main process. Bundled to out/main, beside out/renderer and out/centre. */
const built = join(__dirname, '..')

registerAppScheme()
app.enableSandbox()
// The practice centre's sound comes over loopback, on a machine that may have no other network.
app.commandLine.appendSwitch('allow-loopback-in-peer-connection')
// On a shared connection Chromium may send a request twice by itself (see case-exchange.ts).
app.commandLine.appendSwitch('disable-http2')
app.commandLine.appendSwitch('disable-quic')

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
  const ports = { telephone: await reserveLoopbackPort(), chat: await reserveLoopbackPort() }
  const sockets = reachable(ports, centres)
  let window: BrowserWindow | undefined
  const tell = <N extends FactName>(name: N, fact: Facts[N]): void => window?.webContents.send(name, fact)

  lockNavigation(app, log)
  guardPermissions(session.defaultSession, sockets, log)
  serveApp(join(built, 'renderer'), sockets)
  setMenu(process.platform)

  const keystoreProblems = prepareKeystore()
  const practice = createPractice({
    module: join(built, 'centre', 'centre.cjs'),
    order: practiceOrder(ports, drawn),
    log,
    onStopped: () => tell('practiceStopped', undefined),
  })
  const practiceCases = withCases(practice)
  const kept = keep({ folder, log, settings: configuration.settings, practice: practiceCases })
  const notices = createNotices({
    window: () => window,
    language: configuration.language,
  })

  const version = app.getVersion()
  const parts = { version, configuration, practice: practiceCases, notices, keystoreProblems, log, ...kept }
  serve(handlersOf(parts), log)
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', () => {
    practice.stop()
    void kept.journals.close()
  })
  app.on('second-instance', () => window && bringForward(window))
  watchPower(() => tell('computerWoke', undefined))
  const { storagePath } = session.defaultSession
  if (storagePath !== null) await mendDatabases(join(storagePath, 'IndexedDB'), log)
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

interface KeptNeeds {
  readonly folder: string
  readonly log: Log
  readonly settings: Settings
  readonly practice: PracticeWithCases
}

/** What keeps something of a realm on this side: its key, its journal, its way into the case system. */
function keep({ folder, log, settings, practice }: KeptNeeds) {
  const keystore = safeStorage
  const secrets = new Secrets({ keystore, folder: join(folder, 'keys'), log, now: () => new Date() })
  const openKey = (realm: Realm) => secrets.open(realm)
  const journals = new Journals({ folder: join(folder, 'journal'), openKey, log })
  const cases = new CaseGateway({
    web: caseWeb(),
    serverOf: (realm) => (realm === practiceRealm ? practice.caseServer() : caseServerOf(settings, realm)),
    credentials: new CaseCredentials({ keystore, folder: join(folder, 'accounts'), log }),
    userAgent: `Foyer/${app.getVersion()}`,
    log,
  })
  const packs = new Packs({
    folder: join(folder, 'packs'),
    sourcesOf: packSources(settings),
    web: session.fromPartition('packs', { cache: false }),
    now: () => Date.now(),
    log,
  })
  return { secrets, journals, cases, packs }
}

/** Practice has the packs that come with Foyer, or those that somebody is writing. */
function packSources({ centres, practice }: Settings): (realm: Realm) => readonly PackSource[] {
  const ofPractice = practice.knowledge ?? builtInPacks(join(built, 'packs'))
  return (realm) =>
    realm === practiceRealm ? ofPractice : (centres.find(({ id }) => id === realm)?.knowledge ?? [])
}

/** In memory alone: nothing of a case, and no cookie, is left in the browser's folder. */
function caseWeb(): CaseWeb {
  const partition = session.fromPartition('cases', { cache: false })
  return {
    fetch: (url, init) => partition.fetch(url, init),
    forgetCookies: () => partition.clearStorageData(),
  }
}

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
  { telephone, chat }: PracticePorts,
  { seed, pauseSeconds, chatPauseSeconds }: Settings['practice'],
): PracticeNeeds['order'] => ({
  port: telephone,
  chatPort: chat,
  origin: appOrigin,
  seed: seed ?? randomInt(0x100000000),
  pauseSeconds,
  ...(chatPauseSeconds && { chatPauseSeconds }),
  ...(seed === undefined && { secondCalls }),
})
