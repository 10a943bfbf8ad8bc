import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { problem } from '../../../renderer/domain/problem.ts'
import { failed } from '../../../renderer/domain/result.ts'
import { later } from '../../later.ts'
import { aboutToDial, dialling, pass } from './call-under-test.ts'
import { imitateNoPeers, imitatePeers, ImitatedPeer } from './imitated-peer.ts'
import { talkingSdp } from './imitated-wire.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
  imitatePeers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('somebody whom the agent calls', () => {
  it('rings, answers, and talks', async () => {
    const { answer, kinds, call } = await dialling()
    expect(call()?.state).toBe('dialling')
    await answer('180 Ringing')
    expect([call()?.state, call()?.earlySound]).toEqual(['ringing', false])
    await answer('200 OK', talkingSdp)
    ImitatedPeer.all[0]?.become('connected')
    expect(kinds()).toEqual(['call-dialled', 'call-rang', 'call-connected'])
  })

  it('is not called any more when the agent signed out while the system asked for the microphone', async () => {
    const { outgoing, headset, facts, wire } = aboutToDial()
    const asked = later<undefined>()
    headset.wait = asked.promise
    const dialled = outgoing.dial()
    outgoing.hangUp()
    asked.resolve(undefined)
    expect(await dialled).toEqual(failed(problem('link-lost')))
    await pass(0)
    expect([facts, wire.sent, headset.open.size]).toEqual([[], [], 0])
  })

  it('is heard before the answer', async () => {
    const { answer, call } = await dialling()
    await answer('183 Session Progress', talkingSdp)
    expect(call()?.earlySound).toBe(true)
  })

  it('may answer at another telephone than the one that was heard before, and gets a connection of their own', async () => {
    const { answer, wire, kinds, call } = await dialling()
    const [there, here] = ['one', 'two'].map((name) => talkingSdp.replace('o=- 1', `o=- ${name}`))
    await answer('183 Session Progress', there)
    ImitatedPeer.all[0]?.become('connected')
    const invite = wire.newest('INVITE')
    wire.answer(invite.replace(/^To: .*$/m, '$&;tag=other'), '200 OK', here)
    await pass(0)
    expect([wire.count('ACK'), wire.count('BYE'), call()?.state]).toEqual([1, 0, 'ringing'])
    expect(wire.newest('INVITE')).toContain('a=kind:offer-1')
    await answer('200 OK', here)
    ImitatedPeer.all[1]?.become('connected')
    expect(kinds()).toEqual(['call-dialled', 'call-rang', 'call-connected'])
  })

  it('may answer as they were heard before', async () => {
    const { answer, wire, call } = await dialling()
    await answer('183 Session Progress', talkingSdp)
    ImitatedPeer.all[0]?.become('connected')
    await answer('200 OK', talkingSdp)
    expect([call()?.state, wire.count('INVITE'), ImitatedPeer.all.length]).toEqual(['connected', 1, 1])
  })

  it('is not called where no connection can be made', async () => {
    const { outgoing, headset, facts, wire } = aboutToDial()
    imitateNoPeers()
    expect(await outgoing.dial()).toEqual(failed(problem('control-failed')))
    await pass(0)
    expect([facts, wire.sent, headset.open.size]).toEqual([[], [], 0])
  })

  it.each([
    ['486 Busy Here', 'busy'],
    ['603 Decline', 'declined'],
    ['404 Not Found', 'unknown-number'],
    ['503 Service Unavailable', 'unreachable'],
    ['302 Moved Temporarily', 'unreachable'],
  ])('and who says %s is %s', async (status, cause) => {
    const { answer, call, headset } = await dialling()
    await answer(status)
    expect([call()?.endCause, headset.open.size]).toEqual([cause, 0])
  })

  it('does not answer, when it rang, or is not to be reached, when it did not', async () => {
    const { answer, call } = await dialling()
    await answer('180 Ringing')
    await answer('480 Temporarily Unavailable')
    expect(call()?.endCause).toBe('no-answer')
  })

  it('is given up, and hung up on if the answer crosses that', async () => {
    const { outgoing, answer, wire, call } = await dialling()
    await answer('180 Ringing')
    outgoing.hangUp()
    await pass(0)
    expect([call()?.endCause, wire.count('CANCEL')]).toEqual(['agent-gave-up', 1])
    await answer('200 OK', talkingSdp)
    expect([wire.count('ACK'), wire.count('BYE')]).toEqual([1, 1])
  })

  it('cannot be heard answering through a socket that is gone', async () => {
    const { outgoing, answer, call } = await dialling()
    await answer('180 Ringing')
    outgoing.linkLost()
    outgoing.linkBack()
    expect(call()?.endCause).toBe('failed')
  })
})
