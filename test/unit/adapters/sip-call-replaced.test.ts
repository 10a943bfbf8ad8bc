import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { done } from '../../../renderer/domain/result.ts'
import { pass, talking } from './call-under-test.ts'
import { imitateNoPeers, imitatePeers, ImitatedPeer } from './imitated-peer.ts'
import { header, talkingSdp } from './imitated-wire.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
  imitatePeers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

type Talking = Awaited<ReturnType<typeof talking>>

/** A colleague, to whom the agent talks, puts Jean in their own place. */
async function handJeanOver({ incoming, desk, wire }: Talking): Promise<void> {
  const answer = wire.sent.find((one) => one.startsWith('SIP/2.0 200')) ?? ''
  const tag = /tag=(\S+)/.exec(header(answer, 'To'))?.[1] ?? ''
  wire.request(
    'INVITE',
    [
      'From: "Jean" <sip:+15145550199@foyer.test>;tag=new',
      'To: <sip:agent1@foyer.test>',
      'Call-ID: two',
      'CSeq: 1 INVITE',
      `Replaces: one;to-tag=${tag};from-tag=theirs`,
    ],
    talkingSdp,
  )
  await pass(0)
  if (!desk.replacing) throw new Error('SIP.js did not find the call that is replaced')
  await incoming.continueWith(desk.replacing)
  ImitatedPeer.all[1]?.become('connected')
  await pass(0)
}

describe('somebody whom a colleague hands over', () => {
  it('takes the colleague’s place in the same call (RFC 3891)', async () => {
    const all = await talking()
    await handJeanOver(all)
    const { wire, call } = all
    expect([call()?.state, call()?.party.name, wire.count('BYE')]).toEqual(['connected', 'Jean', 1])
    expect(ImitatedPeer.all.map(({ connectionState }) => connectionState)).toEqual(['closed', 'connected'])
  })

  it('waits on hold where the colleague was held: the agent may talk to somebody else', async () => {
    const all = await talking()
    const { incoming, wire, call, headset } = all
    const holding = incoming.setHeld(true)
    await pass(0)
    wire.answer(wire.newest('INVITE'), '200 OK', talkingSdp.replace('sendrecv', 'recvonly'))
    expect(await holding).toEqual(done)
    await handJeanOver(all)
    expect([call()?.state, call()?.party.name, headset.track.enabled]).toEqual(['held', 'Jean', false])
    expect(wire.sent.findLast((one) => one.startsWith('SIP/2.0 200'))).toContain('a=sendonly')
  })

  it('is heard again where the colleague was not', async () => {
    const all = await talking()
    all.incoming.tell({ kind: 'sound-lost' })
    await handJeanOver(all)
    expect([all.call()?.soundLostAt, all.kinds().slice(-2)]).toEqual([
      undefined,
      ['party-changed', 'sound-back'],
    ])
  })

  it('is refused where no connection can be made, and the colleague stays', async () => {
    const all = await talking()
    imitateNoPeers()
    await handJeanOver(all)
    expect([all.call()?.state, all.call()?.party.name, all.headset.track.enabled]).toEqual([
      'connected',
      'Amélie',
      true,
    ])
  })
})
