import { RegistererState, UserAgent } from 'sip.js'
import type { Invitation, Registerer } from 'sip.js'

import { asCallId } from '../../domain/ids.ts'
import type { CallId } from '../../domain/ids.ts'
import { problem } from '../../domain/problem.ts'
import { done, failed } from '../../domain/result.ts'
import type { CallAudio } from '../../ports/call-audio.ts'
import type { Telephony, TelephonyAccount, TelephonyFact } from '../../ports/telephony.ts'
import type { Undo } from '../../ports/undo.ts'
import { callerOf } from './caller.ts'
import { reconnect } from './reconnect.ts'
import { createRegisterer, register } from './registration.ts'
import { createSessionMedia } from './session-media.ts'
import { SipCall } from './sip-call.ts'
import { userAgentOptions } from './user-agent-options.ts'

export interface SipTelephonyNeeds {
  readonly audio: CallAudio
  readonly now: () => number
  readonly newId: () => string
  readonly random: () => number
}

/** Milliseconds for a goodbye that a dead link would keep waiting for half a minute. */
const goodbyeLimit = 1_500

const within = (limit: number, goodbye: Promise<unknown>): Promise<unknown> =>
  Promise.race([goodbye.catch(() => undefined), new Promise((resolve) => setTimeout(resolve, limit))])

interface Line {
  readonly userAgent: UserAgent
  readonly registerer: Registerer
}

/**
 * The telephone over SIP in a WebSocket (RFC 7118) and WebRTC, on SIP.js's raw UserAgent: its SessionManager drops live
 * calls with the socket.
 */
export function createSipTelephony({ audio, now, newId, random }: SipTelephonyNeeds): Telephony {
  const listeners = new Set<(fact: TelephonyFact) => void>()
  const calls = new Map<CallId, SipCall>()
  let line: Line | undefined
  let account: TelephonyAccount | undefined
  let stopReconnecting: Undo = () => undefined
  let reconnecting = false
  const media = createSessionMedia(() => account?.iceServers ?? [])
  const emit = (fact: TelephonyFact): void => listeners.forEach((listener) => listener(fact))

  function offered(invitation: Invitation): void {
    const id = asCallId(newId())
    const onEnded = (): void => void calls.delete(id)
    calls.set(id, new SipCall({ id, invitation, audio, media, now, emit, onEnded }))
    emit({ kind: 'call-offered', call: id, caller: callerOf(invitation.request), at: now() })
  }

  function lost(): void {
    if (!line) return
    const { userAgent, registerer } = line
    if (reconnecting) return
    reconnecting = true
    emit({ kind: 'link-lost', at: now() })
    stopReconnecting = reconnect({
      random,
      async attempt() {
        await userAgent.reconnect()
        const registered = await register(registerer)
        if (registered.ok) return
        if (registered.problem.code === 'wrong-password') {
          // Trying a refused password again and again is how accounts get locked.
          stopReconnecting()
          emit({ kind: 'signed-out-by-server', at: now() })
        }
        throw new Error('the server did not accept the account again')
      },
      onBack: () => {
        reconnecting = false
        emit({ kind: 'link-back', at: now() })
      },
    })
  }

  async function close(): Promise<void> {
    stopReconnecting()
    reconnecting = false
    const closing = line
    line = undefined
    account = undefined
    for (const call of calls.values()) call.dispose()
    calls.clear()
    if (closing) await within(goodbyeLimit, closing.userAgent.stop())
  }

  return {
    async signIn(wanted) {
      await close()
      account = wanted
      const options = userAgentOptions(wanted, newId())
      if (!options) return failed(problem('server-refused'))
      const userAgent = new UserAgent({
        ...options,
        sessionDescriptionHandlerFactory: (session) => media.factory(session),
        delegate: {
          onInvite: offered,
          // Without an error it is our own doing. SIP.js's promises stay open if a delegate throws: none of these can.
          onDisconnect: (error) => error && lost(),
        },
      })
      try {
        await userAgent.start()
      } catch {
        void userAgent.stop().catch(() => undefined)
        return failed(problem('server-unreachable'))
      }
      const registerer = createRegisterer(userAgent)
      const registered = await register(registerer)
      if (!registered.ok) {
        // Not awaited: SIP.js would wait for an answer that a silent server owes for another half minute.
        void userAgent.stop().catch(() => undefined)
        return registered
      }
      line = { userAgent, registerer }
      // SIP.js renews the registration by itself; without it no customer would ever ring here again.
      registerer.stateChange.addListener((state) => {
        if (state === RegistererState.Unregistered && line?.registerer === registerer) lost()
      })
      return registered
    },
    async signOut() {
      const leaving = line
      line = undefined
      if (leaving) await within(goodbyeLimit, leaving.registerer.unregister())
      line = leaving
      await close()
    },
    prepare: (call) => calls.get(call)?.prepare(),
    answer: async (call) => (await calls.get(call)?.answer()) ?? done,
    refuse: async (call, reason) => calls.get(call)?.refuse(reason),
    hangUp: async (call) => calls.get(call)?.hangUp(),
    setHeld: async (call, held) => (await calls.get(call)?.setHeld(held)) ?? done,
    setMuted: (call, muted) => Promise.resolve(calls.get(call)?.setMuted(muted) ?? done),
    sendDigit: (call, digit) => Promise.resolve(calls.get(call)?.sendDigit(digit) ?? done),
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
