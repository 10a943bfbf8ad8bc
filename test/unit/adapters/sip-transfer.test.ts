import fc from 'fast-check'
import type { URI } from 'sip.js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { addressOf } from '../../../renderer/adapters/sip/address.ts'
import { handOver } from '../../../renderer/adapters/sip/hand-over.ts'
import type { MovableCall } from '../../../renderer/adapters/sip/hand-over.ts'
import { fragmentStatus } from '../../../renderer/adapters/sip/sip-fragment.ts'
import { problem } from '../../../renderer/domain/problem.ts'
import { done, failed } from '../../../renderer/domain/result.ts'

beforeEach(() => void vi.useFakeTimers({ now: 0 }))
afterEach(() => void vi.useRealTimers())

interface Refer {
  readonly onNotify: (notification: { accept: () => Promise<void>; request: { body: string } }) => void
  readonly requestDelegate: {
    onAccept(): void
    onReject(response: { message: { statusCode: number } }): void
  }
}

/** A call that tells what happens to it in one list. */
function createCall() {
  const happened: string[] = []
  const refer = vi.fn<(to: unknown, options: Refer) => Promise<void>>(() => Promise.resolve())
  const state = { over: false, held: false }
  const call: MovableCall = {
    session: { refer } as never,
    get isTalking() {
      return !state.over
    },
    handOver: 'none',
    isOver: () => state.over,
    setHeld(held) {
      if (state.held !== held) happened.push(held ? 'held' : 'resumed')
      state.held = held
      return Promise.resolve(done)
    },
    leave(cause) {
      if (!state.over) happened.push(cause)
      state.over = true
    },
    tell: (fact) => happened.push(fact.kind),
  }
  const far = () => {
    const options = refer.mock.lastCall?.[1]
    if (!options) throw new Error('nobody was asked')
    return {
      promise: () => options.requestDelegate.onAccept(),
      refuse: (statusCode: number) => options.requestDelegate.onReject({ message: { statusCode } }),
      notify: (body: string) => options.onNotify({ accept: () => Promise.resolve(), request: { body } }),
    }
  }
  return { call, happened, refer, far, state }
}

const line = { answersNow: () => Promise.resolve(true), onBack: () => () => undefined }
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)
const to = addressOf('7001', 'foyer.test') as URI
const blind = { line, to, shown: '7001' }

describe('a transfer', () => {
  it('ends the call here when the customer has been answered there', async () => {
    const { call, happened, far } = createCall()
    const asking = handOver(call, blind)
    await pass(0)
    far().promise()
    expect(await asking).toEqual(done)
    far().notify('SIP/2.0 100 Trying')
    far().notify('SIP/2.0 180 Ringing\r\n')
    await pass(60_000)
    far().notify('SIP/2.0 200 OK')
    await pass(0)
    expect(happened).toEqual(['held', 'transfer-asked', 'transferred'])
  })

  it('leaves the customer on hold when nobody takes them: the agent may talk to somebody else by now', async () => {
    const { call, happened, far } = createCall()
    void handOver(call, blind)
    await pass(0)
    far().promise()
    await pass(0)
    far().notify('SIP/2.0 486 Busy Here')
    await pass(0)
    expect([happened, call.handOver]).toEqual([['held', 'transfer-asked', 'transfer-refused'], 'none'])
  })

  it('counts as refused after 30 s without a word', async () => {
    const { call, happened, far, state } = createCall()
    state.held = true
    void handOver(call, blind)
    await pass(0)
    far().promise()
    await pass(29_000)
    expect(happened).toEqual(['transfer-asked'])
    await pass(1_000)
    expect([happened, state.held]).toEqual([['transfer-asked', 'transfer-refused'], true])
  })

  it('that the other side does not want fails at once', async () => {
    const { call, happened, far } = createCall()
    const asking = handOver(call, blind)
    await pass(0)
    far().refuse(405)
    expect([await asking, happened]).toEqual([failed(problem('transfer-failed')), ['held']])
  })

  it('of a call that the other side has forgotten ends it', async () => {
    const { call, happened, far } = createCall()
    void handOver(call, blind)
    await pass(0)
    far().refuse(481)
    await pass(0)
    expect(happened).toEqual(['held', 'forgotten'])
  })

  it('does nothing more when the customer has hung up meanwhile', async () => {
    const { call, happened, far } = createCall()
    void handOver(call, blind)
    await pass(0)
    far().promise()
    await pass(0)
    call.leave('transferred')
    far().notify('SIP/2.0 503 Service Unavailable')
    await pass(0)
    expect(happened).toEqual(['held', 'transfer-asked', 'transferred'])
  })

  it('is heard from the word that overtakes the promise', async () => {
    const { call, happened, far } = createCall()
    void handOver(call, blind)
    await pass(0)
    far().notify('SIP/2.0 200 OK')
    await pass(0)
    expect(happened).toEqual(['held', 'transfer-asked', 'transferred'])
  })

  it('after asking a colleague refers to that dialogue, and ends both calls', async () => {
    const { call, happened, far, refer } = createCall()
    const colleague = createCall()
    void handOver(call, { line, to: colleague.call, shown: '7001' })
    await pass(0)
    expect([refer.mock.lastCall?.[0], colleague.call.handOver]).toEqual([colleague.call.session, 'asked'])
    far().promise()
    await pass(0)
    expect(colleague.call.handOver).toBe('promised')
    far().notify('SIP/2.0 200 OK')
    await pass(0)
    expect([happened, colleague.happened]).toEqual([
      ['held', 'transfer-asked', 'transferred'],
      ['transferred'],
    ])
  })

  it('of a customer who has gone meanwhile connects nobody, and says so', async () => {
    const { call, state } = createCall()
    state.over = true
    expect(await handOver(call, { line, to: createCall().call, shown: '7001' })).toEqual(
      failed(problem('transfer-failed')),
    )
  })

  it('is asked for once at a time', async () => {
    const { call, refer } = createCall()
    void handOver(call, blind)
    await pass(0)
    expect([await handOver(call, blind), refer.mock.calls.length]).toEqual([
      failed(problem('transfer-failed')),
      1,
    ])
  })

  it('to a colleague who does not talk yet is not asked for', async () => {
    const { call, happened } = createCall()
    const colleague = createCall()
    colleague.state.over = true
    expect(await handOver(call, { line, to: colleague.call, shown: '7001' })).toEqual(
      failed(problem('transfer-failed')),
    )
    expect(happened).toEqual([])
  })
})

describe('a word about a transfer', () => {
  it.each([
    ['SIP/2.0 200 OK\r\n', 200],
    ['sip/2.0 603 Declined', 603],
    ['\r\nSIP/2.0 180', 180],
    ['SIP/2.0 2000 OK', undefined],
    ['HTTP/1.1 200 OK', undefined],
    ['', undefined],
  ])('%j says %s', (body, status) => {
    expect(fragmentStatus(body)).toBe(status)
  })

  it('is a status or nothing, whatever somebody sends (1,000 bodies)', () => {
    const body = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string().map((text) => `SIP/2.0 ${text}`),
    )
    fc.assert(
      fc.property(body, (text) => {
        const status = fragmentStatus(text) ?? 100
        expect(status >= 100 && status < 700).toBe(true)
      }),
      { numRuns: 1_000, seed: 20261123 },
    )
  })
})
