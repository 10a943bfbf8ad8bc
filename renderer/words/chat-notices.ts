import type { ChatNotice } from '../domain/message.ts'
import type { Catalogue, Message } from './message.ts'

type NoticeMessages = Record<`chat-notice.${ChatNotice}`, Message>

/** What the chat queue tells a customer, in their own language. `name` is an agent's or a bot's. */
export const chatNoticeWords = {
  'chat-notice.waiting': {
    en: 'You are in the queue. You can already write what it is about; whoever answers you will read it.',
    fr: 'Vous êtes dans la file d’attente. Vous pouvez déjà écrire ce dont il s’agit\u00a0: la personne qui vous répondra le lira.',
  },
  'chat-notice.bot': {
    en: 'You are writing with {name}, a program. You can ask for a person at any time.',
    fr: 'Vous écrivez à {name}, un programme. Vous pouvez demander une personne à tout moment.',
  },
  'chat-notice.agent-joined': {
    en: '{name} is here for you now.',
    fr: '{name} est maintenant à votre écoute.',
  },
  'chat-notice.agent-left': {
    en: '{name} has left the chat.',
    fr: '{name} n’est plus dans la conversation.',
  },
  'chat-notice.agent-away': {
    en: 'The connection of {name} is interrupted. Please stay: if it does not come back soon, somebody else will go on. What you write is kept.',
    fr: 'La connexion de {name} est interrompue. Restez en ligne\u00a0: si elle ne revient pas bientôt, une autre personne prendra la suite. Ce que vous écrivez est conservé.',
  },
  'chat-notice.agent-back': {
    en: '{name} is connected again.',
    fr: 'La connexion de {name} est rétablie.',
  },
  'chat-notice.ended': {
    en: 'This chat has ended.',
    fr: 'Cette conversation est terminée.',
  },
  'chat-notice.closed': {
    en: 'Chat is closed.',
    fr: 'Le clavardage est fermé.',
  },
  'chat-notice.closed.until': {
    en: 'Chat is closed. It opens again on {when}.',
    fr: 'Le clavardage est fermé. Il rouvrira le {when}.',
  },
  'chat-notice.full': {
    en: 'Too many people are waiting. Please try again later.',
    fr: 'Trop de personnes attendent. Veuillez réessayer plus tard.',
  },
} as const satisfies Catalogue & NoticeMessages
