import { drawBetween, shuffled } from '../../../renderer/domain/seeded-random.ts'
import type { Random } from '../../../renderer/domain/seeded-random.ts'

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

export function firstCall(rota: Rota): PlannedCall {
  return callOfRound(rota, [])
}

/** The call after `last`. Everybody calls once in each round, in a drawn order. */
export function callAfter(last: PlannedCall, rota: Rota): PlannedCall {
  return callOfRound(rota, last.stillToCall)
}

function callOfRound(rota: Rota, waiting: readonly string[]): PlannedCall {
  const line = waiting.length > 0 ? waiting : shuffled(rota.random, rota.customers)
  const [customer, ...stillToCall] = line
  if (customer === undefined) throw new RangeError('a rota without customers')
  return { customer, stillToCall, pauseMilliseconds: drawPause(rota.random, rota.pauseSeconds) }
}

const drawPause = (random: Random, [shortest, longest]: readonly [number, number]): number =>
  Math.round(1000 * drawBetween(random, shortest, longest))
