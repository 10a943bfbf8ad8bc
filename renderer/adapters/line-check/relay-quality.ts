import { measureQuality } from '../../domain/call-quality.ts'
import type { CallQuality } from '../../domain/call-quality.ts'

/** What getStats reports, by id (Identifiers for WebRTC's Statistics API §8). */
type Report = ReadonlyMap<string, unknown> | RTCStatsReport

/** How one end heard the other between two reports. */
export function qualityBetween(before: Report, after: Report): CallQuality {
  const [was, is] = [inbound(before), inbound(after)]
  const grown = (name: string): number => number(is[name]) - number(was[name])
  const emitted = grown('jitterBufferEmittedCount')
  const roundTrip = ofType(after, (one) => one['type'] === 'candidate-pair' && one['nominated'] === true)
  const there = ofType(after, ({ type, kind }) => type === 'remote-inbound-rtp' && kind === 'audio')
  return measureQuality({
    received: grown('packetsReceived'),
    lost: Math.max(0, grown('packetsLost')),
    samples: grown('totalSamplesReceived'),
    concealedSamples: grown('concealedSamples'),
    jitter: number(is['jitter']) * 1_000,
    jitterBuffer: emitted > 0 ? (grown('jitterBufferDelay') / emitted) * 1_000 : 0,
    // Both ends are here, so that each packet goes to the relay and back: a call to somebody else has half of it.
    roundTrip: roundTrip ? (number(roundTrip['currentRoundTripTime']) * 1_000) / 2 : undefined,
    lostThere: there ? number(there['fractionLost']) : undefined,
    listening: true,
  })
}

type Stats = Readonly<Record<string, unknown>>

const number = (value: unknown): number => (typeof value === 'number' ? value : 0)

const inbound = (report: Report): Stats =>
  ofType(report, ({ type, kind }) => type === 'inbound-rtp' && kind === 'audio') ?? {}

function ofType(report: Report, wanted: (stats: Stats) => boolean): Stats | undefined {
  const all: Stats[] = []
  report.forEach((one: unknown) => all.push(one as Stats))
  return all.find(wanted)
}
