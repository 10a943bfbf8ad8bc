import { drawBetween, shuffled } from '../../../renderer/domain/seeded-random.ts'
import type { Random } from '../../../renderer/domain/seeded-random.ts'

/** How a customer's call came out. */
export type CallOutcome = 'answered' | 'given-up' | 'busy' | 'declined' | 'failed'

/** Who calls next, and how long after now. */
export interface PlannedCall {
  readonly customer: string
  readonly pauseMilliseconds: number
  /** Who calls after that, until everybody has called once. */
  readonly stillToCall: readonly string[]
}

export interface Rota {
  /** Ids of the customers. */
  readonly customers: readonly string[]
  /** Shortest and longest pause between two calls, in seconds. */
  readonly pauseSeconds: readonly [number, number]
  readonly random: Random
}

/** Whoever found the agent busy tries again after so many seconds. */
const retrySeconds = [2, 4] as const

export function firstCall(rota: Rota): PlannedCall {
  return callOfRound(rota, [])
}

/**
 * The call after `last`. Everybody calls once in each round, in a drawn order; who found the agent busy or not
 * ready stays in line and tries again.
 */
export function callAfter(last: PlannedCall, outcome: CallOutcome, rota: Rota): PlannedCall {
  if (outcome !== 'busy') return callOfRound(rota, last.stillToCall)
  return { ...last, pauseMilliseconds: drawPause(rota.random, retrySeconds) }
}

function callOfRound(rota: Rota, waiting: readonly string[]): PlannedCall {
  const line = waiting.length > 0 ? waiting : shuffled(rota.random, rota.customers)
  const [customer, ...stillToCall] = line
  if (customer === undefined) throw new RangeError('a rota without customers')
  return { customer, stillToCall, pauseMilliseconds: drawPause(rota.random, rota.pauseSeconds) }
}

const drawPause = (random: Random, [shortest, longest]: readonly [number, number]): number =>
  Math.round(1000 * drawBetween(random, shortest, longest))
