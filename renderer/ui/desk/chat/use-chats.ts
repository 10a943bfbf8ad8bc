import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'

import type { ChatCustomer } from '../../../domain/conversation.ts'
import type { ConversationId } from '../../../domain/ids.ts'
import { chatsByNeed } from '../../../state/chat-store.ts'
import type { OpenChat } from '../../../state/chat-store.ts'
import { pageInHand, pageOfConversation } from '../../../state/work-store.ts'
import type { InHand } from '../../../state/work-store.ts'
import type { Say } from '../../../words/say.ts'
import { useDesk } from '../desk-context.tsx'
import { goneBefore } from '../history/stories.ts'
import { shownName } from './shown-name.ts'

export const useHasChats = (): boolean => useStore(useDesk().stores.chats, ({ site }) => site !== undefined)

export const useChat = (id: ConversationId | undefined): OpenChat | undefined =>
  useStore(useDesk().stores.chats, ({ chats }) => (id === undefined ? undefined : chats.get(id)))

/** Those that go on, whoever waits longest first. */
export const useChatsByNeed = (): readonly OpenChat[] =>
  useStore(useDesk().stores.chats, useShallow(chatsByNeed))

/** The chat on the page that is shown. */
export function useChatInHand(): OpenChat | undefined {
  const id = useStore(useDesk().stores.work, (state) => pageInHand(state)?.interaction.conversation)
  return useChat(id)
}

/** The chat on the page that is shown, or the one that its call goes on from. */
export function useChatOfStory(): OpenChat | undefined {
  const { work } = useDesk().stores
  const id = useStore(work, (state) => {
    const interaction = pageInHand(state)?.interaction
    const before = interaction && goneBefore(interaction, state.recent)
    return interaction?.conversation ?? before?.find(({ conversation }) => conversation)?.conversation
  })
  return useChat(id)
}

/** The contact's name where the desk knows one, else what they call themselves. */
export const nameIn = (say: Say, customer: ChatCustomer, contact: InHand['contact']): string =>
  contact?.name ?? shownName(customer.name) ?? say('chat.customer.unnamed')

/** What the customer is called, by the desk or by themselves. */
export function useKnownName({ conversation: { id, customer } }: OpenChat): string | undefined {
  const name = useStore(useDesk().stores.work, (state) => pageOfConversation(state, id)?.contact?.name)
  return name ?? shownName(customer.name)
}

/** How a chat's customer is called on the screen. */
export const useChatName = (chat: OpenChat, say: Say): string =>
  useKnownName(chat) ?? say('chat.customer.unnamed')
