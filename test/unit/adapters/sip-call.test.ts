import { SessionState } from 'sip.js'
import { SessionDescriptionHandler } from 'sip.js/lib/platform/web/index.js'
import { describe, expect, it, vi } from 'vitest'

import { CallMicrophone } from '../../../renderer/adapters/sip/call-microphone.ts'
import { SipCall } from '../../../renderer/adapters/sip/sip-call.ts'
import { asCallId } from '../../../renderer/domain/ids.ts'
import { problem } from '../../../renderer/domain/problem.ts'
import { done, failed, ok } from '../../../renderer/domain/result.ts'
import type { TelephonyFact } from '../../../renderer/ports/telephony.ts'
import { later } from '../../later.ts'

function createMicrophones() {
  const open = new Set<object>()
  const make = () => {
    const track = {
      readyState: 'live',
      stop() {
        track.readyState = 'ended'
        open.delete(track)
      },
    }
    open.add(track)
    return { track, stream: { getTracks: () => [track] } as never }
  }
  return { open, make }
}

interface Reinvite {
  readonly requestDelegate: { readonly onAccept: () => void; readonly onReject: () => void }
}

/** A call whose dialogue and media are played by the test. */
function createCall() {
  const { open, make } = createMicrophones()
  const facts: TelephonyFact[] = []
  const told: ((state: SessionState) => void)[] = []
  const [sender, receiver] = [{ enabled: true }, { enabled: true }]
  const handler = Object.assign(Object.create(SessionDescriptionHandler.prototype) as object, {
    _peerConnection: {
      connectionState: 'connected',
      getSenders: () => [{ track: sender }],
      getReceivers: () => [{ track: receiver }],
    },
  })
  const invitation = {
    state: SessionState.Initial,
    sessionDescriptionHandler: handler,
    sessionDescriptionHandlerOptionsReInvite: {},
    stateChange: { addListener: (listener: (state: SessionState) => void) => void told.push(listener) },
    accept: vi.fn(() => Promise.resolve()),
    reject: vi.fn(() => Promise.resolve()),
    bye: vi.fn(() => Promise.resolve()),
    invite: vi.fn<(reinvite: Reinvite) => Promise<void>>(() => Promise.resolve()),
  }
  const asking: { wait: Promise<unknown> } = { wait: Promise.resolve() }
  const call = new SipCall({
    id: asCallId('call-1'),
    invitation: invitation as never,
    audio: {
      async openMicrophone() {
        await asking.wait
        return ok(make().stream)
      },
      playCustomer: () => () => undefined,
      ring: () => () => undefined,
    },
    media: { give: () => undefined, factory: () => handler as never },
    now: () => 0,
    emit: (fact) => facts.push(fact),
    onEnded: () => undefined,
  })
  const become = (state: SessionState): void => {
    invitation.state = state
    told.forEach((listener) => listener(state))
  }
  const answerReinvite = (how: 'onAccept' | 'onReject') =>
    invitation.invite.mock.lastCall?.[0].requestDelegate[how]()
  return {
    call,
    invitation,
    become,
    open,
    asking,
    facts: () => facts.map(({ kind }) => kind),
    sender,
    receiver,
    answerReinvite,
  }
}

async function talking() {
  const desk = createCall()
  await desk.call.answer()
  desk.become(SessionState.Established)
  expect(desk.facts()).toEqual(['call-answering', 'call-connected'])
  return desk
}

describe('a conversation', () => {
  it('keeps a muted agent from the customer, also after hold', async () => {
    const { call, sender, receiver, answerReinvite } = await talking()
    call.setMuted(true)
    expect([sender.enabled, receiver.enabled]).toEqual([false, true])
    for (const held of [true, false]) {
      const holding = call.setHeld(held)
      answerReinvite('onAccept')
      expect(await holding).toEqual(done)
    }
    expect([sender.enabled, receiver.enabled]).toEqual([false, true])
  })

  it('lets nothing through from the moment of the key, and again when the other side refuses the hold', async () => {
    const { call, sender, receiver, answerReinvite, invitation } = await talking()
    const holding = call.setHeld(true)
    expect([sender.enabled, receiver.enabled]).toEqual([false, false])
    answerReinvite('onReject')
    expect(await holding).toEqual(failed(problem('control-failed')))
    expect([sender.enabled, receiver.enabled]).toEqual([true, true])
    expect(invitation.sessionDescriptionHandlerOptionsReInvite).toEqual({ hold: false })
  })

  it('is on hold when the other side agrees later than the agent was told', async () => {
    vi.useFakeTimers()
    try {
      const { call, sender, answerReinvite, facts } = await talking()
      const holding = call.setHeld(true)
      await vi.advanceTimersByTimeAsync(6_000)
      expect(await holding).toEqual(failed(problem('control-failed')))
      answerReinvite('onAccept')
      expect([facts().at(-1), sender.enabled]).toEqual(['call-held', false])
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('the microphone of a call', () => {
  it('is closed when nobody answered', async () => {
    const { call, become, open } = createCall()
    call.prepare()
    await vi.waitFor(() => expect(open.size).toBe(1))
    become(SessionState.Terminated)
    await vi.waitFor(() => expect(open.size).toBe(0))
  })

  it('is closed when the customer gave up while the system asked for it, and the call is not answered', async () => {
    const { call, become, asking, invitation, facts, open } = createCall()
    const asked = later<undefined>()
    asking.wait = asked.promise
    call.prepare()
    const answering = call.answer()
    become(SessionState.Terminated)
    asked.resolve(undefined)
    expect(await answering).toEqual(done)
    expect([facts(), invitation.accept.mock.calls.length]).toEqual([['call-ended'], 0])
    await vi.waitFor(() => expect(open.size).toBe(0))
  })

  it('is opened again when the headset was unplugged while it rang', async () => {
    const { make } = createMicrophones()
    const [first, second] = [make(), make()]
    const openMicrophone = vi
      .fn()
      .mockResolvedValueOnce(ok(first.stream))
      .mockResolvedValueOnce(ok(second.stream))
    const microphone = new CallMicrophone({ openMicrophone })
    microphone.prepare()
    await vi.waitFor(() => expect(openMicrophone).toHaveBeenCalledOnce())
    first.track.readyState = 'ended'
    expect(await microphone.open()).toEqual(ok(second.stream))
  })
})
