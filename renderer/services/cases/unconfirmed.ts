import { isLater } from '../../domain/case-event.ts'
import type { EventId } from '../../domain/case-event.ts'
import type { CaseRecord } from '../../domain/case-record.ts'
import type { CaseId, EntryId } from '../../domain/ids.ts'
import type { CaseStore, PageMark } from '../../ports/case-store.ts'
import type { Named } from './fetched.ts'

/** Something that was sent since the desk has last looked, and may have gone with a restored backup. */
export interface Doubtful {
  readonly id: EntryId
  readonly event: EventId
  readonly name: Named
}

export interface Unconfirmed {
  /** What the case system has taken since this event, as far as the desk knows; `undefined` when the disk fails. */
  readonly sentAfter: (event: EventId | undefined) => Promise<readonly Doubtful[] | undefined>
  /** Cases of which the desk knows something that happened since, or no history; `undefined` when the disk fails. */
  readonly readAfter: (event: EventId) => Promise<readonly Named[] | undefined>
}

const rowsAtOnce = 50

/** Rows come newest first; behind so many that know nothing of it there are none. */
const mostPagesWithout = 2

/**
 * What the desk knows past the event to which it has read: by what was sent, and by cases that were read meanwhile. A
 * backup that is restored soon after takes it away, and gives its numbers to something else, before anything else could
 * tell.
 */
export function createUnconfirmed(store: Pick<CaseStore, 'allEntries' | 'case' | 'scan'>): Unconfirmed {
  async function nameOf(id: CaseId): Promise<Named> {
    const record = await store.case(id)
    return (record.ok ? record.value?.server.number : undefined) ?? id
  }

  return {
    async sentAfter(event) {
      const entries = await store.allEntries()
      if (!entries.ok) return undefined
      const sent: Doubtful[] = []
      for (const { id, case: caseId, state } of entries.value)
        if (state.kind === 'sent' && isPast(state.event, event))
          sent.push({ id, event: state.event, name: await nameOf(caseId) })
      return sent
    },
    async readAfter(event) {
      const names: Named[] = []
      let mark: PageMark | undefined
      let without = 0
      do {
        const page = await store.scan(mark, rowsAtOnce)
        if (!page.ok) return undefined
        const past = page.value.records.filter(
          (record) =>
            isPast(record.server.revision, event) || isPast(record.historyTo, event) || isUnread(record),
        )
        names.push(...past.map(({ id, server }) => server.number ?? id))
        without = past.length > 0 ? 0 : without + 1
        mark = page.value.next
      } while (mark && without < mostPagesWithout)
      return names
    },
  }
}

/** A case that was made, and whose history could not be read then. */
const isUnread = ({ standing, server, historyTo }: CaseRecord): boolean =>
  standing.kind === 'here' && server.number !== undefined && historyTo === undefined

const isPast = (one: EventId | undefined, event: EventId | undefined): one is EventId =>
  one !== undefined && (event === undefined || isLater(one, event))
