import type { Conversation } from '../../../../renderer/domain/conversation.ts'
import { asConversationId, asMessageId } from '../../../../renderer/domain/ids.ts'
import type { ConversationId } from '../../../../renderer/domain/ids.ts'
import type { Message } from '../../../../renderer/domain/message.ts'

/** Believable chats by number; the same number is the same chat. */

const begin = Date.UTC(2026, 0, 5, 13)
const minute = 60_000

/** Messages of one chat. */
export const messagesEach = 50

const sentences = [
  'Bonjour, mon passeport n’est toujours pas arrivé et je pars dans deux semaines.',
  'I sent the form three weeks ago, with both photographs and the fee.',
  'Would you give me the number of your file, please? It begins with two letters.',
  'C’est noté, je regarde votre dossier tout de suite.',
  'The letter came back: the address on it was that of my old flat.',
  'Votre demande a bien été reçue ; elle attend une pièce, le certificat de naissance.',
  'Thank you.',
  'Est-ce que je peux l’envoyer par courriel, ou faut-il passer au bureau de la rue Sainte-Catherine ?',
  'You can upload a picture of it here; nobody but the passport office sees it.',
  'Merci beaucoup, c’est très gentil. Bonne journée !',
] as const

const chatId = (at: number): ConversationId =>
  asConversationId(`00000000-0000-4000-8000-${String(at).padStart(12, '0')}`)

export function benchChat(at: number): Conversation {
  const askedAt = begin + at * 7 * minute
  const endedAt = askedAt + messagesEach * minute
  return {
    ...{ id: chatId(at), queue: 'Passports', handOver: undefined, reason: 'new', from: undefined },
    customer: {
      ...{ name: `Customer ${String(at)}`, language: at % 2 === 0 ? 'fr' : 'en', number: undefined },
      ...{ address: undefined, question: sentences[at % sentences.length] },
    },
    ...{ askedAt, takenAt: askedAt, endedAt, end: 'agent-ended', readTo: undefined, unread: 0 },
    ...{ unansweredSince: undefined, firstAnswerAt: askedAt, lastAt: endedAt },
  }
}

/** Each its own: a number or a name stands in every second one. */
export const benchMessages = (chat: number): readonly Message[] =>
  Array.from({ length: messagesEach }, (_, nth) => {
    const at = begin + chat * 7 * minute + nth * minute
    const isOwn = nth % 2 === 1
    const id = `00000000-0000-4000-${String(8000 + nth)}-${String(chat).padStart(12, '0')}`
    const sentence = sentences[(chat * 3 + nth * 7) % sentences.length] ?? ''
    const text =
      nth % 4 === 0 ? `${sentence} (PT-${String(20 + (chat % 7))}-${String(chat * 64 + nth)})` : sentence
    return {
      ...{ id: asMessageId(isOwn ? id : `occupant-${String(chat)}/${id}`), conversation: chatId(chat) },
      from: isOwn ? { role: 'me', name: 'Ada' } : { role: 'customer', name: `Customer ${String(chat)}` },
      ...{ at, place: nth, archived: String(at), body: { kind: 'text', text } },
      delivery: isOwn ? 'read' : undefined,
    }
  })
