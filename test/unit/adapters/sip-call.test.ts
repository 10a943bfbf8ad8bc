import { SessionState } from 'sip.js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { CallMicrophone } from '../../../renderer/adapters/sip/call-microphone.ts'
import { problem } from '../../../renderer/domain/problem.ts'
import { done, failed, ok } from '../../../renderer/domain/result.ts'
import { later } from '../../later.ts'
import { pass, ringing, talking } from './call-under-test.ts'
import { imitatedTrack, imitateNoPeers, imitatePeers, ImitatedPeer } from './imitated-peer.ts'
import { header } from './imitated-wire.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
  imitatePeers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

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

  it('is told goodbye at once, without a word from the server, since the window may be closing', async () => {
    const { incoming, wire, needs } = await talking()
    vi.spyOn(needs.line, 'answersNow').mockReturnValue(new Promise(() => undefined))
    incoming.hangUp()
    expect(wire.count('BYE')).toBe(1)
  })

  it('is told goodbye once more when the link is back, if it has swallowed the first', async () => {
    const { incoming, call, wire, server, back } = await talking()
    server.answers = false
    wire.cut(true)
    incoming.hangUp()
    await pass(60_000)
    expect([call()?.state, wire.count('BYE')]).toEqual(['ended', 0])
    wire.cut(false)
    back()
    await pass(0)
    expect(wire.count('BYE')).toBe(1)
  })

  it('is told that nobody is here when the window closes while it rings', async () => {
    const { incoming, wire, call } = await ringing()
    incoming.hangUp()
    expect([statuses(wire.sent).at(-1), call()?.state]).toEqual([
      'SIP/2.0 480 Temporarily Unavailable',
      'ended',
    ])
  })

  it('is told so also when the window closes before the answer has left', async () => {
    const { incoming, wire } = await ringing()
    let said: string | undefined
    incoming.session.stateChange.addListener((state) => {
      if (state !== SessionState.Establishing) return
      incoming.hangUp()
      said = statuses(wire.sent).at(-1)
    })
    expect(await incoming.answer()).toEqual(done)
    await pass(0)
    expect([said, statuses(wire.sent).at(-1)]).toEqual(Array(2).fill('SIP/2.0 480 Temporarily Unavailable'))
  })

  it('can be refused when no connection can be made to answer them', async () => {
    const { incoming, call } = await ringing()
    imitateNoPeers()
    expect([await incoming.answer(), call()?.state]).toEqual([failed(problem('control-failed')), 'offered'])
    await incoming.refuse('agent-refused')
    expect(call()?.state).toBe('ended')
  })
})

describe('the microphone of a call', () => {
  it('is asked for once where it is refused, and once more when the agent tries again', async () => {
    const openMicrophone = vi.fn().mockResolvedValue(failed(problem('microphone-refused')))
    const microphone = new CallMicrophone({ openMicrophone })
    expect(await microphone.open()).toEqual(failed(problem('microphone-refused')))
    expect(openMicrophone).toHaveBeenCalledTimes(1)
    await microphone.open()
    expect(openMicrophone).toHaveBeenCalledTimes(2)
  })

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
