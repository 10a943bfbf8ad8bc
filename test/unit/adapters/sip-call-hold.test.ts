import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { directionIn } from '../../../renderer/adapters/sip/media-directions.ts'
import { problem } from '../../../renderer/domain/problem.ts'
import { done, failed } from '../../../renderer/domain/result.ts'
import { pass, talking } from './call-under-test.ts'
import { imitatePeers } from './imitated-peer.ts'
import { talkingSdp } from './imitated-wire.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
  imitatePeers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const heldSdp = talkingSdp.replace('sendrecv', 'recvonly')

async function hold({ incoming, wire }: Awaited<ReturnType<typeof talking>>): Promise<void> {
  const holding = incoming.setHeld(true)
  await pass(0)
  wire.answer(wire.newest('INVITE'), '200 OK', heldSdp)
  await holding
}

describe('hold and mute', () => {
  it('keep a muted agent from the customer, also after hold', async () => {
    const { incoming, headset, wire, kinds } = await talking()
    incoming.setMuted(true)
    for (const held of [true, false]) {
      const holding = incoming.setHeld(held)
      await pass(0)
      wire.answer(wire.newest('INVITE'), '200 OK', held ? heldSdp : talkingSdp)
      expect(await holding).toEqual(done)
    }
    expect(headset.track.enabled).toBe(false)
    expect(kinds().slice(3)).toEqual(['call-muted', 'call-held', 'call-resumed'])
  })

  it('let nothing through from the moment of the key, and again when the other side refuses the hold', async () => {
    const { incoming, headset, wire, call } = await talking()
    const holding = incoming.setHeld(true)
    expect(headset.track.enabled).toBe(false)
    await pass(0)
    wire.answer(wire.newest('INVITE'), '488 Not Acceptable Here')
    expect(await holding).toEqual(failed(problem('control-failed')))
    expect([headset.track.enabled, call()?.state]).toEqual([true, 'connected'])
  })

  it('take effect when the other side agrees later than the agent was told', async () => {
    const { incoming, headset, wire, call } = await talking()
    const holding = incoming.setHeld(true)
    await pass(6_000)
    expect(await holding).toEqual(failed(problem('control-failed')))
    wire.answer(wire.newest('INVITE'), '200 OK', heldSdp)
    await pass(0)
    expect([call()?.state, headset.track.enabled]).toEqual(['held', false])
  })

  it('are sent again after the link swallowed them, without SIP.js standing in the way', async () => {
    const { incoming, wire, call } = await talking()
    wire.cut(true)
    const holding = incoming.setHeld(true)
    await pass(1_000)
    expect(wire.count('INVITE')).toBe(0)
    wire.cut(false)
    incoming.linkLost()
    await pass(0)
    wire.answer(wire.newest('INVITE'), '200 OK', heldSdp)
    expect([await holding, call()?.state]).toEqual([done, 'held'])
  })

  it('are told when the customer holds the agent', async () => {
    const { within, call } = await talking()
    within('INVITE', 2, talkingSdp.replace('sendrecv', 'sendonly'))
    await pass(0)
    within('ACK', 2)
    expect(call()?.heldByCustomer).toBe(true)
  })

  it('end a call that the server has forgotten', async () => {
    const { incoming, wire, call } = await talking()
    const holding = incoming.setHeld(true)
    await pass(0)
    wire.answer(wire.newest('INVITE'), '481 Call/Transaction Does Not Exist')
    expect([await holding, call()?.endCause]).toEqual([done, 'forgotten'])
  })

  it('stay as the agent was told when the other side agrees too late to a resume', async () => {
    const all = await talking()
    await hold(all)
    const resuming = all.incoming.setHeld(false)
    await pass(5_100)
    expect(await resuming).toEqual(failed(problem('control-failed')))
    all.wire.answer(all.wire.newest('INVITE'), '200 OK', talkingSdp)
    await pass(0)
    expect([all.call()?.state, all.headset.track.enabled]).toEqual(['held', false])
    expect(directionIn(all.wire.newest('INVITE'))).toBe('sendonly')
    all.wire.answer(all.wire.newest('INVITE'), '200 OK', heldSdp)
    await pass(0)
    expect([all.kinds().slice(3), all.wire.count('INVITE')]).toEqual([['call-held'], 3])
  })

  it('end with a resume that comes late and is wanted again by then', async () => {
    const all = await talking()
    await hold(all)
    void all.incoming.setHeld(false)
    await pass(5_100)
    const again = all.incoming.setHeld(false)
    await pass(0)
    all.wire.answer(all.wire.newest('INVITE'), '200 OK', talkingSdp)
    await pass(0)
    expect([all.call()?.state, all.headset.track.enabled]).toEqual(['connected', true])
    all.wire.answer(all.wire.newest('INVITE'), '200 OK', talkingSdp)
    expect(await again).toEqual(done)
  })

  it('work again after an answer that never came', async () => {
    const { incoming, wire, call } = await talking()
    void incoming.setHeld(true)
    await pass(0)
    wire.answer(wire.newest('INVITE'), '100 Trying')
    await pass(5_100)
    void incoming.setHeld(true)
    await pass(10_000)
    incoming.linkLost()
    const holding = incoming.setHeld(true)
    await pass(0)
    wire.answer(wire.newest('INVITE'), '200 OK', heldSdp)
    expect([await holding, call()?.state]).toEqual([done, 'held'])
  })
})
