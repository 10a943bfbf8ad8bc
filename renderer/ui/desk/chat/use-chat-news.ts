import { useCallback, useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'

import { awaitedAnswer } from '../../../domain/answer-clock.ts'
import { offeredCall } from '../../../state/call-store.ts'
import { chatsByNeed } from '../../../state/chat-store.ts'
import type { OpenChat } from '../../../state/chat-store.ts'
import { pageInHand, pageOfConversation } from '../../../state/work-store.ts'
import { useWords } from '../../frame/words.tsx'
import { useDesk } from '../desk-context.tsx'
import { shortcuts } from '../shortcuts.ts'
import { useNow } from '../use-now.tsx'
import { chatNews } from './chat-news.ts'
import { nameIn } from './use-chats.ts'

interface News {
  readonly id: number
  readonly text: string
}

/** So many that a second sentence does not take the first from a screen reader that has not reached it. */
const keptNews = 3

const withNews = (last: readonly News[], text: string): readonly News[] => [
  ...last.slice(1 - keptNews),
  { id: (last.at(-1)?.id ?? 0) + 1, text },
]

/** The last things that happened to the chats, in words, newest last. */
export function useChatNews(): readonly News[] {
  const { say } = useWords()
  const { stores } = useDesk()
  const [news, setNews] = useState<readonly News[]>([])
  const nameOf = useNameOf()
  useEffect(
    () =>
      stores.chats.subscribe((after, before) => {
        const shown = pageInHand(stores.work.getState())?.interaction.conversation
        const texts = chatNews({ say, nameOf, shown }, before, after)
        if (texts.length > 0) setNews((last) => texts.reduce(withNews, last))
      }),
    [stores, say, nameOf],
  )
  const tellOverdue = useCallback(
    (chat: OpenChat) =>
      setNews((last) => withNews(last, say('chat.announce.overdue', { name: nameOf(chat) }))),
    [say, nameOf],
  )
  useOverdue(tellOverdue)
  return news
}

function useNameOf(): (chat: OpenChat) => string {
  const { say } = useWords()
  const { stores } = useDesk()
  return useCallback(
    ({ conversation: { id, customer } }) =>
      nameIn(say, customer, pageOfConversation(stores.work.getState(), id)?.contact),
    [say, stores],
  )
}

/** Tells of each answer that is overdue, once. */
function useOverdue(tell: (chat: OpenChat) => void): void {
  const { chats } = useDesk().stores
  const now = useNow()
  const told = useRef(new Map<string, number>())
  useEffect(() => {
    const state = chats.getState()
    if (!state.site) return
    for (const chat of chatsByNeed(state)) {
      const { id } = chat.conversation
      const awaited = awaitedAnswer(chat.conversation, state.site)
      if (!awaited || now <= awaited.dueAt || told.current.get(id) === awaited.since) continue
      told.current.set(id, awaited.since)
      tell(chat)
    }
  }, [chats, now, tell])
}

/** Who wants to chat, for as long as it is offered; a call that rings has the key and the word. */
export function useChatOfferNews(): string {
  const { say } = useWords()
  const { stores } = useDesk()
  const offer = useStore(stores.chats, ({ offers }) => offers[0])
  const rings = useStore(stores.calls, (state) => offeredCall(state) !== undefined)
  if (!offer || rings) return ''
  const name = nameIn(say, offer.customer, undefined)
  return say('chat.offer.announce', { name, queue: offer.queue, key: shortcuts.answer })
}
