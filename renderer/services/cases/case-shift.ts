import type { CaseNumber } from '../../domain/case.ts'
import type { CaseId } from '../../domain/ids.ts'
import type { CaseAccount, CaseSite, Realm } from '../../domain/setup.ts'
import type { CaseAccess } from '../../ports/case-access.ts'
import type { CaseStore } from '../../ports/case-store.ts'
import type { CaseSystem } from '../../ports/case-system.ts'
import type { ComputerNews } from '../../ports/desktop.ts'
import type { Journal } from '../../ports/journal.ts'
import type { OneWindow } from '../../ports/one-window.ts'
import type { StorageRoom } from '../../ports/storage-room.ts'
import type { Timing } from '../../ports/timing.ts'
import type { CaseStateStore } from '../../state/case-store.ts'
import type { Problems } from '../problems.ts'
import type { Spared } from '../story/spared.ts'

/** What the desk's work with cases needs from outside. */
export interface CaseNeeds {
  readonly store: CaseStore
  readonly journal: Journal
  readonly access: CaseAccess
  readonly systemFor: (user: string, site: CaseSite) => CaseSystem
  readonly oneWindow: OneWindow
  readonly room: StorageRoom
  readonly computer: Pick<ComputerNews, 'onWoke' | 'onNetwork'>
  readonly timing: Timing
  /** 0 to 1. */
  readonly random: () => number
  readonly newId: () => string
  readonly problems: Problems
  readonly state: CaseStateStore
  /** The words for a reply that a restored backup has lost: it is kept as a note, and not sent again. */
  readonly restoredReply: (text: string, sentAt: number) => string
  /**
   * Milliseconds after which a request that was given up can no longer be under way: only then is a note sent once more.
   */
  readonly settleMilliseconds?: number
  /** What must not be forgotten; `undefined` where nobody can say, and then nothing is. */
  readonly spared: () => Promise<Spared | undefined>
  /** Nothing may be written about it now; without an id, about a case that is being begun. */
  readonly isPrivate: (id: CaseId | undefined) => boolean
}

/** Where the desk works with cases in this shift. */
export interface CaseShift {
  readonly realm: Realm
  readonly site: CaseSite
  /** How to sign in; without one, with what the keystore has. */
  account: CaseAccount | undefined
  /** The agent, as the case system calls them; `undefined` before the first sign-in. */
  user: string | undefined
  /** When a session has last ended by itself, epoch milliseconds. */
  endedAt: number | undefined
  /** `undefined` until somebody has signed in. */
  system: CaseSystem | undefined
}

/** Longer than the gateway waits for an answer, and then as long again for a server that is still at it. */
export const settled = 40_000

/** Milliseconds that what has been settled is kept, for the day on which a backup is restored. */
export const keptAfterSettling = 7 * 24 * 3600_000

/** The number that is in the id of a case which the desk has not begun itself (see `foundCaseId` in the adapters). */
export const numberIn = (id: CaseId): CaseNumber | undefined => /^case-(\d+)-/.exec(id)?.[1]
