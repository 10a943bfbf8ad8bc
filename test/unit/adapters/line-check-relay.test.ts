import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { qualityBetween } from '../../../renderer/adapters/line-check/relay-quality.ts'
import { judgeRelays } from '../../../renderer/adapters/line-check/relay-step.ts'
import type { CallQuality } from '../../../renderer/domain/call-quality.ts'

describe('the test of the relay', () => {
  const quality = (part: Partial<CallQuality>): CallQuality => ({
    ...{
      mos: 4.3,
      band: 'good',
      cause: 'none',
      concealed: 0,
      lost: 0,
      lostThere: 0,
      roundTrip: 20,
      jitter: 2,
    },
    ...part,
  })
  const measured = (part: Partial<CallQuality>) => ({ kind: 'measured' as const, quality: quality(part) })

  it('counts the best relay, since a call takes what works', () => {
    const bad = measured({ mos: 2, band: 'bad', cause: 'loss', lost: 0.3 })
    expect(judgeRelays([{ kind: 'unreachable' }, bad, measured({})])).toEqual({
      finding: 'good',
      figures: { mos: 4.3, jitter: 2, lost: 0, roundTrip: 20 },
    })
  })

  it('names what spoils the sound, and a refusal before a relay that is not there', () => {
    const found = [
      judgeRelays([measured({ band: 'poor', cause: 'jitter' })]),
      judgeRelays([measured({ band: 'bad', cause: 'delay' })]),
      judgeRelays([measured({ band: 'bad', cause: 'silence', roundTrip: undefined })]),
      judgeRelays([{ kind: 'unreachable' }, { kind: 'refused' }]),
      judgeRelays([{ kind: 'unreachable' }]),
    ].map(({ finding }) => finding)
    expect(found).toEqual(['line-jitter', 'line-delay', 'line-silent', 'relay-refused', 'relay-unreachable'])
  })

  const report = (inbound: object): ReadonlyMap<string, unknown> =>
    new Map<string, unknown>([
      ['in', { type: 'inbound-rtp', kind: 'audio', ...inbound }],
      ['pair', { type: 'candidate-pair', nominated: true, currentRoundTripTime: 0.08 }],
      ['there', { type: 'remote-inbound-rtp', kind: 'audio', fractionLost: 0 }],
    ])

  it('measures one call between two reports, and half of the way that goes there and back', () => {
    const before = report({ packetsReceived: 50, packetsLost: 1, totalSamplesReceived: 48_000 })
    const after = report({
      ...{ packetsReceived: 240, packetsLost: 11, totalSamplesReceived: 240_000, concealedSamples: 9_600 },
      ...{ jitter: 0.004, jitterBufferDelay: 4_000, jitterBufferEmittedCount: 100_000 },
    })
    expect(qualityBetween(before, after)).toMatchObject({
      lost: 0.05,
      concealed: 0.05,
      jitter: 4,
      roundTrip: 40,
      cause: 'loss',
    })
  })

  it('has a figure for every report that a browser could give', () => {
    const stats = fc.dictionary(
      fc.constantFrom('type', 'kind', 'packetsReceived', 'packetsLost', 'jitter', 'totalSamplesReceived'),
      fc.oneof(fc.constantFrom('inbound-rtp', 'audio', 'candidate-pair'), fc.double(), fc.anything()),
    )
    const reports = fc.array(stats).map((all) => new Map(all.map((one, index) => [`${index}`, one])))
    fc.assert(
      fc.property(reports, reports, (before, after) => {
        const { mos } = qualityBetween(before, after)
        expect(mos >= 1 && mos <= 4.5).toBe(true)
      }),
    )
  })
})
