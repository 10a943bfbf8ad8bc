import { isLater } from '../../domain/case-event.ts'
import type { CaseEvent } from '../../domain/case-event.ts'
import type { CaseRecord } from '../../domain/case-record.ts'
import { byOrder } from '../../domain/outbox.ts'
import type { OutboxEntry } from '../../domain/outbox.ts'
import { problem } from '../../domain/problem.ts'
import type { CaseStore, PageMark } from '../../ports/case-store.ts'
import type { Problems } from '../problems.ts'
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

const pageSize = 200

/**
 * After a backup of the case system was restored: reads every case anew, and sends again what the desk knows that the
 * case system had. A reply has reached the customer and is not written to them twice: it goes into the case as a note.
 * @returns a function that gives `false` when the link was lost on the way; it is then called again at the next pull
 */
export function createRestored(needs: RestoredNeeds): () => Promise<boolean> {
  const { store, fetching, writing, problems } = needs

  async function allRecords(): Promise<readonly CaseRecord[]> {
    const all: CaseRecord[] = []
    let mark: PageMark | undefined
    do {
      const page = await store.scan(mark, pageSize)
      if (!page.ok) return all
      all.push(...page.value.records)
      mark = page.value.next
    } while (mark)
    return all
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

  return async () => {
    const records = await allRecords()
    const numbers = records.flatMap(({ server }) => server.number ?? [])
    if ((await fetching.fetchAll(numbers, true)) === 'lost') return false
    const entries = await store.allEntries()
    if (!entries.ok) return false
    const user = needs.user() ?? ''
    for (const entry of [...entries.value].sort(byOrder)) {
      if (entry.state.kind !== 'sent') continue
      const [record, events] = await Promise.all([store.case(entry.case), store.history(entry.case)])
      if (!record.ok || !events.ok) return false
      const now = { record: record.value, events: events.value, user, isTaken: isTaken(entry, entries.value) }
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
  /** Another entry, which was sent later, has the same event. */
  readonly isTaken: boolean
}

function isTaken({ id, state }: OutboxEntry, all: readonly OutboxEntry[]): boolean {
  if (state.kind !== 'sent' || state.event === undefined) return false
  const { event, at } = state
  return all.some(
    (one) => one.id !== id && one.state.kind === 'sent' && one.state.event === event && one.state.at > at,
  )
}

/** Whether what the case system had of an entry is not there any more. Numbers of events are given out again. */
export function isLost({ edit, state }: OutboxEntry, { record, events, user, isTaken: taken }: Now): boolean {
  if (state.kind !== 'sent' || !record) return false
  if (edit.kind === 'create') return record.server.number === undefined || record.standing.kind === 'deleted'
  if (state.event === undefined) return false
  const same = events.find(({ id }) => id === state.event)
  if (taken || same?.by !== user) return true
  return edit.kind === 'change' && same.change !== undefined && same.change.field !== edit.step.field
}
