import type { Invitation } from 'sip.js'
import { vi } from 'vitest'

import { addressOf } from '../../../renderer/adapters/sip/address.ts'
import { IncomingCall } from '../../../renderer/adapters/sip/incoming-call.ts'
import { OutgoingCall } from '../../../renderer/adapters/sip/outgoing-call.ts'
import { createSessionMedia } from '../../../renderer/adapters/sip/session-media.ts'
import { createSpokenWords } from '../../../renderer/adapters/sip/spoken-words.ts'
import type { SipCallNeeds } from '../../../renderer/adapters/sip/sip-call.ts'
import type { CallFact } from '../../../renderer/domain/call.ts'
import { asCallId } from '../../../renderer/domain/ids.ts'
import { reduceCall } from '../../../renderer/domain/reduce-call.ts'
import { ok } from '../../../renderer/domain/result.ts'
import type { Call } from '../../../renderer/domain/call.ts'
import { imitatedTrack, ImitatedPeer } from './imitated-peer.ts'
import { createWire, header, talkingSdp } from './imitated-wire.ts'

export const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

/** The headset of a test: how often it is open now, and what the system says when it is asked. */
function createHeadset() {
  const open = new Set<object>()
  const headset = { open, wait: Promise.resolve() as Promise<unknown>, track: imitatedTrack('microphone') }
  const audio = {
    async openMicrophone() {
      await headset.wait
      const microphone = {
        track: headset.track as never,
        onReplaced: () => () => undefined,
        close: () => void open.delete(microphone),
      }
      open.add(microphone)
      return ok(microphone)
    },
    playCustomer: () => () => undefined,
  }
  return { headset, audio }
}

/** A desk with one call at a time, on real SIP.js; the test is the centre and the customer's telephone. */
export function createDesk() {
  const { headset, audio } = createHeadset()
  const facts: CallFact[] = []
  let call: Call | undefined
  const backs = new Set<() => void>()
  const server = { answers: true }
  const media = createSessionMedia(() => [])
  const words = createSpokenWords(() => Date.now())
  const desk: { incoming?: IncomingCall; replacing?: Invitation } = {}
  const wire = createWire(
    (session) => media.mediaFor(session),
    (invitation) => {
      if (invitation.replacee) {
        desk.replacing = invitation
        return
      }
      desk.incoming = new IncomingCall(needs, invitation)
      desk.incoming.offer()
    },
  )
  const needs: SipCallNeeds = {
    id: asCallId('call-1'),
    audio,
    line: {
      answersNow: () => Promise.resolve(server.answers),
      onBack(listener) {
        backs.add(listener)
        return () => backs.delete(listener)
      },
      account: undefined,
      userAgent: wire.userAgent,
    },
    media,
    repair: 'fresh-connection',
    linkLostAt: () => undefined,
    now: () => Date.now(),
    random: () => 0,
    emit(fact) {
      // Every order of facts must be one that the domain knows.
      call = reduceCall(call, fact)
      facts.push(fact)
    },
    takeInfo: words.take,
    onEnded: () => undefined,
  }
  const back = (): void => [...backs].forEach((listener) => listener())
  const kinds = (): string[] =>
    facts.filter(({ kind }) => kind !== 'quality-measured').map(({ kind }) => kind)
  const { transcriber } = words
  return { transcriber, desk, wire, needs, headset, facts, kinds, server, back, call: () => call }
}

const dialogue = ['From: "Amélie" <sip:+15145550123@foyer.test>;tag=theirs', 'Call-ID: one']

/** A customer calls this desk. */
export async function ringing(headers: readonly string[] = []) {
  const all = createDesk()
  all.wire.request(
    'INVITE',
    [...dialogue, 'To: <sip:agent1@foyer.test>', 'CSeq: 1 INVITE', ...headers],
    talkingSdp,
  )
  await pass(0)
  const { incoming } = all.desk
  if (!incoming) throw new Error('it does not ring')
  const within = (method: string, number: number, body = '', ...more: string[]): void => {
    const to = header(all.wire.sent.find((message) => /^SIP\/2\.0 (180|200)/.test(message)) ?? '', 'To')
    all.wire.request(method, [...dialogue, `To: ${to}`, `CSeq: ${number} ${method}`, ...more], body)
  }
  const cancel = (): void => {
    const via = `Via: ${header(all.wire.sent[0] ?? '', 'Via')}`
    all.wire.request('CANCEL', [via, ...dialogue, 'To: <sip:agent1@foyer.test>', 'CSeq: 1 CANCEL'])
  }
  return { ...all, incoming, within, cancel }
}

/** The customer and the agent talk. */
export async function talking(headers: readonly string[] = []) {
  const all = await ringing(headers)
  await all.incoming.answer()
  all.within('ACK', 1)
  ImitatedPeer.all[0]?.become('connected')
  return all
}

/** The agent dials a colleague, and nothing has happened yet. */
export function aboutToDial() {
  const all = createDesk()
  const to = addressOf('7001', 'foyer.test')
  if (!to) throw new Error('7001 has an address')
  const party = { number: '7001', name: undefined, queue: undefined }
  const outgoing = new OutgoingCall(all.needs, {
    userAgent: all.wire.userAgent,
    ...{ to, party, consultFor: undefined, isTest: false },
  })
  return { ...all, outgoing }
}

/** The agent has dialled a colleague. */
export async function dialling() {
  const all = aboutToDial()
  await all.outgoing.dial()
  await pass(0)
  const answer = async (status: string, body?: string): Promise<void> => {
    all.wire.answer(all.wire.newest('INVITE'), status, body)
    await pass(0)
  }
  return { ...all, answer }
}
