import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { measureQuality, qualityBands } from '../../../renderer/domain/call-quality.ts'
import type { QualityDeltas } from '../../../renderer/domain/call-quality.ts'

/** Two seconds of a clear call. */
const clear: QualityDeltas = {
  received: 100,
  lost: 0,
  samples: 96_000,
  concealedSamples: 0,
  jitter: 3,
  jitterBuffer: 40,
  roundTrip: 30,
  lostThere: 0,
  listening: true,
}
const measure = (deltas: Partial<QualityDeltas> = {}) => measureQuality({ ...clear, ...deltas })

describe('how a call sounds', () => {
  it('is good on a clear line', () => {
    expect(measure()).toEqual({
      mos: expect.closeTo(4.38, 1) as number,
      band: 'good',
      cause: 'none',
      concealed: 0,
      lost: 0,
      lostThere: 0,
      roundTrip: 30,
      jitter: 3,
    })
  })

  it.each([
    ['packets that the codec has repaired', { received: 80, lost: 20 }, 'good', 'none'],
    ['packets that were lost and heard', { received: 80, lost: 20, concealedSamples: 9_600 }, 'poor', 'loss'],
    ['packets that came too late', { concealedSamples: 9_600 }, 'poor', 'jitter'],
    ['a way around the world', { roundTrip: 700 }, 'poor', 'delay'],
    ['an upload that is full', { lostThere: 0.1 }, 'poor', 'upload'],
    ['nothing at all', { received: 0, samples: 96_000, concealedSamples: 9_000 }, 'bad', 'silence'],
    ['a call on hold', { received: 0, samples: 0, listening: false }, 'good', 'none'],
  ] as const)('tells %s', (_what, deltas, band, cause) => {
    expect(measure(deltas)).toMatchObject({ band, cause })
  })

  it('never gets better with more of what spoils it (1,000 calls)', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(share, share, share, share, (a, b, c, d) => {
        const score = (concealed: number, delay: number): number =>
          measure({ concealedSamples: concealed * clear.samples, roundTrip: delay * 2_000 }).mos
        expect(score(Math.max(a, b), Math.max(c, d))).toBeLessThanOrEqual(
          score(Math.min(a, b), Math.min(c, d)),
        )
      }),
      { numRuns: 1_000, seed: 20261123 },
    )
  })

  it('has a band for every score, worse for a lower one', () => {
    const bands = Array.from({ length: 1_001 }, (_, index) =>
      measure({ concealedSamples: (index / 1_000) * clear.samples }),
    ).map(({ band }) => qualityBands.indexOf(band))
    expect(bands).toEqual([...bands].sort((a, b) => a - b))
    expect(new Set(bands)).toEqual(new Set([0, 1, 2, 3]))
  })

  it('stays a figure whatever a browser counts (1,000 counts)', () => {
    const any = fc.oneof(fc.double(), fc.integer(), fc.constant(0))
    fc.assert(
      fc.property(
        fc.record({
          received: any,
          lost: any,
          samples: any,
          concealedSamples: any,
          jitter: any,
          jitterBuffer: any,
          roundTrip: fc.option(any, { nil: undefined }),
          lostThere: fc.option(any, { nil: undefined }),
          listening: fc.boolean(),
        }),
        (deltas) => {
          const { mos, concealed, lost, jitter } = measureQuality(deltas)
          expect(mos).toBeGreaterThanOrEqual(1)
          expect(mos).toBeLessThanOrEqual(4.5)
          for (const share of [concealed, lost]) expect(share >= 0 && share <= 1).toBe(true)
          expect(Number.isFinite(jitter)).toBe(true)
        },
      ),
      { numRuns: 1_000, seed: 20261123 },
    )
  })
})
