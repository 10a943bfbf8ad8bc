import { createStore } from 'zustand/vanilla'

import type { CaseEvent } from '../domain/case-event.ts'
import type { CaseQueue } from '../domain/case-field.ts'
import type { CaseRecord, CaseView } from '../domain/case-record.ts'
import type { EntryId, InteractionId } from '../domain/ids.ts'
import type { OutboxEntry } from '../domain/outbox.ts'

/** How the desk stands with the case system. Times are epoch milliseconds. */
export type CaseLinkState =
  /** This centre has none. */
  | { readonly kind: 'none' }
  | { readonly kind: 'up' }
  | { readonly kind: 'down'; readonly since: number; readonly retryAt: number | undefined }
  /** It wants to know again who the agent is; what is written here waits. */
  | { readonly kind: 'signed-out' }

/** What the desk is doing with the case system at this moment, for a progress bar that can be stopped. */
export interface CaseProgress {
  readonly what: 'fetching' | 'sending' | 'searching'
  readonly done: number
  /** `undefined` while nobody knows how much there is. */
  readonly of: number | undefined
}

/** The list that is shown. */
export interface CaseListState {
  readonly show:
    { readonly kind: 'view'; readonly view: CaseView } | { readonly kind: 'search'; readonly text: string }
  readonly records: readonly CaseRecord[]
  readonly loading: boolean
  readonly more: boolean
}

/** The case that is open. */
export interface OpenCase {
  readonly record: CaseRecord
  /** Oldest first. */
  readonly events: readonly CaseEvent[]
  /** What was written here about it: open ones, and those that were settled in the last days. In order. */
  readonly entries: readonly OutboxEntry[]
  /** The last thing that was written, on its way to the disk of this computer, on it, or not. */
  readonly saved: 'saved' | 'saving' | 'unsaved'
}

/** What is in a form and was not handed in yet, by the draft's id. */
export type Drafts = ReadonlyMap<string, Readonly<Record<string, string>>>

/** The cases of the customer in hand. */
export interface CasesInHand {
  readonly page: InteractionId
  readonly records: readonly CaseRecord[]
  readonly loading: boolean
}

export interface CaseState {
  readonly link: CaseLinkState
  readonly progress: CaseProgress | undefined
  /** The agent as the case system knows them. */
  readonly user: string | undefined
  readonly queues: readonly CaseQueue[]
  readonly counts: { readonly cases: number; readonly underWay: number; readonly needsAgent: number }
  readonly list: CaseListState
  readonly open: OpenCase | undefined
  readonly inHand: CasesInHand | undefined
  /** Promises and call-backs whose time has come, or comes today. */
  readonly due: readonly CaseRecord[]
  /** Every entry for which the agent has to decide something, with its case. */
  readonly questions: readonly { readonly record: CaseRecord; readonly entry: OutboxEntry }[]
  readonly drafts: Drafts
  /** The last thing that can be taken back with one key. */
  readonly undoable: EntryId | undefined
  /** What the database takes of the room that it has, 0 to 1; `undefined` where the browser does not say. */
  readonly room: number | undefined
  /** A sign-in to the case system is asked for: nobody is signed in, or not any more. */
  readonly asking:
    { readonly kind: 'password' | 'token'; readonly user: string; readonly busy: boolean } | undefined
}

export const noCases: CaseState = {
  link: { kind: 'none' },
  progress: undefined,
  user: undefined,
  queues: [],
  counts: { cases: 0, underWay: 0, needsAgent: 0 },
  list: { show: { kind: 'view', view: 'mine' }, records: [], loading: false, more: false },
  open: undefined,
  inHand: undefined,
  due: [],
  questions: [],
  drafts: new Map(),
  undoable: undefined,
  room: undefined,
  asking: undefined,
}

export const createCaseStore = () => createStore<CaseState>(() => noCases)

export type CaseStateStore = ReturnType<typeof createCaseStore>

/** The queue of a case, as far as the desk knows it. */
export const queueNamed = (
  { queues }: Pick<CaseState, 'queues'>,
  name: string | undefined,
): CaseQueue | undefined => queues.find((queue) => queue.name === name)
