import type { URI } from 'sip.js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { addressOf } from '../../../renderer/adapters/sip/address.ts'
import { handOver } from '../../../renderer/adapters/sip/hand-over.ts'
import { pass, talking } from './call-under-test.ts'
import { imitatePeers } from './imitated-peer.ts'
import { header, talkingSdp } from './imitated-wire.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
  imitatePeers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** The agent hands the customer to a number, and the customer's telephone has just been asked. */
async function referring() {
  const all = await talking()
  const to = addressOf('+16135550117', 'foyer.test') as URI
  to.setParam('user', 'phone')
  const asking = handOver(all.incoming, { line: all.needs.line, to, shown: '+16135550117' })
  await pass(0)
  all.wire.answer(all.wire.newest('INVITE'), '200 OK', talkingSdp.replace('sendrecv', 'recvonly'))
  await pass(0)
  const promise = async (): Promise<void> => {
    all.wire.answer(all.wire.newest('REFER'), '202 Accepted')
    await asking
  }
  const notify = (status: string): void =>
    all.within('NOTIFY', 5, status, 'Event: refer', 'Subscription-State: terminated')
  return { ...all, promise, notify }
}

describe('a customer who is referred to somebody else', () => {
  it('is told the whole address, with what belongs to it inside (RFC 3261 §20)', async () => {
    const { wire } = await referring()
    expect(header(wire.newest('REFER'), 'Refer-To')).toBe('<sip:+16135550117@foyer.test;user=phone>')
  })

  it('and hangs up before saying yes has hung up', async () => {
    const { within, call } = await referring()
    within('BYE', 3)
    await pass(0)
    expect(call()?.endCause).toBe('customer-hung-up')
  })

  it('and hangs up after that has been transferred', async () => {
    const { within, call, promise } = await referring()
    await promise()
    within('BYE', 3)
    await pass(0)
    expect(call()?.endCause).toBe('transferred')
  })

  it('and is refused there stays on hold, unheard', async () => {
    const { wire, call, headset, promise, notify } = await referring()
    await promise()
    notify('SIP/2.0 486 Busy Here')
    await pass(60_000)
    expect([call()?.state, wire.count('INVITE'), headset.track.enabled]).toEqual(['held', 1, false])
  })
})
