import type { CallQuality } from '../../domain/call-quality.ts'
import type { CheckFinding } from '../../domain/line-check.ts'
import type { CheckWanted } from '../../ports/line-check.ts'
import { found } from './found.ts'
import type { Found } from './found.ts'
import type { LineCheckNeeds } from './line-check-needs.ts'
import { callThroughRelay } from './relay-call.ts'
import type { RelayOutcome } from './relay-call.ts'

/** Sends sound through each relay (TURN, RFC 8656) and back; the best counts, since a call takes what works. */
export async function checkRelays(
  _needs: LineCheckNeeds,
  { iceServers }: CheckWanted,
  stop: AbortSignal,
): Promise<Found> {
  const relays = iceServers.filter(({ url }) => /^turns?:/i.test(url))
  if (relays.length === 0) return found('relay-not-configured')
  const outcomes = await Promise.all(relays.map((relay) => callThroughRelay(relay, stop)))
  return judgeRelays(outcomes)
}

const findingOf: Readonly<Record<CallQuality['cause'], CheckFinding>> = {
  none: 'good',
  loss: 'line-loss',
  jitter: 'line-jitter',
  delay: 'line-delay',
  upload: 'line-loss',
  silence: 'line-silent',
}

export function judgeRelays(outcomes: readonly RelayOutcome[]): Found {
  const [best] = outcomes
    .flatMap((one) => (one.kind === 'measured' ? [one.quality] : []))
    .sort((a, b) => b.mos - a.mos)
  if (!best)
    return found(outcomes.some(({ kind }) => kind === 'refused') ? 'relay-refused' : 'relay-unreachable')
  const { mos, jitter, lost, roundTrip, band, cause } = best
  const isGood = band === 'good' || band === 'fair'
  const figures = { mos, jitter, lost, ...(roundTrip !== undefined && { roundTrip }) }
  return found(isGood ? 'good' : findingOf[cause], figures)
}
