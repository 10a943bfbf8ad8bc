import type { CaseEvent } from '../../../../renderer/domain/case-event.ts'
import { recordOf } from '../../../../renderer/domain/case-record.ts'
import type { CaseRecord } from '../../../../renderer/domain/case-record.ts'
import type { Contact } from '../../../../renderer/domain/contact.ts'
import type { Conversation } from '../../../../renderer/domain/conversation.ts'
import {
  asCaseId,
  asContactId,
  asConversationId,
  asInteractionId,
  asMessageId,
} from '../../../../renderer/domain/ids.ts'
import type { Interaction } from '../../../../renderer/domain/interaction.ts'
import type { Message } from '../../../../renderer/domain/message.ts'
import type { Utterance } from '../../../../renderer/domain/story/utterance.ts'

/**
 * Believable customers with long stories. A story is made of seasons of a hundred events: a chat of fifty messages, a
 * call of nine utterances, and a case with thirty-nine events. The same numbers are the same season.
 */
export const eventsOfSeason = 100

const begin = Date.UTC(2021, 0, 4, 14)
const day = 24 * 3600_000
const minute = 60_000

export interface BenchCustomer {
  readonly key: string
  readonly name: string
  readonly number: string
  readonly seasons: number
}

export interface Season {
  readonly interactions: readonly Interaction[]
  readonly conversation: Conversation
  readonly messages: readonly Message[]
  readonly utterances: readonly Utterance[]
  readonly case: CaseRecord
  readonly events: readonly CaseEvent[]
}

const asked = [
  'Bonjour, mon passeport n’est toujours pas arrivé et je pars dans deux semaines.',
  'I sent the form three weeks ago, and nobody has ever answered.',
  'Merci beaucoup, c’est très gentil.',
  'The letter came back: the address on it was that of my old flat.',
  'This is the third time that I have to explain it.',
] as const
const answered = [
  'C’est noté, je regarde votre dossier tout de suite.',
  'Would you give me the number of your file, please?',
  'Votre demande a bien été reçue ; elle attend une pièce.',
] as const

const address = ({ key }: BenchCustomer): string => `${key}@example.org`

export const benchContact = (customer: BenchCustomer): Contact => ({
  id: asContactId(`contact-${customer.key}`),
  name: customer.name,
  numbers: [customer.number],
  addresses: [address(customer)],
  language: 'fr',
})

export function benchSeason(customer: BenchCustomer, nth: number): Season {
  const at = begin + Math.floor((nth * 1825) / customer.seasons) * day
  const name = `${customer.key}-${String(nth)}`
  const chat = interactionOf(customer, { name: `${name}-chat`, at, channel: 'chat' })
  const call = interactionOf(customer, { name: `${name}-call`, at: at + 200 * minute, channel: 'call' })
  return {
    interactions: [chat, call],
    conversation: conversationOf(customer, name, at),
    messages: messagesOf(name, at),
    utterances: utterancesOf(call),
    ...caseOf(customer, name, nth, at + 300 * minute),
  }
}

function interactionOf(
  customer: BenchCustomer,
  { name, at, channel }: { readonly name: string; readonly at: number; readonly channel: 'call' | 'chat' },
): Interaction {
  const isChat = channel === 'chat'
  return {
    ...{ id: asInteractionId(name), channel, direction: 'incoming', queue: 'Passports' },
    ...{ contact: benchContact(customer).id, number: isChat ? undefined : customer.number },
    ...{ offeredAt: at, rangAt: isChat ? undefined : at, answeredAt: at + 4000, endedAt: at + 60 * minute },
    endCause: isChat ? undefined : 'customer-hung-up',
    conversation: isChat ? asConversationId(name) : undefined,
    conversationEnd: isChat ? 'agent-ended' : undefined,
    ...{ continues: undefined, note: 'Asked for the birth certificate.', disposition: 'information-given' },
    ...{ case: undefined, finishedAt: at + 62 * minute },
  }
}

const conversationOf = (customer: BenchCustomer, name: string, at: number): Conversation => ({
  ...{ id: asConversationId(`${name}-chat`), queue: 'Passports', handOver: undefined, reason: 'new' },
  customer: {
    ...{ name: customer.name, language: 'fr', number: undefined, address: address(customer) },
    question: asked[0],
  },
  ...{
    from: undefined,
    askedAt: at,
    takenAt: at,
    endedAt: at + 60 * minute,
    end: 'agent-ended',
    readTo: undefined,
  },
  ...{ unread: 0, unansweredSince: undefined, firstAnswerAt: at, lastAt: at + 50 * minute },
})

const messagesOf = (name: string, at: number): readonly Message[] =>
  Array.from({ length: 50 }, (_, nth): Message => {
    const isOwn = nth % 2 === 1
    return {
      ...{ id: asMessageId(`${name}-${String(nth)}`), conversation: asConversationId(`${name}-chat`) },
      from: isOwn ? { role: 'me', name: 'Ada' } : { role: 'customer', name: 'Customer' },
      ...{ at: at + 5000 + nth * minute, place: nth, archived: String(at + nth) },
      body: { kind: 'text', text: (isOwn ? answered : asked)[nth % (isOwn ? 3 : 5)] ?? '' },
      delivery: isOwn ? 'read' : undefined,
    }
  })

const utterancesOf = ({ id, offeredAt }: Interaction): readonly Utterance[] =>
  Array.from({ length: 9 }, (_, nth) => ({
    ...{ id: String(nth), interaction: id, side: 'customer', at: offeredAt + 5000 + nth * 20_000 },
    ...{ text: asked[(nth + 1) % asked.length] ?? '', language: undefined },
  }))

function caseOf(
  customer: BenchCustomer,
  name: string,
  nth: number,
  at: number,
): Pick<Season, 'case' | 'events'> {
  const events = Array.from({ length: 39 }, (_, event): CaseEvent => ({
    id: String(2_000_000 + nth * 40 + event),
    kind: event === 0 ? 'created' : event % 5 === 1 ? 'message' : 'note',
    at: at + event * 30 * minute,
    by: event % 5 === 1 ? address(customer) : `agent-${String(event % 7)}`,
    text:
      event % 5 === 1
        ? (asked[event % asked.length] ?? '')
        : `Looked at file ${name}. `.repeat(1 + (event % 4)),
    attachments: [],
    change: undefined,
  }))
  const last = events.at(-1)
  const server = {
    ...{ id: asCaseId(`case-${name}`), number: String(3_000_000 + nth), revision: last?.id },
    ...{ createdAt: at, updatedAt: last?.at ?? at },
    fields: new Map([
      ['subject', [`Renewal, season ${String(nth)}`]],
      ['status', [nth % 50 === 0 ? 'open' : 'resolved']],
      ['queue', ['Passports']],
      ['requestors', [address(customer)]],
    ] as const),
    ...{ nextStatuses: ['open', 'resolved'], links: [] },
  }
  return { events, case: { ...recordOf(server), active: nth % 50 === 0, historyTo: last?.id } }
}
