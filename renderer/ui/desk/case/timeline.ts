import { isOpen } from '../../../domain/outbox.ts'
import type { OutboxEntry } from '../../../domain/outbox.ts'
import type { CaseEvent } from '../../../domain/case-event.ts'

/** One line of the history: what the case system tells, or what was written here. */
export type Moment =
  | {
      readonly kind: 'event'
      readonly event: CaseEvent
      /** What was sent from here and made it, where it can be changed back. */
      readonly entry: OutboxEntry | undefined
    }
  | { readonly kind: 'entry'; readonly entry: OutboxEntry }

/** Epoch milliseconds. */
export const timeOf = (moment: Moment): number =>
  moment.kind === 'event' ? moment.event.at : moment.entry.writtenAt

export const keyOf = (moment: Moment): string =>
  moment.kind === 'event' ? `event ${moment.event.id}` : `entry ${moment.entry.id}`

/** What has arrived is in the history by itself; until that has been read here, the entry stands for it. */
const isShown = ({ state }: OutboxEntry, events: ReadonlySet<string>): boolean =>
  state.kind !== 'sent' || (state.event !== undefined && !events.has(state.event))

/**
 * The history with what was written here: what is settled where it was written, what is on its way or waits for the
 * agent at the end, in the order in which it will be sent.
 */
export function timelineOf(events: readonly CaseEvent[], entries: readonly OutboxEntry[]): readonly Moment[] {
  const ids = new Set(events.map(({ id }) => id))
  const made = new Map(
    entries.flatMap((entry) =>
      entry.state.kind === 'sent' && entry.state.event !== undefined ? [[entry.state.event, entry]] : [],
    ),
  )
  const shown = entries.filter((entry) => isShown(entry, ids))
  const own = (entry: OutboxEntry): Moment => ({ kind: 'entry', entry })
  const past: Moment[] = [
    ...events.map((event): Moment => ({ kind: 'event', event, entry: made.get(event.id) })),
    ...shown.filter((entry) => !isOpen(entry)).map(own),
  ]
  return [...past.sort((a, b) => timeOf(a) - timeOf(b)), ...shown.filter(isOpen).map(own)]
}

export interface Day {
  /** Midnight where the agent is, epoch milliseconds. */
  readonly at: number
  readonly moments: readonly Moment[]
}

/** In days where the agent is. A day comes twice where what waits was written before what came last. */
export function daysOf(moments: readonly Moment[]): readonly Day[] {
  const days: { at: number; moments: Moment[] }[] = []
  for (const moment of moments) {
    const at = new Date(timeOf(moment)).setHours(0, 0, 0, 0)
    const last = days.at(-1)
    if (last?.at === at) last.moments.push(moment)
    else days.push({ at, moments: [moment] })
  }
  return days
}
