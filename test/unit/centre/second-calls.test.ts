// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { SecondCalls } from '../../../electron/centre/practice/second-calls.ts'
import { seededRandom } from '../../../renderer/domain/seeded-random.ts'
import { fakeClock } from './fake-clock.ts'

/** Longer than it takes until a second call comes. */
const longEnough = 15_000

/** An agent, ada, whom customers reach one after the other. */
function shift(share: number, seed = 7) {
  const clock = fakeClock()
  const called: string[] = []
  let talking: string | undefined
  const calls = new SecondCalls({
    ...{ share, clock, random: seededRandom(seed) },
    onlyTalksWith: (user, customer) => user === 'ada' && customer === talking,
    isHere: (customer) => customer === talking,
    call: (customer) => called.push(customer),
  })
  const talk = (customer: string, milliseconds = longEnough): string[] => {
    talking = customer
    calls.answered(customer, 'ada')
    clock.pass(milliseconds)
    talking = undefined
    clock.pass(longEnough)
    return called.splice(0)
  }
  return { talk, calls }
}

describe('a second call', () => {
  it('comes from somebody whom the agent has served, while they talk with somebody else, and never in the first', () => {
    const { talk } = shift(1)
    expect(talk('ellis')).toEqual([])
    expect(talk('tremblay')).toEqual(['ellis'])
    expect(['ellis', 'tremblay']).toContain(talk('okafor').join())
  })

  it('does not come when the agent has finished before, or talks with nobody but that customer', () => {
    const { talk } = shift(1)
    talk('ellis')
    expect(talk('ellis')).toEqual([])
    expect(talk('tremblay', 1000)).toEqual([])
  })

  it('comes in such a share of the calls, the same ones for the same seed', () => {
    const drawn = (seed: number): number[] => {
      const { talk } = shift(0.2, seed)
      return Array.from({ length: 500 }, (_, index) => talk(index % 2 === 0 ? 'ellis' : 'tremblay').length)
    }
    const calls = drawn(7).reduce((sum, each) => sum + each, 0)
    expect(calls).toBeGreaterThan(70)
    expect(calls).toBeLessThan(130)
    expect(drawn(7)).toEqual(drawn(7))
    expect(drawn(7)).not.toEqual(drawn(8))
  })

  it('never comes where none is ordered, nor when the centre closes', () => {
    const none = shift(0)
    const customers = ['ellis', 'tremblay', 'okafor', 'abrams']
    expect(customers.flatMap((customer) => none.talk(customer))).toEqual([])
    const closing = shift(1)
    closing.talk('ellis')
    closing.calls.answered('tremblay', 'ada')
    closing.calls.close()
    expect(closing.talk('tremblay')).toEqual([])
  })
})
