import { withEntries } from './apply-edit.ts'
import { dueAt, here, oneOf } from './case.ts'
import type { Case, Standing } from './case.ts'
import { isUnderWay, needsAgent } from './outbox.ts'
import type { OutboxEntry } from './outbox.ts'
import { isDue, promisesIn } from './promise.ts'
import type { Promised } from './promise.ts'
import type { CaseId } from './ids.ts'
import type { EventId } from './case-event.ts'

/** A case as it is kept on this computer. */
export interface CaseRecord {
  readonly id: CaseId
  /** Counts the times that it was stored: whoever stores it says which one they had read. 0 for a new one. */
  readonly version: number
  /** As the case system last told it; for a case that it has not seen, as it was begun. */
  readonly server: Case
  /** With everything that is under way from here: what the screen shows and the lists sort. */
  readonly current: Case
  readonly standing: Standing
  readonly active: boolean
  readonly pinned: boolean
  /** When the agent last opened it here, epoch milliseconds; 0 for never. */
  readonly openedAt: number
  /** The last event of the history that is kept here; `undefined` while none is. */
  readonly historyTo: EventId | undefined
  /** How many entries are on their way, and how many wait for the agent. */
  readonly underWay: number
  readonly needsAgent: number
  /** Promises that the history tells of and that are not kept yet. */
  readonly told: readonly Promised[]
  /** The same, with what is on its way from here. */
  readonly promises: readonly Promised[]
}

export interface Around {
  readonly entries: readonly OutboxEntry[]
  /** The statuses in which nothing is left to do. */
  readonly inactive: readonly string[]
}

/** The record once more, after the case system told something or something was written here. */
export function recordWith(record: CaseRecord, { entries, inactive }: Around): CaseRecord {
  const current = withEntries(record.server, entries)
  return {
    ...record,
    current,
    active: record.standing.kind === 'here' && !inactive.includes(oneOf(current, 'status') ?? ''),
    underWay: entries.filter(isUnderWay).length,
    needsAgent: entries.filter(needsAgent).length,
    promises: promisesIn(entries.filter(isUnderWay).flatMap(asTold), record.told).filter(isDue),
  }
}

export const recordOf = (server: Case): CaseRecord => ({
  ...{ id: server.id, version: 0, server, current: server, standing: here, active: true },
  ...{ pinned: false, openedAt: 0, historyTo: undefined, underWay: 0, needsAgent: 0, told: [], promises: [] },
})

const asTold = ({ edit, writtenAt }: OutboxEntry) =>
  edit.kind === 'note' ? [{ kind: edit.kind, text: edit.text, at: writtenAt }] : []

/** Lists of cases that every desk has. */
export const caseViews = ['mine', 'team', 'due', 'promises', 'unsent', 'pinned'] as const
export type CaseView = (typeof caseViews)[number]

/** The soonest open promise or call-back (epoch milliseconds). */
export const nextPromise = ({ promises }: CaseRecord): number | undefined =>
  promises.length === 0 ? undefined : Math.min(...promises.map((one) => one.dueAt))

type Place = (record: CaseRecord, user: string) => number | undefined

const newest = ({ current }: CaseRecord): number => -current.updatedAt

const places: Readonly<Record<CaseView, Place>> = {
  mine: (record, user) =>
    record.active && oneOf(record.current, 'owner') === user ? newest(record) : undefined,
  team: (record) => (record.active ? newest(record) : undefined),
  due: (record) => (record.active ? dueAt(record.current) : undefined),
  promises: nextPromise,
  unsent: (record) => (record.underWay + record.needsAgent > 0 ? newest(record) : undefined),
  pinned: (record) => (record.pinned ? newest(record) : undefined),
}

/** What puts a case in a list, and where in it; `undefined` for a list that it is not in. Smaller comes first. */
export const placeIn = (view: CaseView, record: CaseRecord, user: string): number | undefined =>
  places[view](record, user)
