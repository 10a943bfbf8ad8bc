// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { CallRound } from '../../../electron/centre/practice/call-round.ts'
import { fakeClock } from './fake-clock.ts'

/** A round with pauses of exactly 5 s, and agents who come and go. */
function round() {
  const clock = fakeClock()
  const arrived: number[] = []
  const here: (() => void)[] = []
  let working = 0
  const callRound = new CallRound({
    clock,
    rota: { customers: ['ellis', 'tremblay'], pauseSeconds: [5, 5], random: () => 0 },
    agentsAtWork: () => working,
    arrive: (_, onGone) => {
      arrived.push(clock.now())
      here.push(onGone)
    },
  })
  const agents = (count: number, tells = true) => {
    working = count
    if (tells) callRound.agentsChanged()
  }
  return { clock, arrived, callRound, agents, leave: () => here.shift()?.() }
}

describe('a round of customers', () => {
  it('starts when an agent comes to work, and never brings more customers than there are agents', () => {
    const { clock, arrived, agents, leave } = round()
    clock.pass(60_000)
    agents(1)
    clock.pass(60_000)
    agents(1)
    clock.pass(60_000)
    expect(arrived).toEqual([65_000])
    agents(2)
    clock.pass(60_000)
    expect(arrived).toEqual([65_000, 185_000])
    leave()
    clock.pass(5000)
    expect(arrived).toEqual([65_000, 185_000, 245_000])
  })

  it('rests while nobody is at work, and pauses anew when somebody is back', () => {
    const { clock, arrived, agents, leave } = round()
    agents(1)
    clock.pass(4000)
    agents(0)
    clock.pass(60_000)
    agents(1)
    clock.pass(5000)
    expect(arrived).toEqual([69_000])
    agents(0)
    leave()
    clock.pass(60_000)
    expect(arrived).toHaveLength(1)
    agents(1)
    clock.pass(5000)
    expect(arrived).toEqual([69_000, 134_000])
  })

  it('brings nobody while somebody is here who has come past the queue', () => {
    const { clock, arrived, callRound, agents } = round()
    agents(1)
    const leave = callRound.join()
    clock.pass(60_000)
    expect(arrived).toEqual([])
    leave()
    clock.pass(5000)
    expect(arrived).toEqual([65_000])
  })

  it('rests when a registration has run out in silence', () => {
    const { clock, arrived, agents } = round()
    agents(1)
    agents(0, false)
    clock.pass(60_000)
    expect(arrived).toEqual([])
    agents(1)
    clock.pass(5000)
    expect(arrived).toEqual([65_000])
  })

  it('goes on when the next customer has left before they came', () => {
    const clock = fakeClock()
    let arrived = 0
    const callRound = new CallRound({
      clock,
      rota: { customers: ['ellis'], pauseSeconds: [5, 5], random: () => 0 },
      agentsAtWork: () => 1,
      arrive: (_, onGone) => {
        arrived += 1
        onGone()
      },
    })
    callRound.agentsChanged()
    clock.pass(15_000)
    expect(arrived).toBe(3)
  })

  it('is over when the centre closes', () => {
    const { clock, arrived, callRound, agents, leave } = round()
    agents(1)
    clock.pass(5000)
    callRound.close()
    leave()
    agents(1)
    clock.pass(60_000)
    expect(arrived).toEqual([5000])
  })
})
