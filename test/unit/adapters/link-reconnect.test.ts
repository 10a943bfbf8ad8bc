import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { Reconnect } from '../../../renderer/adapters/link/reconnect.ts'
import type { LinkFact } from '../../../renderer/ports/telephony.ts'

/** A socket that opens or fails after so many milliseconds; `undefined`: never. */
type Fate = { readonly kind: 'open' | 'close'; readonly after: number } | undefined

class FakeSocket extends EventTarget {
  static readonly CONNECTING = 0
  static fates: (index: number) => Fate = () => undefined
  static made: { readonly url: string; readonly at: number; readonly socket: FakeSocket }[] = []
  readyState = 0
  closed = false
  readonly url: string

  constructor(url: string) {
    super()
    this.url = url
    const fate = FakeSocket.fates(FakeSocket.made.length)
    FakeSocket.made.push({ url, at: Date.now() - start, socket: this })
    if (!fate) return
    const befall = (): void => {
      if (this.closed) return
      this.readyState = fate.kind === 'open' ? 1 : 3
      this.dispatchEvent(new Event(fate.kind))
    }
    if (fate.after === 0) queueMicrotask(befall)
    else setTimeout(befall, fate.after)
  }

  close(): void {
    this.closed = true
  }
}

const start = Date.UTC(2026, 10, 23, 13)
let facts: LinkFact[]

beforeEach(() => {
  vi.useFakeTimers({ now: start })
  vi.stubGlobal('WebSocket', FakeSocket)
  FakeSocket.made = []
  FakeSocket.fates = () => ({ kind: 'close', after: 0 })
  facts = []
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function reconnect(options: Partial<ConstructorParameters<typeof Reconnect>[0]> = {}) {
  const onOver = vi.fn()
  const recovery = new Reconnect({
    protocol: 'sip',
    servers: ['ws://one', 'ws://two'],
    settle: () => Promise.resolve('back'),
    onOver,
    emit: (fact) => facts.push(fact),
    now: Date.now,
    random: () => 1,
    ...options,
  })
  return { recovery, onOver }
}

const attempts = () => FakeSocket.made.map(({ url, at }) => [at, url])

describe('coming back', () => {
  it('waits longer with each try, up to 2 s, says so, and stops when told', async () => {
    const { recovery } = reconnect()
    await vi.advanceTimersByTimeAsync(6_000)
    expect(attempts()).toEqual([
      [250, 'ws://one'],
      [750, 'ws://two'],
      [1_750, 'ws://one'],
      [3_750, 'ws://two'],
      [5_750, 'ws://one'],
    ])
    expect(facts.slice(0, 4)).toEqual([
      { kind: 'link-waiting', at: start, retryAt: start + 250 },
      { kind: 'link-trying', at: start + 250 },
      { kind: 'link-waiting', at: start + 250, retryAt: start + 750 },
      { kind: 'link-trying', at: start + 750 },
    ])
    recovery.stop()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(attempts()).toHaveLength(5)
  })

  it('draws each wait anew, so that a thousand desks do not return at one moment', async () => {
    const drawn = [0.5, 0.1, 0.9]
    const { recovery } = reconnect({ random: () => drawn.shift() ?? 1 })
    await vi.advanceTimersByTimeAsync(2_000)
    recovery.stop()
    expect(attempts().slice(0, 3)).toEqual([
      [125, 'ws://one'],
      [175, 'ws://two'],
      [1_075, 'ws://one'],
    ])
  })

  it('is never given up (a night)', async () => {
    const { recovery } = reconnect()
    await vi.advanceTimersByTimeAsync(8 * 3_600_000)
    const before = attempts().length
    await vi.advanceTimersByTimeAsync(10_000)
    expect(attempts().length - before).toBe(5)
    recovery.stop()
  })

  it('works where a browser holds each new connection back for 5 s', async () => {
    FakeSocket.fates = () => ({ kind: 'open', after: 5_000 })
    const { onOver } = reconnect()
    await vi.advanceTimersByTimeAsync(5_250)
    expect(onOver.mock.calls).toEqual([['back']])
    const [won, ...others] = FakeSocket.made
    expect([won?.socket.closed, others.every(({ socket }) => socket.closed)]).toEqual([false, true])
  })

  it('puts another attempt beside one that hangs, and counts the hanging as waiting', async () => {
    FakeSocket.fates = () => undefined
    const { recovery } = reconnect()
    await vi.advanceTimersByTimeAsync(6_000)
    recovery.stop()
    expect(FakeSocket.made.map(({ at }) => Math.round(at / 10) * 10)).toEqual([250, 1_250, 2_250, 4_250])
  })

  it('leaves no socket behind when it is stopped', async () => {
    FakeSocket.fates = () => undefined
    const { recovery } = reconnect()
    await vi.advanceTimersByTimeAsync(30_000)
    recovery.stop()
    expect(FakeSocket.made.every(({ socket }) => socket.closed)).toBe(true)
  })

  it('ends a wait when asked, and goes on no oftener than four times a second', async () => {
    const { recovery } = reconnect()
    await vi.advanceTimersByTimeAsync(4_000)
    for (let change = 0; change < 50; change++) {
      recovery.hurry()
      await vi.advanceTimersByTimeAsync(20)
    }
    recovery.stop()
    const hurried = FakeSocket.made.filter(({ at }) => at >= 4_000)
    expect(hurried[0]?.at).toBe(4_000)
    expect(hurried.length).toBeLessThanOrEqual(5)
  })

  it('takes an answer that nobody understands for none', async () => {
    FakeSocket.fates = () => ({ kind: 'open', after: 0 })
    const settle = vi.fn().mockRejectedValueOnce(new Error('stumbled')).mockResolvedValue('back')
    const { onOver } = reconnect({ settle })
    await vi.advanceTimersByTimeAsync(1_000)
    expect([settle.mock.calls.length, onOver.mock.calls]).toEqual([2, [['back']]])
  })
})
