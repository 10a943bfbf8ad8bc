import type { DesktopBridge } from '../../../electron/ipc/contract.ts'
import { problem } from '../../domain/problem.ts'
import { failed } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { Realm } from '../../domain/setup.ts'
import type { Problem } from '../../domain/problem.ts'
import { createCaseAccess } from './case-access.ts'
import { createCaseGateway } from './case-gateway.ts'
import { createJournal } from './journal.ts'
import { createPackSource } from './pack-source.ts'
import { watchNetwork } from './network.ts'
import type { CaseAccess } from '../../ports/case-access.ts'
import type { CaseGateway } from '../../ports/case-gateway.ts'
import type { Journal } from '../../ports/journal.ts'
import type { PackSource } from '../../ports/pack-source.ts'
import type {
  Attention,
  ComputerNews,
  DataKeys,
  PracticeCentre,
  ProblemLog,
  SetupSource,
} from '../../ports/desktop.ts'

export type Desktop = SetupSource & {
  practice: PracticeCentre
  keys: DataKeys
  attention: Attention
  log: ProblemLog
  computer: ComputerNews
  journal: Journal
  caseAccess: CaseAccess
  caseGateway: CaseGateway
  packSource: PackSource
  /** Destroys the realm's keys, journals and credential; what a window has of it is unreadable then. */
  wipe: (realm: Realm) => Promise<Result<undefined, Problem>>
}

/** The main process, as ports. */
export function createDesktop(bridge: DesktopBridge): Desktop {
  const refused = () => failed(problem('desktop-refused'))
  /** For what the agent need not wait for, nor hear of. */
  const tell = (request: Promise<unknown>): void => void request.catch(() => undefined)
  return {
    readSetup: () => bridge.readSetup(),
    saveLanguage: async (language) => {
      await bridge.saveLanguage(language).catch(() => undefined)
    },
    saveAudio: async (choice) => {
      await bridge.saveAudio(choice).catch(() => undefined)
    },
    saveMoodChoices: async (choices) => {
      await bridge.saveMoodChoices(choices).catch(() => undefined)
    },
    practice: {
      start: () => bridge.startPractice().catch(refused),
      onStopped: (listener) => bridge.onPracticeStopped(listener),
    },
    keys: {
      open: (realm) => bridge.openDataKey(realm).catch(refused),
      setAside: (realm) => bridge.setAsideDataKey(realm).catch(refused),
    },
    attention: {
      alert: (kind) => tell(bridge.alertAgent(kind)),
      calm: () => tell(bridge.calmAgent()),
    },
    log: { report: (code) => tell(bridge.reportProblem(code)) },
    computer: {
      onWoke: (listener) => bridge.onComputerWoke(listener),
      onNetwork: watchNetwork,
      onDialAsked: (listener) => bridge.onDialAsked(listener),
    },
    journal: createJournal(bridge),
    caseAccess: createCaseAccess(bridge),
    caseGateway: createCaseGateway(bridge),
    packSource: createPackSource(bridge),
    wipe: (realm) => bridge.wipeRealm(realm).catch(refused),
  }
}
