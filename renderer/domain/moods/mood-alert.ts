import { moodOf, scoreOf } from './flagged-mood.ts'
import type { FlaggedMood } from './flagged-mood.ts'
import { endWeighted } from './mood-trend.ts'

/** So many utterances are now; those before are what they are compared with. */
const now = 6
/** As low must they be, −1 to 1, and as far under what was before. */
const low = -0.35
const fallen = 0.3
/** So many that are negative, one after the other, are enough by themselves. */
const inARow = 3

/**
 * Whether the customer's mood has clearly fallen, from what they said, oldest first: the last three are all negative; or
 * e(last six) < −0.35 and e(last six) ≤ e(those before) − 0.3, where e is end-weighted (mood-trend.ts).
 */
export function hasFallen(said: readonly FlaggedMood[]): boolean {
  const last = said.slice(-inARow)
  if (last.length === inARow && last.every((mood) => moodOf(mood) === 'negative')) return true
  const scores = said.map(scoreOf)
  if (scores.length <= now) return false
  const of = endWeighted(scores.slice(-now))
  return of < low && of <= endWeighted(scores.slice(0, -now)) - fallen
}

/** `seen`: the agent has put it away, and the mood has not risen since. */
export type AlertState = 'none' | 'shown' | 'seen'

/** Stays until it is seen, and comes again only after the mood has risen in between. */
export function nextAlert(state: AlertState, isFallen: boolean): AlertState {
  if (state === 'none') return isFallen ? 'shown' : 'none'
  return state === 'seen' && !isFallen ? 'none' : state
}
