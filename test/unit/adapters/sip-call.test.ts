import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { CallMicrophone } from '../../../renderer/adapters/sip/call-microphone.ts'
import { problem } from '../../../renderer/domain/problem.ts'
import { done, failed, ok } from '../../../renderer/domain/result.ts'
import { later } from '../../later.ts'
import { pass, ringing, talking } from './call-under-test.ts'
import { imitatedTrack, imitatePeers, ImitatedPeer } from './imitated-peer.ts'
import { header, talkingSdp } from './imitated-wire.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
  imitatePeers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const heldSdp = talkingSdp.replace('sendrecv', 'recvonly')
const statuses = (sent: readonly string[]): string[] =>
  sent.filter((message) => message.startsWith('SIP/2.0')).map((message) => message.split('\r\n')[0] ?? '')

describe('a customer who calls', () => {
  it('talks with the agent when both have agreed and the path stands, and is told goodbye', async () => {
    const { incoming, kinds, within, wire, headset, call } = await ringing()
    await incoming.answer()
    within('ACK', 1)
    expect(kinds()).toEqual(['call-offered', 'call-answering'])
    ImitatedPeer.all[0]?.become('connected')
    expect([call()?.state, headset.open.size]).toEqual(['connected', 1])
    incoming.hangUp()
    await pass(0)
    expect([call()?.endCause, headset.open.size, wire.count('BYE')]).toEqual(['agent-hung-up', 0, 1])
  })

  it('who gives up while the system asks for the microphone leaves it closed', async () => {
    const { incoming, headset, kinds, call, cancel } = await ringing()
    const asked = later<undefined>()
    headset.wait = asked.promise
    const answering = incoming.answer()
    cancel()
    asked.resolve(undefined)
    expect(await answering).toEqual(done)
    await pass(0)
    expect([kinds(), headset.open.size]).toEqual([['call-offered', 'call-ended'], 0])
    expect(call()?.endCause).toBe('customer-gave-up')
  })

  it('is refused with the reason, so that the queue hears it', async () => {
    const { incoming, wire, call } = await ringing()
    await incoming.refuse('lunch')
    const answer = wire.sent.at(-1) ?? ''
    expect([statuses([answer]), header(answer, 'Reason'), call()?.endCause]).toEqual([
      ['SIP/2.0 486 Busy Here'],
      'SIP;cause=486;text="Not ready: lunch"',
      'agent-not-ready',
    ])
  })

  it('rings no longer than 4 s without a link, and goes on when it is back before', async () => {
    const { incoming, call } = await ringing()
    incoming.linkLost()
    await pass(3_900)
    incoming.linkBack()
    await pass(10_000)
    expect(call()?.state).toBe('offered')
    incoming.linkLost()
    await pass(4_000)
    expect([call()?.state, call()?.endCause]).toEqual(['ended', 'failed'])
  })

  it('must not move the agent (REFER)', async () => {
    const { within, wire, call } = await talking()
    within('REFER', 2, '', 'Refer-To: <sip:elsewhere@foyer.test>')
    await pass(0)
    expect([statuses(wire.sent).at(-1), call()?.state]).toEqual(['SIP/2.0 603 Decline', 'connected'])
  })

  it('hangs up, and the link is not needed for the agent to be free', async () => {
    const { within, call, headset } = await talking()
    within('BYE', 2)
    await pass(0)
    expect([call()?.endCause, headset.open.size]).toEqual(['customer-hung-up', 0])
  })

  it('is told goodbye when the link is back, if the agent hung up without one', async () => {
    const { incoming, call, wire, server, back } = await talking()
    server.answers = false
    incoming.hangUp()
    await pass(60_000)
    expect([call()?.state, wire.count('BYE')]).toEqual(['ended', 0])
    back()
    await pass(0)
    expect(wire.count('BYE')).toBe(1)
  })
})

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
})

describe('somebody whom a colleague hands over', () => {
  it('takes the colleague’s place in the same call (RFC 3891)', async () => {
    const { incoming, desk, wire, call } = await talking()
    const tag = /tag=(\S+)/.exec(
      header(wire.sent.find((one) => one.startsWith('SIP/2.0 200')) ?? '', 'To'),
    )?.[1]
    wire.request(
      'INVITE',
      [
        'From: "Jean" <sip:+15145550199@foyer.test>;tag=new',
        'To: <sip:agent1@foyer.test>',
        'Call-ID: two',
        'CSeq: 1 INVITE',
        `Replaces: one;to-tag=${tag ?? ''};from-tag=theirs`,
      ],
      talkingSdp,
    )
    await pass(0)
    if (!desk.replacing) throw new Error('SIP.js did not find the call that is replaced')
    await incoming.continueWith(desk.replacing)
    ImitatedPeer.all[1]?.become('connected')
    await pass(0)
    expect([call()?.state, call()?.party.name, wire.count('BYE')]).toEqual(['connected', 'Jean', 1])
    expect(ImitatedPeer.all.map(({ connectionState }) => connectionState)).toEqual(['closed', 'connected'])
  })
})

describe('the microphone of a call', () => {
  it('is opened again when the headset was unplugged while it rang', async () => {
    const [first, second] = [1, 2].map((number) => ({
      track: imitatedTrack(`microphone-${number}`) as never as MediaStreamTrack & { readyState: string },
      onReplaced: () => () => undefined,
      close: vi.fn(),
    }))
    const openMicrophone = vi.fn().mockResolvedValueOnce(ok(first)).mockResolvedValueOnce(ok(second))
    const microphone = new CallMicrophone({ openMicrophone })
    microphone.prepare()
    await pass(0)
    if (first) Object.assign(first.track, { readyState: 'ended' })
    expect(await microphone.open()).toEqual(ok(second))
    expect(first?.close).toHaveBeenCalledOnce()
  })
})
