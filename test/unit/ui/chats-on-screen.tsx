import { act, screen } from '@testing-library/react'

import type { ChatOffer } from '../../../renderer/domain/conversation.ts'
import { asChatOfferId, asConversationId } from '../../../renderer/domain/ids.ts'
import type { Language } from '../../../renderer/domain/language.ts'
import { openDesk } from './desk-on-screen.tsx'

/** A customer who wants to chat. */
export const offerOf = (name: string | undefined, change: Partial<ChatOffer> = {}): ChatOffer => ({
  id: asChatOfferId(`offer ${String(name)}`),
  conversation: asConversationId(`chat ${String(name)}`),
  queue: 'Passports',
  customer: {
    name,
    language: 'fr',
    number: undefined,
    address: undefined,
    question: 'Où est mon passeport?',
  },
  reason: 'new',
  from: undefined,
  handOver: undefined,
  askedAt: 0,
  answerBy: Date.now() + 1e9,
  ...change,
})

/** Everything that was begun, and what it shows. */
export const settle = (): Promise<void> =>
  act(async () => {
    for (let turn = 0; turn < 20; turn++) await new Promise((done) => setTimeout(done))
  })

/** A desk with chats, and the ways in which a customer and a link behave. */
export async function openChats(language: Language = 'en') {
  const shown = await openDesk(language)
  const { chatWire } = shown.desk
  const offer = (one: ChatOffer): void => act(() => chatWire.offer(one))
  return {
    ...shown,
    chatWire,
    offer,
    /** Offered, and taken with its key. */
    take: async (name: string, change: Partial<ChatOffer> = {}) => {
      const one = offerOf(name, change)
      offer(one)
      await shown.user.keyboard('{F2}')
      await settle()
      return one.conversation
    },
    says: async (name: string, text: string, as?: string) => {
      act(() => void chatWire.customer(asConversationId(`chat ${name}`), text, as))
      await settle()
    },
    cut: async () => {
      act(() => chatWire.cut())
      await settle()
    },
    back: async () => {
      act(() => chatWire.connect())
      await settle()
    },
  }
}

export const composer = () =>
  screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^(Write to|Écrire à)/ })
export const log = () => screen.getByRole('log', { name: /^Conversation/ })
export const heading = () => screen.getByRole('heading', { level: 1 })

/** What is told when there is a pause: of chats, cases and the agent's own state. */
export const told = (): string[] =>
  [...document.querySelectorAll('[data-live-announcer] [role=status] > p')].map((line) => line.textContent)
