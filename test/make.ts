import type { Call, CallFact, Party } from '../renderer/domain/call.ts'
import type { Contact } from '../renderer/domain/contact.ts'
import { asCallId, asContactId, asInteractionId } from '../renderer/domain/ids.ts'
import type { Interaction } from '../renderer/domain/interaction.ts'
import { reduceCall } from '../renderer/domain/reduce-call.ts'
import type { CallId } from '../renderer/domain/ids.ts'
import { usualStory } from '../renderer/domain/setup.ts'
import type { DataKey, LiveCentre } from '../renderer/domain/setup.ts'

/** Factories: each gives one whole, believable thing, and takes what the test cares about. */

export const shiftStart = Date.UTC(2026, 10, 23, 13, 0, 0)

export const makeParty = (party: Partial<Party> = {}): Party => ({
  number: '+15145550123',
  name: 'Amélie Tremblay',
  queue: 'benefits',
  ...party,
})

export const offered = (party?: Partial<Party>, id = 'call-1'): CallFact => ({
  kind: 'call-offered',
  call: asCallId(id),
  party: makeParty(party),
  at: shiftStart,
})

export const dialled = (party?: Partial<Party>, id = 'call-1', consultFor?: CallId): CallFact => ({
  kind: 'call-dialled',
  call: asCallId(id),
  party: makeParty({ queue: undefined, ...party }),
  consultFor,
  isTest: false,
  at: shiftStart,
})

/** A call after these facts. */
export const makeCall = (...facts: readonly CallFact[]): Call => {
  const call = facts.reduce<Call | undefined>(reduceCall, reduceCall(undefined, offered()))
  if (!call) throw new Error('a call was offered')
  return call
}

export const makeInteraction = (interaction: Partial<Interaction> = {}): Interaction => ({
  id: asInteractionId('interaction-1'),
  channel: 'call',
  direction: 'incoming',
  contact: asContactId('contact-1'),
  number: '+15145550123',
  queue: 'benefits',
  offeredAt: shiftStart,
  rangAt: shiftStart,
  answeredAt: shiftStart + 4_000,
  endedAt: shiftStart + 64_000,
  endCause: 'customer-hung-up',
  note: 'Prestation de mars jamais reçue.',
  disposition: 'resolved',
  case: undefined,
  conversation: undefined,
  conversationEnd: undefined,
  continues: undefined,
  finishedAt: shiftStart + 90_000,
  ...interaction,
})

export const makeContact = (contact: Partial<Contact> = {}): Contact => ({
  id: asContactId('contact-1'),
  name: 'Amélie Tremblay',
  numbers: ['+15145550123'],
  addresses: [],
  language: 'fr',
  ...contact,
})

export const makeCentre = (centre: Partial<LiveCentre> = {}): LiveCentre => ({
  id: 'benefits',
  name: 'Benefits office',
  telephony: { servers: ['ws://127.0.0.1:5066'], domain: 'foyer.test', iceServers: [] },
  dialling: { country: 'CA', echo: undefined },
  cases: undefined,
  chat: undefined,
  story: usualStory,
  queue: { kind: 'none' },
  wrapUpSeconds: undefined,
  ...centre,
})

/** The same key, and so the same store, for the same number; a fresh copy each time, since opening a store wipes it. */
export const makeKey = (seed = 1): DataKey => ({
  id: `00000000-0000-4000-8000-${String(seed).padStart(12, '0')}`,
  bytes: Uint8Array.from({ length: 32 }, (_, index) => (index * 7 + seed) % 256),
})
