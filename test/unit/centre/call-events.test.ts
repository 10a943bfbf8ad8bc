// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outcomeOfRefusal } from '../../../electron/centre/practice/call-events.ts'

describe('a call that was refused', () => {
  it.each([
    [480, undefined, 'busy'],
    [486, undefined, 'busy'],
    [486, 'SIP;cause=480;text="Lunch"', 'busy'],
    [486, 'SIP;cause=486;text="Busy, cause=603"', 'busy'],
    [486, 'Q.850;cause=603', 'busy'],
    [486, 'SIP;cause=603;text="Declined by agent"', 'declined'],
    [486, 'Q.850;cause=17, SIP ; text="No, thank you" ; cause=603', 'declined'],
    [603, undefined, 'declined'],
    [603, 'SIP;cause=603', 'declined'],
    [500, 'SIP;cause=603', 'failed'],
  ])('with %i and the reason %s was %s', (status, reason, outcome) => {
    expect(outcomeOfRefusal(status, reason)).toBe(outcome)
  })

  it('was busy, whatever nonsense the reason is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (reason) => {
        expect(outcomeOfRefusal(486, reason)).toBe('busy')
      }),
      { seed: 7, numRuns: 1000 },
    )
  })
})
