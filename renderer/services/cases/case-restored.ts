import { isLater } from '../../domain/case-event.ts'
import type { CaseEvent, EventId } from '../../domain/case-event.ts'
import type { CaseRecord } from '../../domain/case-record.ts'
import { byOrder } from '../../domain/outbox.ts'
import type { OutboxEntry } from '../../domain/outbox.ts'
import { sameValue } from '../../domain/case-field.ts'
import { fieldOf, sameLink } from '../../domain/case.ts'
import type { CaseId } from '../../domain/ids.ts'
import type { CaseEdit } from '../../domain/case-edit.ts'
import { problem } from '../../domain/problem.ts'
import { isStillOf } from '../../domain/sent-event.ts'
import type { Around } from '../../domain/sent-event.ts'
import type { CaseStore } from '../../ports/case-store.ts'
import type { Problems } from '../problems.ts'
import { allRecords } from './all-records.ts'
import type { CaseFetching } from './case-fetching.ts'
import type { PullNeeds } from './case-pull.ts'
import type { CaseNeeds } from './case-shift.ts'
import type { CaseWriting } from './case-writing.ts'
import type { Named } from './fetched.ts'
import { standingFor } from './standing-for.ts'

export interface RestoredNeeds {
  readonly store: CaseStore
  readonly fetching: CaseFetching
  readonly writing: CaseWriting
  readonly problems: Problems
  readonly restoredReply: CaseNeeds['restoredReply']
  readonly user: () => string | undefined
}

/**
 * After a backup of the case system was restored: reads every case anew, and sends again what the desk knows that the
 * case system had. A reply has reached the customer and is not written to them twice: it goes into the case as a note.
 * @returns a function that gives `lost` when the link or the disk failed on the way; it is then called again at the next pull
 */
export function createRestored(needs: RestoredNeeds): PullNeeds['onRestored'] {
  const { store, fetching, writing, problems } = needs

  /** Two cases here that were given one number, before and after: it is the second one's. */
  async function partTwins(): Promise<boolean> {
    const records = await allRecords(store)
    if (!records) return false
    for (const { id, server } of records) {
      const { number } = server
      if (number === undefined || !records.some((one) => one.id !== id && one.server.number === number))
        continue
      const fetched = await fetching.fetch(number, { anew: true })
      if (fetched.kind === 'unanswered' || fetched.kind === 'unstored') return false
      if (fetched.kind === 'kept' && fetched.record.id !== id) await fetching.disown(id)
    }
    return true
  }

  async function sendAgain(entry: OutboxEntry): Promise<void> {
    if (entry.edit.kind !== 'reply') {
      await writing.step(entry, (now) =>
        now.state.kind === 'sent'
          ? { ...now, state: { kind: 'waiting', tries: 0, notBefore: 0 } }
          : undefined,
      )
      return
    }
    const sentAt = entry.state.kind === 'sent' ? entry.state.at : entry.writtenAt
    const text = needs.restoredReply(entry.edit.text, sentAt)
    const edit = { kind: 'note', text, attachments: [], purpose: 'restored-reply' } as const
    // One note for one reply, however often the backup is restored.
    const note = `${entry.id}-restored`
    const known = await store.entriesOf(entry.case)
    if (!known.ok) return
    const isTold =
      known.value.some(({ id }) => id === note) ||
      (await writing.write(entry.case, edit, [], { entryId: note })).ok
    // It is nowhere any more, and not missed a second time.
    if (isTold) await writing.step(entry, withoutEvent)
  }

  /** As the case system has just told it; `undefined` when the disk does not give it. */
  async function nowOf({
    case: id,
  }: OutboxEntry): Promise<Pick<Now, 'record' | 'standing' | 'events'> | undefined> {
    const record = await store.case(id)
    if (!record.ok) return undefined
    const standing = record.value && (await standingFor(store, record.value))
    const events = standing?.standing.kind === 'here' ? await store.history(standing.id) : undefined
    if (events && !events.ok) return undefined
    return { record: record.value, standing, events: events?.value ?? [] }
  }

  return async ({ newest, before, unread }) => {
    const records = await allRecords(store)
    // What is sent while the cases are read is not expected in what was read before.
    const entries = await store.allEntries()
    if (!records || !entries.ok) return 'lost'
    const sent = [...entries.value].filter(({ state }) => state.kind === 'sent').sort(byOrder)
    const isSent = (id: CaseId): boolean => sent.some((entry) => entry.case === id)
    const names = records.flatMap(({ id, server }) => server.number ?? (isSent(id) ? id : []))
    const left = await fetching.fetchAll([...new Set<Named>([...names, ...unread])], { anew: true })
    if (left === 'lost' || !(await partTwins())) return 'lost'
    const after = await store.allEntries()
    if (!after.ok) return 'lost'
    const by = needs.user()
    for (const entry of sent) {
      const now = await nowOf(entry)
      if (!now) return 'lost'
      // It is read in a later round, and then what is missing there is noticed.
      if (isAmong(left, now)) continue
      const around = { by, entries: entries.value.filter((one) => one.case === entry.case), newest, before }
      if (!isLost(entry, { ...now, ...around, isTaken: isTaken(entry, after.value) })) continue
      problems.show(problem('cases-restored'))
      await sendAgain(entry)
    }
    return left
  }
}

const isAmong = (left: readonly Named[], { record, standing }: Pick<Now, 'record' | 'standing'>): boolean =>
  [record, standing].some(
    (one) => one && (left.includes(one.id) || left.includes(one.server.number ?? one.id)),
  )

const withoutEvent = (entry: OutboxEntry): OutboxEntry | undefined =>
  entry.state.kind === 'sent' ? { ...entry, state: { ...entry.state, event: undefined } } : undefined

interface Now extends Around {
  readonly record: CaseRecord | undefined
  /** The case that it was joined to, or itself; `undefined` when it is out of sight. */
  readonly standing: CaseRecord | undefined
  /** Of the one that stands. */
  readonly events: readonly CaseEvent[]
  /** The last event that the case system had when it was asked, and those that it had taken before that. */
  readonly newest: EventId | undefined
  readonly before: readonly EventId[]
  /** Another entry, which was sent later, has the same event. */
  readonly isTaken: boolean
}

function isTaken(entry: OutboxEntry, all: readonly OutboxEntry[]): boolean {
  const { state } = entry
  if (state.kind !== 'sent' || state.event === undefined) return false
  return all.some(
    (one) =>
      one.state.kind === 'sent' &&
      one.state.event === state.event &&
      (one.state.at > state.at ||
        (one.state.at === state.at && one.case === entry.case && one.order > entry.order)),
  )
}

/**
 * Whether what the case system had of an entry is not there any more. Numbers of events are given out again. Of a case
 * that was not read anew nothing is known.
 */
export function isLost(entry: OutboxEntry, now: Now): boolean {
  const { record, standing } = now
  if (entry.state.kind !== 'sent' || !record) return false
  // The case system does not know it any more; one that was deleted there has its number.
  if (record.standing.kind === 'deleted' && record.server.number === undefined) return true
  if (entry.edit.kind === 'create' && now.isTaken) return true
  if (isPast(entry.state.event, now)) return true
  return standing?.standing.kind === 'here' && standing.historyTo !== undefined && isMissing(entry, now)
}

/** From the case that stands, which was read anew. */
function isMissing(entry: OutboxEntry, now: Now): boolean {
  const { edit, state } = entry
  if (state.kind !== 'sent' || !now.record) return false
  if (state.event !== undefined) return now.isTaken || !isThere(entry, state.event, now)
  return now.standing?.id === entry.case && isUndone(edit, now.record)
}

/** The case system had taken it before it was asked, and has not come that far now. */
const isPast = (event: EventId | undefined, { before, newest }: Now): boolean =>
  event !== undefined && before.includes(event) && (newest === undefined || isLater(event, newest))

function isThere(entry: OutboxEntry, event: EventId, now: Now): boolean {
  const same = now.events.find(({ id }) => id === event)
  return same !== undefined && isStillOf(entry, same, now)
}

/** What was found to be there already has no event of its own; where it is as it was before, it has gone. */
function isUndone(edit: CaseEdit, { server }: CaseRecord): boolean {
  if (edit.kind === 'link') return server.links.some((one) => sameLink(one, edit.link)) === edit.remove
  return edit.kind === 'change' && sameValue(fieldOf(server, edit.step.field), edit.step.before)
}
