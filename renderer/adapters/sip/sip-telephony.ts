import type { Invitation } from 'sip.js'

import { asCallId } from '../../domain/ids.ts'
import type { CallId } from '../../domain/ids.ts'
import { problem } from '../../domain/problem.ts'
import { done, failed, ok } from '../../domain/result.ts'
import type { CallAudio } from '../../ports/call-audio.ts'
import type { CallQueue } from '../../ports/call-queue.ts'
import type { QueueSetup } from '../../domain/queue-state.ts'
import type { DialTarget, Telephony, TelephonyFact } from '../../ports/telephony.ts'
import type { Transcriber } from '../../ports/transcriber.ts'
import { addressOf } from './address.ts'
import type { Repair } from './call-media.ts'
import { handOver } from './hand-over.ts'
import { IncomingCall } from './incoming-call.ts'
import { createSipLine } from './line.ts'
import { createListeners } from '../link/listeners.ts'
import { OutgoingCall } from './outgoing-call.ts'
import { createSessionMedia } from './session-media.ts'
import type { SipCall, SipCallNeeds } from './sip-call.ts'
import { createSipQueue } from './sip-queue.ts'
import { createSpokenWords } from './spoken-words.ts'
import { within } from '../link/within.ts'

export interface SipTelephonyNeeds {
  readonly audio: Pick<CallAudio, 'openMicrophone' | 'playCustomer'>
  readonly now: () => number
  readonly newId: () => string
  readonly random: () => number
  /** How a call that cannot be heard any more finds a new path. */
  readonly repair?: Repair
}

export interface SipTelephony {
  readonly telephony: Telephony
  readonly queueFor: (setup: QueueSetup) => CallQueue
  /** Hears what the telephone system writes down of the calls. */
  readonly transcriber: Transcriber
}

/** Milliseconds for the goodbyes of a desk that signs out in mid-call. */
const goodbyeLimit = 1_500

/**
 * The telephone over SIP in a WebSocket (RFC 7118) and WebRTC, on SIP.js's raw UserAgent: its SessionManager drops live
 * calls with the socket.
 */
export function createSipTelephony(needs: SipTelephonyNeeds): SipTelephony {
  const { audio, now, newId, random, repair = 'fresh-connection' } = needs
  const facts = createListeners<TelephonyFact>()
  const calls = new Map<CallId, SipCall>()
  const words = createSpokenWords(now)
  let linkLostAt: number | undefined
  const media = createSessionMedia(() => line.account?.iceServers ?? [])
  const line = createSipLine({
    now,
    random,
    onInvite: offered,
    mediaFor: (session) => media.mediaFor(session),
    emit(fact) {
      if (fact.kind === 'link-lost') {
        linkLostAt = fact.at
        for (const call of [...calls.values()]) call.linkLost()
      }
      facts.tell(fact)
    },
  })
  line.onBack(() => [...calls.values()].forEach((call) => call.linkBack()))

  function callNeeds(): SipCallNeeds {
    const id = asCallId(newId())
    return {
      ...{ id, audio, line, media, now, random, repair },
      emit: facts.tell,
      takeInfo: words.take,
      linkLostAt: () => linkLostAt,
      onEnded: () => calls.delete(id),
    }
  }

  function offered(invitation: Invitation): void {
    const { replacee } = invitation
    const replaced = replacee && [...calls.values()].find((call) => call.isOf(replacee))
    if (replaced) {
      void replaced.continueWith(invitation)
      return
    }
    const call = new IncomingCall(callNeeds(), invitation)
    calls.set(call.id, call)
    call.offer()
  }

  const incoming = (id: CallId): IncomingCall | undefined => {
    const call = calls.get(id)
    return call instanceof IncomingCall ? call : undefined
  }

  function addressFor({ user, isNumber }: DialTarget) {
    const address = line.account && addressOf(user, line.account.domain)
    if (isNumber) address?.setParam('user', 'phone')
    return address
  }

  /** All goodbyes are on their way when this returns, since the window may be closing. */
  function endAll(): Promise<unknown> {
    const ending = [...calls.values()]
    for (const call of ending) call.hangUp()
    return within(goodbyeLimit, Promise.all(ending.map(({ goodbye }) => goodbye)))
  }

  const telephony: Telephony = {
    async signIn(account) {
      await endAll()
      return line.signIn(account)
    },
    signOut: () => line.signOut(endAll()),
    doubtLink: (why) => line.doubt(why),
    prepare: (call) => incoming(call)?.prepare(),
    answer: async (call) => (await incoming(call)?.answer()) ?? done,
    refuse: async (call, reason) => incoming(call)?.refuse(reason),
    async dial(target, { party, consultFor, isTest = false }) {
      const [userAgent, to] = [line.userAgent, addressFor(target)]
      if (!userAgent || !to || !(await line.answersNow())) return failed(problem('link-lost'))
      const call = new OutgoingCall(callNeeds(), { userAgent, to, party, consultFor, isTest })
      calls.set(call.id, call)
      const dialled = await call.dial()
      if (dialled.ok) return ok(call.id)
      calls.delete(call.id)
      return dialled
    },
    hangUp: (call) => Promise.resolve(calls.get(call)?.hangUp()),
    setHeld: async (call, held) => (await calls.get(call)?.setHeld(held)) ?? done,
    setMuted: (call, muted) => Promise.resolve(calls.get(call)?.setMuted(muted) ?? done),
    setRecordingPaused: async (call, paused) => (await calls.get(call)?.setRecordingPaused(paused)) ?? done,
    sendDigit: (call, digit) => Promise.resolve(calls.get(call)?.sendDigit(digit) ?? done),
    async transfer(id, target) {
      const [call, to] = [calls.get(id), addressFor(target)]
      if (!call) return done
      if (!to) return failed(problem('transfer-failed'))
      return handOver(call, { line, to, shown: target.user })
    },
    async completeTransfer(id, consultation) {
      const [call, to] = [calls.get(id), calls.get(consultation)]
      if (!call || !to) return failed(problem('transfer-failed'))
      const shown = to.isTalking ? (to.session.remoteIdentity.uri.user ?? '') : ''
      return handOver(call, { line, to, shown })
    },
    listen: facts.listen,
  }
  return {
    telephony,
    transcriber: words.transcriber,
    queueFor: createSipQueue({ line, listenOnly: (session) => media.listenOnly(session) }),
  }
}
