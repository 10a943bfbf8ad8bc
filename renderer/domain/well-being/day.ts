import type { AgentState, NotReadyReason } from '../agent-state.ts'
import { unreachable } from '../unreachable.ts'

/** What the agent was, from a moment on (epoch milliseconds). */
export interface DayEntry {
  readonly at: number
  readonly state: 'available' | 'on-interaction' | 'wrap-up' | 'not-ready' | 'signed-out'
  readonly reason: NotReadyReason | undefined
}

export interface Stretch extends DayEntry {
  readonly until: number
}

/** One day's work. Durations in milliseconds. */
export interface DayLoad {
  readonly contact: number
  readonly wrapUp: number
  readonly waiting: number
  readonly resting: number
  /** Work since the last break that was one, or since the sign-in. */
  readonly sinceBreak: number
  readonly breaks: readonly Stretch[]
  /** From the first hour with work to the last: which share of it went into contacts and their wrap-up, 0 to 1. */
  readonly hours: readonly { readonly hour: number; readonly share: number }[]
}

const hourMilliseconds = 3600_000
/** A break that is shorter gives the eyes and the voice no rest. */
const shortestBreak = 5 * 60_000
/**
 * After so much work without a break the desk says so. Short breaks often are better than long ones seldom: five to ten
 * minutes in every hour at a screen (Health and Safety Executive, "Working safely with display screen equipment").
 */
export const breakIsDueAfter = hourMilliseconds

const resting: readonly (NotReadyReason | undefined)[] = ['break', 'lunch']

/** `undefined` while nobody works here. */
export function dayEntryOf(agent: AgentState, now: number): DayEntry | undefined {
  switch (agent.kind) {
    case 'signing-in':
    case 'reading':
      return undefined
    case 'signed-out':
      return { at: now, state: 'signed-out', reason: undefined }
    case 'not-ready':
      return { at: agent.since, state: 'not-ready', reason: agent.reason }
    case 'available':
    case 'on-interaction':
    case 'wrap-up':
      return { at: agent.since, state: agent.kind, reason: undefined }
    default:
      return unreachable(agent)
  }
}

/** The moment a local day began. */
export const startOfDay = (now: number): number => new Date(now).setHours(0, 0, 0, 0)

/**
 * What the agent was, stretch by stretch, since `from`. A desk that was killed has not said when: what it was last is left
 * out, which counts too little and never too much.
 */
export function stretchesOf(entries: readonly DayEntry[], from: number, now: number): readonly Stretch[] {
  const sorted = [...entries].sort((a, b) => a.at - b.at)
  return sorted.flatMap((entry, index) => {
    const next = sorted[index + 1]
    const until = Math.min(next?.at ?? now, now)
    const wasKilled = next?.reason === 'signed-in'
    const since = Math.max(entry.at, from)
    return entry.state === 'signed-out' || wasKilled || until <= since ? [] : [{ ...entry, at: since, until }]
  })
}

const lengthOf = ({ at, until }: Stretch): number => until - at
const isRest = ({ state, reason }: Stretch): boolean => state === 'not-ready' && resting.includes(reason)
const isContact = ({ state }: Stretch): boolean => state === 'on-interaction' || state === 'wrap-up'
const isWork = (one: Stretch): boolean => isContact(one) || one.state === 'available'

const sumOf = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, one) => sum + lengthOf(one), 0)

export function dayLoad(entries: readonly DayEntry[], now: number): DayLoad {
  const stretches = stretchesOf(entries, startOfDay(now), now)
  const lastRest = stretches.findLastIndex((one) => isRest(one) && lengthOf(one) >= shortestBreak)
  const of = (state: DayEntry['state']): number => sumOf(stretches.filter((one) => one.state === state))
  const breaks = stretches.filter(isRest)
  return {
    contact: of('on-interaction'),
    wrapUp: of('wrap-up'),
    waiting: of('available'),
    resting: sumOf(breaks),
    sinceBreak: sumOf(stretches.slice(lastRest + 1).filter(isWork)),
    breaks,
    hours: hoursOf(stretches, now),
  }
}

function hoursOf(stretches: readonly Stretch[], now: number): DayLoad['hours'] {
  const [first] = stretches
  if (!first) return []
  const hours: { hour: number; share: number }[] = []
  // A day of 25 hours, where the clocks go back, has its hour twice.
  for (let from = new Date(first.at).setMinutes(0, 0, 0); from < now; from += hourMilliseconds) {
    const inHour = stretches.filter(isContact).reduce((sum, { at, until }) => {
      const overlap = Math.min(until, from + hourMilliseconds) - Math.max(at, from)
      return sum + Math.max(0, overlap)
    }, 0)
    hours.push({ hour: new Date(from).getHours(), share: inHour / hourMilliseconds })
  }
  return hours
}
