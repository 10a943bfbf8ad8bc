import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'

import { LineTransport } from '../../../renderer/adapters/sip/transport.ts'
import { makeAccount, useLines } from './line-under-test.ts'

const { startServer, makeLine } = useLines()

/** Numbers in [0, 1) from a seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

describe('a long row of short outages', () => {
  it('ends each time with one registration (200 outages)', async () => {
    const random = seeded(20261123)
    const server = await startServer({ delay: 5 })
    const { line, kinds, back } = makeLine({ random: () => random() / 20 })
    await line.signIn(makeAccount(server))
    for (let outage = 0; outage < 200; outage++) {
      const returning = back()
      server.cut()
      // Some sockets are cut again while the desk is on its way back.
      if (random() < 0.3) setTimeout(() => server.cut(), random() * 20)
      await returning
    }
    await vi.waitFor(async () => expect(await line.answersNow()).toBe(true))
    const lost = kinds().filter((kind) => kind === 'link-lost').length
    expect(kinds().filter((kind) => kind === 'link-back')).toHaveLength(lost)
    expect(server.overlapping).toBe(0)
  }, 30_000)
})

describe('what comes over the socket', () => {
  it('never throws, whatever it is (1,000 messages)', () => {
    const transport = new LineTransport()
    transport.onMessage = () => {
      throw new Error('SIP.js stumbled')
    }
    const socket = Object.assign(new EventTarget(), { readyState: WebSocket.OPEN, close: () => undefined })
    transport.adopt(socket as unknown as WebSocket)
    const onLife = vi.fn()
    transport.listener = { onLife }
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.uint8Array(), fc.constant('\r\n'), fc.anything()), (data) => {
        const sent = data instanceof Uint8Array ? data.slice().buffer : data
        socket.dispatchEvent(new MessageEvent('message', { data: sent }))
      }),
      { numRuns: 1_000, seed: 20261123 },
    )
    expect(onLife).toHaveBeenCalledTimes(1_000)
    expect(transport.isConnected()).toBe(true)
  })
})
