import { isLater } from '../../domain/case-event.ts'
import type { CaseEvent, EventId } from '../../domain/case-event.ts'
import type { CaseRecord } from '../../domain/case-record.ts'
import { byOrder } from '../../domain/outbox.ts'
import type { OutboxEntry } from '../../domain/outbox.ts'
import { sameValue } from '../../domain/case-field.ts'
import { fieldOf } from '../../domain/case.ts'
import type { CaseEdit } from '../../domain/case-edit.ts'
import { problem } from '../../domain/problem.ts'
import type { CaseStore } from '../../ports/case-store.ts'
import type { Problems } from '../problems.ts'
import { allRecords } from './all-records.ts'
import type { CaseFetching } from './case-fetching.ts'
import type { PullNeeds } from './case-pull.ts'
import type { CaseNeeds } from './case-shift.ts'
import type { CaseWriting } from './case-writing.ts'

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
 * @returns a function that gives `false` when the link was lost on the way; it is then called again at the next pull
 */
export function createRestored(needs: RestoredNeeds): PullNeeds['onRestored'] {
  const { store, fetching, writing, problems } = needs

  /** Two cases here that were given one number, before and after: it is the second one's. */
  async function partTwins(records: readonly CaseRecord[]): Promise<boolean> {
    for (const { id, server } of records) {
      const { number } = server
      if (number === undefined || !records.some((one) => one.id !== id && one.server.number === number))
        continue
      const fetched = await fetching.fetch(number, true)
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
    if (known.ok && !known.value.some(({ id }) => id === note))
      await writing.write(entry.case, edit, [], note)
  }

  return async ({ newest, before }) => {
    const records = await allRecords(store)
    // What is sent while the cases are read is not expected in what was read before.
    const entries = await store.allEntries()
    if (!records || !entries.ok) return false
    const numbers = records.flatMap(({ server }) => server.number ?? [])
    if ((await fetching.fetchAll([...new Set(numbers)], true)) === 'lost') return false
    if (!(await partTwins(records))) return false
    const user = needs.user() ?? ''
    for (const entry of [...entries.value].sort(byOrder)) {
      if (entry.state.kind !== 'sent') continue
      const [record, events] = await Promise.all([store.case(entry.case), store.history(entry.case)])
      if (!record.ok || !events.ok) return false
      const now = {
        ...{ record: record.value, events: events.value, user, newest, before },
        isTaken: isTaken(entry, entries.value),
      }
      if (!isLost(entry, now)) continue
      problems.show(problem('cases-restored'))
      await sendAgain(entry)
    }
    return true
  }
}

/** What was sent after an event that the desk has read to: a backup that is restored soon after takes it away. */
export function createSentAfter(store: CaseStore): PullNeeds['sentAfter'] {
  return async (event) => {
    const entries = await store.allEntries()
    if (!entries.ok) return undefined
    const sent = entries.value.flatMap(({ case: id, state }) =>
      state.kind === 'sent' &&
      state.event !== undefined &&
      (event === undefined || isLater(state.event, event))
        ? [{ id, event: state.event }]
        : [],
    )
    return Promise.all(
      sent.map(async ({ id, event: own }) => {
        const record = await store.case(id)
        return { event: own, number: record.ok ? record.value?.server.number : undefined }
      }),
    )
  }
}

interface Now {
  readonly record: CaseRecord | undefined
  readonly events: readonly CaseEvent[]
  readonly user: string
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
  const { edit, state } = entry
  if (state.kind !== 'sent' || !now.record) return false
  const { standing, server, historyTo } = now.record
  // The case system does not know it any more; one that was deleted there has its number.
  if (edit.kind === 'create') return standing.kind === 'deleted' && server.number === undefined
  if (state.event === undefined) return historyTo !== undefined && isUndone(edit, now.record)
  if (now.before.includes(state.event) && (!now.newest || isLater(state.event, now.newest))) return true
  return historyTo !== undefined && (now.isTaken || !isItself(edit, state.event, now))
}

/** The event of this number is still this agent's, and about the same. */
function isItself(edit: CaseEdit, id: EventId, { events, user }: Now): boolean {
  const same = events.find((event) => event.id === id)
  if (same?.by !== user) return false
  return edit.kind !== 'change' || same.change === undefined || same.change.field === edit.step.field
}

/** What was found to be there already has no event of its own; where the field is as it was before, it has gone. */
const isUndone = (edit: CaseEdit, { server }: CaseRecord): boolean =>
  edit.kind === 'change' && sameValue(fieldOf(server, edit.step.field), edit.step.before)
