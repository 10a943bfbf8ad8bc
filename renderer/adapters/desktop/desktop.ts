import type { DesktopBridge } from '../../../electron/ipc/contract.ts'
import { problem } from '../../domain/problem.ts'
import { failed } from '../../domain/result.ts'
import { watchNetwork } from './network.ts'
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
  }
}
