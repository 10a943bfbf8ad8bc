import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { Liveness } from '../../../renderer/adapters/link/liveness.ts'
import { RoundTrip } from '../../../renderer/adapters/link/round-trip.ts'

let liveness: Liveness
/** Milliseconds there and back, as measured. */
let roundTrip: number
/** Milliseconds that the computer has slept, which only its clock knows. */
let asleep: number
const ping = vi.fn()
const onSilent = vi.fn()
const onWoken = vi.fn()

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
  for (const mock of [ping, onSilent, onWoken]) mock.mockReset()
  asleep = 0
  roundTrip = 30
  liveness = new Liveness({
    now: () => Date.now() + asleep,
    roundTrip: () => roundTrip,
    ...{ ping, onSilent, onWoken },
  })
})
afterEach(() => {
  liveness.stop()
  vi.useRealTimers()
})

const answerAfter = (milliseconds: number) => (): void =>
  void setTimeout(() => liveness.heard(), milliseconds)
const answer = answerAfter(30)

describe('how long a server takes to answer', () => {
  const measure = (...trips: readonly number[]): RoundTrip => {
    const measured = new RoundTrip()
    for (const trip of trips) {
      measured.asked(0)
      measured.answered(trip)
    }
    return measured
  }

  it('falls slowly, since a message may come by itself just after a question', () => {
    expect(measure(800, 10).milliseconds).toBe(600)
  })

  it('is not what the computer has slept, nor what another connection took', () => {
    const measured = measure(30, 3_600_000)
    measured.asked(0)
    measured.forgetQuestion()
    measured.answered(900)
    expect(measured.milliseconds).toBe(30)
  })
})

describe('the watch over a link', () => {
  it('asks every two seconds and is content with an answer (an hour)', async () => {
    ping.mockImplementation(answer)
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(onSilent).not.toHaveBeenCalled()
    expect(ping.mock.calls.length).toBeGreaterThan(1_700)
  })

  it('asks nothing while the server talks by itself', async () => {
    for (let second = 0; second < 60; second++) {
      await vi.advanceTimersByTimeAsync(1_000)
      liveness.heard()
    }
    expect(ping).not.toHaveBeenCalled()
  })

  it('finds a server that died just after its last word, 4 s later, once', async () => {
    ping.mockImplementationOnce(answer)
    await vi.advanceTimersByTimeAsync(2_030 + 3_999)
    expect(onSilent).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(onSilent).toHaveBeenCalledTimes(1)
  })

  it('asks twice in a hurry, and answers within a second', async () => {
    const answers = liveness.check()
    await vi.advanceTimersByTimeAsync(800)
    expect([await answers, ping.mock.calls.length, onSilent.mock.calls.length]).toEqual([false, 2, 1])
  })

  it.each([900, 1_500])('does not take a slow link for a dead one (%d ms there and back)', async (there) => {
    ping.mockImplementation(answerAfter(there))
    roundTrip = there
    for (let minute = 0; minute < 10; minute++) {
      const answers = liveness.check()
      await vi.advanceTimersByTimeAsync(60_000)
      expect(await answers).toBe(true)
    }
    expect(onSilent).not.toHaveBeenCalled()
  })

  it('allows for a slow link before it has measured it', async () => {
    roundTrip = new RoundTrip().milliseconds
    ping.mockImplementation(answerAfter(850))
    const answers = liveness.check()
    await vi.advanceTimersByTimeAsync(2_000)
    expect([await answers, onSilent.mock.calls.length]).toEqual([true, 0])
  })

  it('forgives one answer that got lost', async () => {
    ping.mockImplementationOnce(() => undefined).mockImplementationOnce(answer)
    const answers = liveness.check()
    await vi.advanceTimersByTimeAsync(500)
    expect([await answers, onSilent.mock.calls.length]).toEqual([true, 0])
  })

  it('concludes nothing from a deadline through which the computer slept', async () => {
    await vi.advanceTimersByTimeAsync(2_500)
    expect(ping).toHaveBeenCalledTimes(1)
    asleep = 3_600_000
    ping.mockImplementation(answer)
    await vi.advanceTimersByTimeAsync(60_000)
    expect([onSilent.mock.calls.length, onWoken.mock.calls.length]).toEqual([0, 1])
  })

  it('goes on when the clock is set back by an hour', async () => {
    ping.mockImplementation(answer)
    await vi.advanceTimersByTimeAsync(10_000)
    asleep = -3_600_000
    const before = ping.mock.calls.length
    await vi.advanceTimersByTimeAsync(10_000)
    expect(ping.mock.calls.length).toBeGreaterThan(before)
    ping.mockReset()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(onSilent).toHaveBeenCalledTimes(1)
  })
})
