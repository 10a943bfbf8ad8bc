import type { CaseDesk } from '../../renderer/services/cases/case-desk.ts'
import type { CaseStateStore } from '../../renderer/state/case-store.ts'
import type { Wire } from '../stand-ins/case-system/wire.ts'

/** One window of the desk, with the services as they are. */
export interface DeskWindow {
  readonly owner: string
  readonly desk: Omit<CaseDesk, 'attach'>
  readonly state: CaseStateStore
  readonly wire: Wire
  /** The computer says that there is a network again. */
  readonly network: () => void
  /** Lets go of the disk. */
  readonly close: () => void
  /** The disk did not give what is on it: the agent starts the desk again when there is room. */
  hasFailed: boolean
}
