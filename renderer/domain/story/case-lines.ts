import type { CaseEvent } from '../case-event.ts'
import type { CaseRecord } from '../case-record.ts'
import { oneOf } from '../case.ts'
import { isOpen } from '../outbox.ts'
import type { OutboxEntry } from '../outbox.ts'
import type { StoryCase, StoryItem } from './story-item.ts'
import { byNewestLine } from './story-mark.ts'
import type { Span } from './story-walk.ts'

export type CaseLine = Extract<StoryItem, { readonly kind: 'event' | 'entry' }>

/** A case before its history is read. */
export interface CaseSpan extends Span {
  readonly case: StoryCase
}

export const storyCaseOf = ({ id, current }: CaseRecord): StoryCase => ({
  ...{ id, number: current.number, subject: oneOf(current, 'subject') },
})

/** Everything of a case lies between its first and its last moment. */
export const spanOf = (record: CaseRecord): CaseSpan => ({
  case: storyCaseOf(record),
  from: Math.min(record.current.createdAt, record.current.updatedAt),
  to: record.current.updatedAt,
})

/** Digits of the longest event number that is there: those of one second stand in their order. */
const longestId = 20

/**
 * The lines of a case, newest first: what the case system tells, and what was written here and is not there yet. What an
 * entry has become is told by the event, what was taken back has not happened. A time outside the case's own, from clocks
 * that differ, is moved to its border.
 */
export function caseLines(
  { case: one, from, to }: CaseSpan,
  events: readonly CaseEvent[],
  entries: readonly OutboxEntry[],
): readonly CaseLine[] {
  const within = (at: number): number => Math.min(Math.max(at, from), to)
  const known = new Set(events.map(({ id }) => id))
  const told = events.map((event): CaseLine => ({
    ...{ kind: 'event', key: `event/${one.id}/${event.id.padStart(longestId, '0')}`, at: within(event.at) },
    ...{ case: one, event, mood: undefined },
  }))
  const own = entries
    .filter((entry) => isToCome(entry, known))
    .map((entry): CaseLine => ({
      ...{ kind: 'entry', key: `entry/${one.id}/${entry.id}`, at: within(entry.writtenAt), case: one, entry },
    }))
  return [...told, ...own].sort(byNewestLine)
}

/** It is on its way, or has arrived and its event has not been read here. */
const isToCome = (entry: OutboxEntry, known: ReadonlySet<string>): boolean =>
  isOpen(entry) ||
  (entry.state.kind === 'sent' && entry.state.event !== undefined && !known.has(entry.state.event))
