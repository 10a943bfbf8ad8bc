import { isLater } from '../../domain/case-event.ts'
import type { CaseEvent, EventId } from '../../domain/case-event.ts'
import { here, laterOf } from '../../domain/case.ts'
import type { Case, CaseNumber } from '../../domain/case.ts'
import { recordOf } from '../../domain/case-record.ts'
import type { CaseRecord } from '../../domain/case-record.ts'
import type { CaseId, EntryId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/outbox.ts'
import { promisesIn } from '../../domain/promise.ts'
import { writtenAfterShared } from '../../domain/shared-history.ts'
import type { CaseStore } from '../../ports/case-store.ts'
import type { CaseSystem, Found, Unanswered } from '../../ports/case-system.ts'
import type { CaseProgress } from '../../state/case-store.ts'
import type { CaseBook } from './case-book.ts'
import { numberIn } from './case-shift.ts'
import type { InTurn } from './in-turn.ts'
import { createFetchAll } from './fetch-all.ts'
import type { Fetched, Named, Reading } from './fetched.ts'
import { isAmiss } from './sent-amiss.ts'

/** A case that is asked for, with what is kept of it. */
interface Held {
  readonly number: CaseNumber
  readonly record: CaseRecord | undefined
  readonly how: Reading
}

const standingOf: Partial<Record<Refusal, 'deleted' | 'forbidden'>> = {
  gone: 'deleted',
  forbidden: 'forbidden',
}

export interface FetchingNeeds {
  readonly store: CaseStore
  readonly book: CaseBook
  readonly system: () => CaseSystem | undefined
  /** The agent, as the case system calls them. */
  readonly user: () => string | undefined
  readonly remoteTurn: InTurn<CaseId>
  /** Every answer says something about the link. */
  readonly heard: (answer: { readonly kind: 'answer' } | Unanswered) => void
  /** A case has not come as far as it had before: answers come in order, so it has gone back. */
  readonly onEarlier: () => void
  readonly onProgress: (progress: CaseProgress | undefined) => void
}

export interface CaseFetching {
  /** Reads a case and what is new in its history. */
  fetch(number: CaseNumber, how?: Reading): Promise<Fetched>
  /**
   * Many, a few at a time, with those that they were merged into. Gives those that could not be understood, or `lost` when
   * the link or the disk failed on the way.
   */
  fetchAll(numbers: readonly Named[], how?: Reading): Promise<readonly Named[] | 'lost'>
  /** By the desk's own id, where the number is not known any more. */
  find(id: CaseId, how?: Reading): Promise<Fetched>
  /** The case system does not know this case any more, and its number is another's. */
  disown(id: CaseId): Promise<void>
  /** Ends `fetchAll` after the cases that are under way. */
  stop(): void
}

/** Brings single cases up to what the case system says. */
export function createCaseFetching(needs: FetchingNeeds): CaseFetching {
  const { store, book } = needs

  async function fetch(number: CaseNumber, how: Reading = {}): Promise<Fetched> {
    const system = needs.system()
    const held = await store.byNumber(number)
    if (!held.ok) return { kind: 'unstored' }
    if (!system) return { kind: 'unanswered', why: 'signed-out' }
    const key = held.value?.id ?? (number as CaseId)
    return needs.remoteTurn(key, () => read(system, { number, record: held.value, how }))
  }

  async function find(id: CaseId, how?: Reading): Promise<Fetched> {
    const held = await store.case(id)
    const number = held.ok ? (held.value?.server.number ?? numberIn(id)) : undefined
    if (number !== undefined) return fetch(number, how)
    const numbers = await needs.system()?.list({ kind: 'client-id', id }, 1)
    if (numbers?.kind !== 'answer') return { kind: 'unanswered', why: numbers?.kind ?? 'signed-out' }
    const [first] = numbers.value
    return first === undefined ? neverMade(id) : fetch(first, how)
  }

  /** The case system had it, if the journal says so, and has it no more. */
  async function neverMade(id: CaseId): Promise<Fetched> {
    const known = await book.read(id)
    const wasSent = known.ok && known.value.entries.some(({ state }) => state.kind === 'sent')
    return forgotten(wasSent ? known.value.record : undefined)
  }

  async function read(system: CaseSystem, held: Held): Promise<Fetched> {
    const { number, record } = held
    const found = await system.case(number)
    needs.heard(found)
    if (found.kind !== 'answer') return unseen(found, record)
    if (found.value.kind === 'absent') return forgotten(record)
    if (found.value.kind !== 'here') return record ? stands(record, found.value) : { kind: 'absent' }
    const server = found.value.case
    // After a restored backup the number may have been given to another case.
    if (record && record.id !== server.id) await disown(record.id)
    return readHistory(system, server, held)
  }

  /** What is refused for good says where the case is; the rest is no answer. */
  function unseen(answer: Unanswered, record: CaseRecord | undefined): Promise<Fetched> | Fetched {
    const kind = answer.kind === 'refused' ? standingOf[answer.why] : undefined
    if (!kind) return { kind: 'unanswered', why: answer.kind }
    return record ? stands(record, { kind }) : { kind: 'absent' }
  }

  async function readHistory(system: CaseSystem, server: Case, held: Held): Promise<Fetched> {
    const { number, record, how } = held
    const isSame = record?.id === server.id
    const isKept = isSame && !how.anew && !isPast(record.historyTo, how.trusted)
    const from = isKept ? record.historyTo : undefined
    const history = await system.history(number, from)
    needs.heard(history)
    if (history.kind !== 'answer') return unseen(history, record)
    if (!how.anew && isSame && laterOf(record.server, server) !== server) needs.onEarlier()
    // The history of a case that another was merged into has that one's earlier events as well.
    if (from !== undefined && history.value.some(({ kind }) => kind === 'merged'))
      return readHistory(system, server, { ...held, how: { trusted: noEvent } })
    return keep(server, { events: history.value, from, isDoubted: !how.anew })
  }

  async function keep(server: Case, { events, from, isDoubted }: Read): Promise<Fetched> {
    const isWhole = from === undefined
    const before = isWhole ? await store.history(server.id) : undefined
    if (before && !before.ok) return { kind: 'unstored' }
    const missing: EntryId[] = []
    const kept = await book.revise(server.id, ({ record = recordOf(server), entries }) => {
      const amiss = entries.filter(
        (entry) =>
          isDoubted && isAmiss(entry, { revision: server.revision, events, from, by: needs.user(), entries }),
      )
      missing.push(...amiss.map(({ id }) => id))
      return {
        record: {
          ...record,
          server: isDoubted ? laterOf(record.server, server) : server,
          standing: here,
          told: promisesIn(events, isWhole ? [] : record.told),
          historyTo: events.at(-1)?.id ?? (isWhole ? undefined : record.historyTo),
        },
        events,
        replaceEvents: isWhole,
        entries: before ? writtenAfterShared(entries, { kept: before.value, told: events }) : [],
      }
    })
    if (missing.length > 0) needs.onEarlier()
    return asFetched(kept)
  }

  /** The case system had it and does not know it any more: that is no deletion, it has gone back in time. */
  async function forgotten(record: CaseRecord | undefined): Promise<Fetched> {
    if (!record) return { kind: 'absent' }
    await disown(record.id)
    needs.onEarlier()
    return { kind: 'absent' }
  }

  /** Merged, deleted, or taken out of sight: what was known stays readable, and it is said. */
  async function stands(
    { id }: CaseRecord,
    standing: Exclude<Found, { kind: 'here' | 'absent' }>,
  ): Promise<Fetched> {
    const kept = await book.revise(id, ({ record }) => record && { record: { ...record, standing } })
    return asFetched(kept)
  }

  async function disown(id: CaseId): Promise<void> {
    await book.revise(id, ({ record }) => record && { record: withoutNumber(record) })
  }

  return {
    fetch,
    find,
    disown,
    ...createFetchAll({ ...needs, fetch, find }),
  }
}

/** Before the first event of all. */
export const noEvent: EventId = '0'

const isPast = (event: EventId | undefined, trusted: EventId | undefined): boolean =>
  event !== undefined && trusted !== undefined && isLater(event, trusted)

const withoutNumber = (record: CaseRecord): CaseRecord => ({
  ...record,
  standing: { kind: 'deleted' },
  server: { ...record.server, number: undefined, revision: undefined },
})

const asFetched = (kept: Awaited<ReturnType<CaseBook['read']>>): Fetched =>
  kept.ok && kept.value.record ? { kind: 'kept', record: kept.value.record } : { kind: 'unstored' }

/** What was read of a history. */
interface Read {
  readonly events: readonly CaseEvent[]
  /** The event after which it was read; `undefined` for all of it. */
  readonly from: EventId | undefined
  /** What was sent is looked for in it. */
  readonly isDoubted: boolean
}
