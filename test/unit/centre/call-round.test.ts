// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { CallRound } from '../../../electron/centre/practice/call-round.ts'
import type { CallOutcome } from '../../../electron/centre/practice/schedule.ts'
import { fakeClock } from './fake-clock.ts'

/** A round of one customer with pauses of exactly 5 s, and an agent who comes and goes. */
function round() {
  const clock = fakeClock()
  const line = { isReachable: false }
  const placed: number[] = []
  let end: (outcome: CallOutcome) => void = () => undefined
  const callRound = new CallRound({
    line,
    clock,
    rota: { customers: ['ellis'], pauseSeconds: [5, 5], random: () => 0 },
    placeCall: (_, onEnded) => {
      placed.push(clock.now())
      end = onEnded
    },
  })
  const agent = (isReachable: boolean) => {
    line.isReachable = isReachable
    callRound.lineChanged()
  }
  return { clock, line, placed, callRound, agent, end: (outcome: CallOutcome) => end(outcome) }
}

describe('a round of calls', () => {
  it('starts when the agent comes, and never places a second call beside the first', () => {
    const { clock, placed, agent, end } = round()
    clock.pass(60_000)
    agent(true)
    clock.pass(60_000)
    agent(true)
    clock.pass(60_000)
    expect(placed).toEqual([65_000])
    end('answered')
    clock.pass(5000)
    expect(placed).toEqual([65_000, 185_000])
    end('busy')
    clock.pass(2000)
    expect(placed).toEqual([65_000, 185_000, 187_000])
  })

  it('rests while the agent is away, and pauses anew when the agent is back', () => {
    const { clock, placed, agent, end } = round()
    agent(true)
    clock.pass(4000)
    agent(false)
    clock.pass(60_000)
    agent(true)
    clock.pass(5000)
    expect(placed).toEqual([69_000])
    agent(false)
    end('answered')
    clock.pass(60_000)
    expect(placed).toHaveLength(1)
    agent(true)
    clock.pass(5000)
    expect(placed).toEqual([69_000, 134_000])
  })

  it('rests when a registration has run out in silence', () => {
    const { clock, line, placed, agent } = round()
    agent(true)
    line.isReachable = false
    clock.pass(60_000)
    expect(placed).toEqual([])
    agent(true)
    clock.pass(5000)
    expect(placed).toEqual([65_000])
  })

  it('is over when the centre closes', () => {
    const { clock, placed, callRound, agent, end } = round()
    agent(true)
    clock.pass(5000)
    callRound.close()
    end('answered')
    agent(true)
    clock.pass(60_000)
    expect(placed).toEqual([5000])
  })
})
