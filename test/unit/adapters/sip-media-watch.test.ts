import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { readCounters } from '../../../renderer/adapters/sip/media-counters.ts'
import type { MediaCounters } from '../../../renderer/adapters/sip/media-counters.ts'
import { repairMedia } from '../../../renderer/adapters/sip/media-repair.ts'
import { watchMedia } from '../../../renderer/adapters/sip/media-watch.ts'

const zero = readCounters(new Map() as never)

beforeEach(() => void vi.useFakeTimers({ now: 0 }))
afterEach(() => void vi.useRealTimers())

/** A call whose counters the test moves on: each 50 ms brings what flows. */
function listen(flows: { packets: number; checks: number; answers: number }) {
  let counted: MediaCounters = { ...zero, pair: 'a' }
  const media = {
    path: 'connected' as RTCPeerConnectionState,
    receives: true,
    counters: () => Promise.resolve(counted),
  }
  const told: [string, number][] = []
  const server = { answers: true, lostAt: undefined as number | undefined, asked: 0 }
  const timer = setInterval(() => {
    counted = {
      ...counted,
      packets: counted.packets + flows.packets,
      checks: counted.checks + flows.checks,
      answers: counted.answers + flows.answers,
    }
  }, 50)
  const watch = watchMedia({
    media,
    now: () => Date.now(),
    linkLostAt: () => server.lostAt,
    answersNow() {
      server.asked += 1
      return Promise.resolve(server.answers)
    },
    onLost: (since) => told.push(['lost', since]),
    onBack: () => told.push(['back', Date.now()]),
  })
  const stop = (): void => {
    clearInterval(timer)
    watch.stop()
  }
  return { media, flows, told, server, stop }
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)
const talk = () => ({ packets: 1, checks: 0, answers: 0 })
const silence = { packets: 0 }

describe('a call that cannot be heard', () => {
  it('is found when the server is silent, too, within a second', async () => {
    const { flows, told, server, stop } = listen(talk())
    await pass(2_000)
    Object.assign(flows, silence)
    server.answers = false
    await pass(1_000)
    expect(told).toEqual([['lost', 2_000]])
    stop()
  })

  it('is found by checks that nobody answers while the server is well', async () => {
    const { flows, told, stop } = listen(talk())
    await pass(2_000)
    Object.assign(flows, silence, { checks: 0.1 })
    await pass(1_500)
    expect(told).toEqual([['lost', 2_000]])
    stop()
  })

  it('is not one whose other end only says nothing', async () => {
    const { flows, told, server, stop } = listen(talk())
    await pass(2_000)
    Object.assign(flows, silence, { checks: 0.02, answers: 0.02 })
    await pass(60_000)
    expect([told, server.asked > 0]).toEqual([[], true])
    stop()
  })

  it('is not one on hold, and nobody is asked', async () => {
    const { media, flows, told, server, stop } = listen(talk())
    media.receives = false
    Object.assign(flows, silence)
    await pass(60_000)
    expect([told, server.asked]).toEqual([[], 0])
    stop()
  })

  it('is one whose path the browser gives up', async () => {
    const { media, told, stop } = listen(talk())
    media.path = 'disconnected'
    await pass(250)
    expect(told).toEqual([['lost', 250]])
    stop()
  })

  it('is back with the first packet, or with the first answer of somebody silent', async () => {
    for (const sign of [{ packets: 1 }, { answers: 1 }]) {
      const { flows, told, server, stop } = listen(talk())
      server.answers = false
      Object.assign(flows, silence)
      await pass(1_500)
      Object.assign(flows, sign)
      await pass(200)
      expect(told.map(([kind]) => kind)).toEqual(['lost', 'back'])
      stop()
    }
  })
})

describe('a repair', () => {
  it('is tried again and again, at most every 2 s, and never through a dead socket', async () => {
    const tried: number[] = []
    let settled = false
    const work = repairMedia({
      untilServerAnswers: () => new Promise((resolve) => setTimeout(resolve, 1_000)),
      isSettled: () => settled,
      repair() {
        tried.push(Date.now())
        return Promise.resolve(false)
      },
    })
    await pass(14_000)
    expect(tried).toEqual([1_000, 2_250, 3_750, 5_750, 8_750, 11_750])
    settled = true
    await pass(2_000)
    await work
  })

  it('is not needed when the old path carries again by the time the server answers', async () => {
    const repair = vi.fn(() => Promise.resolve(true))
    let settled = false
    const work = repairMedia({
      untilServerAnswers: () => Promise.resolve((settled = true)),
      isSettled: () => settled,
      repair,
    })
    await work
    expect(repair).not.toHaveBeenCalled()
  })
})
