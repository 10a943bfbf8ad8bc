import type { Interaction } from '../interaction.ts'
import type { InteractionMood } from '../moods/interaction-mood.ts'

/** One contact that was handled, with how the customer sounded in it, where that was read. */
export interface OutcomeContact {
  readonly interaction: Interaction
  readonly mood: InteractionMood | undefined
}

export interface OutcomeFilter {
  /** Epoch milliseconds. */
  readonly since: number
  readonly channel: Interaction['channel'] | undefined
  readonly queue: string | undefined
}

/** A share with what it was counted of: three of four says more than 75 %. */
export interface Share {
  readonly part: number
  readonly whole: number
}

export interface Outcomes {
  readonly contacts: number
  /** First contacts of customers who are known, and those that were settled then and there. */
  readonly resolvedFirst: Share
  /** Contacts of customers who are known, and those of them that came again. */
  readonly repeats: Share
  readonly passedOn: Share
  /** The mean of the customers' mood at the start and at the end, −1 to 1, over `read` contacts. */
  readonly mood: { readonly read: number; readonly start: number; readonly end: number } | undefined
}

export interface OutcomeWeek extends Outcomes {
  /** Its Monday, as the local day begins; epoch milliseconds. */
  readonly from: number
}

const day = 86_400_000
/** Somebody who comes back within seven days comes back about the same: the usual span for first-contact resolution. */
export const repeatWithin = 7 * day

const settled: readonly (string | undefined)[] = ['resolved', 'information-given']

const isHandled = ({ answeredAt, endedAt }: Interaction): boolean =>
  answeredAt !== undefined && endedAt !== undefined

/** What customers did by themselves: a call back, or the call that a chat went on in, is no new effort of theirs. */
const isTheirs = (one: Interaction): boolean =>
  isHandled(one) && one.direction === 'incoming' && one.continues === undefined && one.contact !== undefined

const wasPassedOn = ({ disposition, endCause, conversationEnd }: Interaction): boolean =>
  disposition === 'passed-on' || endCause === 'transferred' || conversationEnd === 'transferred'

const fits = ({ interaction }: OutcomeContact, { since, channel, queue }: OutcomeFilter): boolean =>
  interaction.offeredAt >= since &&
  isHandled(interaction) &&
  (channel === undefined || interaction.channel === channel) &&
  (queue === undefined || interaction.queue === queue)

/** What customers got out of their contacts. How long each took is not in it. */
export function outcomesOf(all: readonly OutcomeContact[], filter: OutcomeFilter): Outcomes {
  return summed(
    all.filter((one) => fits(one, filter)),
    comings(all),
  )
}

/** The same, week by week, oldest first; a week without a contact is there too. */
export function weeksOf(all: readonly OutcomeContact[], filter: OutcomeFilter): readonly OutcomeWeek[] {
  const times = comings(all)
  const fitting = all.filter((one) => fits(one, filter))
  const weeks = new Map<number, OutcomeContact[]>()
  for (const one of fitting) {
    const monday = mondayOf(one.interaction.offeredAt)
    weeks.set(monday, [...(weeks.get(monday) ?? []), one])
  }
  const [first, last] = [Math.min(...weeks.keys()), Math.max(...weeks.keys())]
  const rows: OutcomeWeek[] = []
  // Counted in days of the calendar: one of them in a year has 23 hours, and one 25.
  for (let from = first; from <= last; from = daysAfter(from, 7))
    rows.push({ from, ...summed(weeks.get(from) ?? [], times) })
  return rows
}

export const queuesIn = (all: readonly OutcomeContact[]): readonly string[] =>
  [...new Set(all.flatMap(({ interaction }) => interaction.queue ?? []))].sort((a, b) => a.localeCompare(b))

const daysAfter = (moment: number, days: number): number => {
  const date = new Date(moment)
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime()
}

const mondayOf = (moment: number): number => daysAfter(moment, -((new Date(moment).getDay() + 6) % 7))

/** By customer: when they came by themselves, oldest first. */
type Comings = ReadonlyMap<string, readonly number[]>

function comings(all: readonly OutcomeContact[]): Comings {
  const times = new Map<string, number[]>()
  for (const { interaction } of all) {
    if (!isTheirs(interaction)) continue
    const key = String(interaction.contact)
    const known = times.get(key)
    if (known) known.push(interaction.offeredAt)
    else times.set(key, [interaction.offeredAt])
  }
  for (const list of times.values()) list.sort((a, b) => a - b)
  return times
}

function summed(contacts: readonly OutcomeContact[], times: Comings): Outcomes {
  const theirs = contacts.map(({ interaction }) => interaction).filter(isTheirs)
  const timesOf = (one: Interaction): readonly number[] => times.get(String(one.contact)) ?? []
  const cameBefore = (one: Interaction): boolean =>
    timesOf(one).some((at) => at < one.offeredAt && one.offeredAt - at <= repeatWithin)
  const cameAgain = (one: Interaction): boolean =>
    timesOf(one).some((at) => at > one.offeredAt && at - (one.endedAt ?? at) <= repeatWithin)
  const repeats = theirs.filter(cameBefore)
  const first = theirs.filter((one) => !cameBefore(one))
  const resolved = first.filter((one) => settled.includes(one.disposition) && !cameAgain(one))
  return {
    contacts: contacts.length,
    resolvedFirst: { part: resolved.length, whole: first.length },
    repeats: { part: repeats.length, whole: theirs.length },
    passedOn: {
      part: contacts.filter(({ interaction }) => wasPassedOn(interaction)).length,
      whole: contacts.length,
    },
    mood: moodOf(contacts),
  }
}

function moodOf(contacts: readonly OutcomeContact[]): Outcomes['mood'] {
  const read = contacts.flatMap(({ mood }) => mood ?? [])
  if (read.length === 0) return undefined
  const mean = (of: 'start' | 'end'): number => read.reduce((sum, one) => sum + one[of], 0) / read.length
  return { read: read.length, start: mean('start'), end: mean('end') }
}
