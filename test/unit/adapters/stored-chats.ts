import type { Conversation } from '../../../renderer/domain/conversation.ts'
import type { HandOver } from '../../../renderer/domain/hand-over.ts'
import { asConversationId, asMessageId } from '../../../renderer/domain/ids.ts'
import type { Message } from '../../../renderer/domain/message.ts'
import { waitingPlace } from '../../../renderer/domain/message.ts'
import { shiftStart } from '../../make.ts'

/** Chats as they lie in the store of a desk, each whole; a test names what it cares about. */

export const chatId = (at: number) =>
  asConversationId(`0b0b0b0b-0000-4000-8000-${String(at).padStart(12, '0')}`)

const handOver: HandOver = {
  ...{ version: 1, bot: 'Camille', language: 'fr', reason: 'Passeport jamais reçu' },
  facts: [{ name: 'document-number', label: 'Numéro', value: 'PT-20-4471' }],
  steps: [{ what: 'Recherche du dossier', outcome: 'worked' }],
  promised: [{ what: 'Un rappel', dueAt: undefined }],
  consent: [{ what: 'Dossier consulté', given: true, at: shiftStart }],
}

export const storedChat = (chat: Partial<Conversation> = {}): Conversation => ({
  ...{ id: chatId(1), queue: 'Passports', reason: 'new', handOver },
  customer: {
    ...{ name: 'Hélène Gagnon', language: 'fr', number: '+15145550142', address: 'helene@example.org' },
    question: 'Mon passeport n’est pas arrivé',
  },
  from: { name: 'Ben', note: 'She has waited for weeks.' },
  ...{ askedAt: shiftStart, takenAt: shiftStart + 9_000, endedAt: undefined, end: undefined },
  ...{ readTo: 'archive-7', unread: 2, unansweredSince: shiftStart + 20_000 },
  ...{ firstAnswerAt: undefined, lastAt: shiftStart + 30_000 },
  ...chat,
})

/** What the customer wrote. */
export const storedMessage = (message: Partial<Message> = {}): Message => ({
  ...{ id: asMessageId('occupant-1/theirs-1'), conversation: chatId(1) },
  from: { role: 'customer', name: 'Hélène Gagnon' },
  ...{ at: shiftStart + 20_000, place: 1, archived: 'archive-7' },
  body: { kind: 'text', text: 'Prestation de mars jamais reçue' },
  delivery: undefined,
  ...message,
})

/** What the agent wrote, and the archive does not have yet. */
export const waitingMessage = (message: Partial<Message> = {}): Message =>
  storedMessage({
    ...{ id: asMessageId('mine-1'), from: { role: 'me', name: 'Ada' }, delivery: 'waiting' },
    ...{ archived: undefined, place: waitingPlace, body: { kind: 'text', text: 'I am looking.' } },
    ...message,
  })

export const saying = (text: string): Pick<Message, 'body'> => ({ body: { kind: 'text', text } })
