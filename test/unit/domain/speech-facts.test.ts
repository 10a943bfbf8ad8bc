import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  countSpeech,
  longestFrame,
  nothingHeard,
  talkRatio,
  wholeFacts,
} from '../../../renderer/domain/speech-facts.ts'
import type { Held, HeardFrame, SpeechFacts } from '../../../renderer/domain/speech-facts.ts'

const free: Held = { byMe: false, byCustomer: false }
type Step = readonly [lasted: number, who: string, held?: Held]

/** `m` speaks, `c` speaks, in looks of 50 ms. */
function counted(...steps: readonly Step[]): SpeechFacts {
  let count = nothingHeard
  for (const [lasted, who, held = free] of steps)
    for (let passed = 0; passed < lasted; passed += 50)
      count = countSpeech(count, { lasted: 50, me: who.includes('m'), customer: who.includes('c') }, held)
  return count.facts
}

const none = nothingHeard.facts

describe('who spoke in a call', () => {
  it('is counted by side, with the silence between them', () => {
    expect(counted([3_000, 'c'], [400, ''], [2_000, 'm'])).toEqual({
      ...none,
      customer: 3_000,
      silence: 400,
      me: 2_000,
    })
  })

  it('is no talking over each other while one only begins before the other has ended', () => {
    expect(counted([1_000, 'c'], [500, 'mc'], [1_000, 'm'])).toEqual({ ...none, customer: 1_500, me: 1_500 })
  })

  it('is talking over each other after more than a moment, from its beginning', () => {
    expect(counted([550, 'mc'], [100, 'm'], [300, 'mc'], [1_000, 'mc'])).toMatchObject({ both: 1_850 })
  })

  it('is not heard on hold: that is counted for the side that holds, once', () => {
    const mine = { byMe: true, byCustomer: false }
    const theirs = { byMe: false, byCustomer: true }
    const both = { byMe: true, byCustomer: true }
    expect(counted([1_000, 'm', mine], [2_000, 'c', theirs], [500, 'mc', both], [100, 'm'])).toEqual({
      ...none,
      heldByMe: 1_500,
      heldByCustomer: 2_000,
      me: 100,
    })
  })

  it.each([0, -5, Number.NaN, Infinity, longestFrame + 1])('is not known of a look of %s ms', (lasted) => {
    const before = countSpeech(nothingHeard, { lasted: 600, me: true, customer: true }, free)
    const after = countSpeech(before, { lasted, me: true, customer: true }, free)
    expect(after).toEqual({ facts: before.facts, together: 0 })
  })

  it('never adds up to more than the time, whatever comes (1,000 calls)', () => {
    const look = fc.tuple(
      fc.record<HeardFrame>({
        lasted: fc.oneof(fc.double({ min: 0, max: 2_000 }), fc.double()),
        me: fc.boolean(),
        customer: fc.boolean(),
      }),
      fc.record<Held>({ byMe: fc.boolean(), byCustomer: fc.boolean() }),
    )
    fc.assert(
      fc.property(fc.array(look, { maxLength: 60 }), (looks) => {
        const { facts } = looks.reduce(
          (count, [frame, held]) => countSpeech(count, frame, held),
          nothingHeard,
        )
        const time = looks.reduce(
          (sum, [{ lasted }]) => sum + (lasted > 0 && lasted <= longestFrame ? lasted : 0),
          0,
        )
        const held = facts.heldByMe + facts.heldByCustomer
        const most = time + 1e-6
        expect(Math.max(facts.me, facts.customer) + facts.silence + held).toBeLessThanOrEqual(most)
        expect(facts.both).toBeLessThanOrEqual(Math.min(facts.me, facts.customer) + 1e-6)
        expect(facts.me + facts.customer + facts.silence + held).toBeGreaterThanOrEqual(time - 1e-6)
        expect(Math.min(...Object.values<number>({ ...facts }))).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 1_000, seed: 20261124 },
    )
  })

  it('is kept in whole milliseconds, and told as the agent’s share', () => {
    const facts = wholeFacts({ ...none, me: 999.6, customer: 3_000.2 })
    expect(facts).toEqual({ ...none, me: 1_000, customer: 3_000 })
    expect([talkRatio(facts), talkRatio(none)]).toEqual([0.25, undefined])
  })
})
