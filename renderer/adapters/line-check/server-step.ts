import { slowServer } from '../../domain/line-check.ts'
import type { CheckWanted } from '../../ports/line-check.ts'
import { found } from './found.ts'
import type { Found } from './found.ts'
import type { LineCheckNeeds } from './line-check-needs.ts'
import { roundTripTo } from './server-ping.ts'

/** Asks every server, as a shift would try them: the first that answers counts. */
export async function checkServers(
  _needs: LineCheckNeeds,
  { servers }: CheckWanted,
  stop: AbortSignal,
): Promise<Found> {
  const answers = await Promise.all(servers.map((server) => roundTripTo(server, stop)))
  const roundTrip = answers.find((one) => one !== undefined)
  if (roundTrip === undefined) return found('server-unreachable')
  return found(roundTrip > slowServer ? 'server-slow' : 'good', { roundTrip })
}
