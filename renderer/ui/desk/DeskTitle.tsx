import { useStore } from 'zustand'

import { offeredCall, takenCall } from '../../state/call-store.ts'
import type { CallState } from '../../state/call-store.ts'
import { pageInHand } from '../../state/work-store.ts'
import type { InHand } from '../../state/work-store.ts'
import { useWords } from '../frame/words.tsx'
import { useDesk } from './desk-context.tsx'

/** The window's title: what is most urgent, for whoever looks at another window. */
export function DeskTitle() {
  const { say } = useWords()
  const { stores } = useDesk()
  const calls = useStore(stores.calls)
  const inHand = useStore(stores.work, pageInHand)
  const isOffered = useStore(stores.chats, ({ offers }) => offers.length > 0)
  const unread = useStore(stores.chats, ({ chats }) =>
    [...chats.values()].reduce((sum, { conversation }) => sum + conversation.unread, 0),
  )
  const title = say(isOffered && !offeredCall(calls) ? 'chat.offer.title' : titleOf(calls, inHand))
  return <title>{unread > 0 ? say('chat.title.unread', { count: unread, title }) : title}</title>
}

function titleOf(calls: CallState, inHand: InHand | undefined) {
  if (offeredCall(calls)) return 'offer.title'
  if (takenCall(calls)) return 'call.title'
  if (!inHand) return 'app.title'
  const { channel, endedAt } = inHand.interaction
  if (channel === 'call') return 'wrapup.title'
  return endedAt === undefined ? 'chat.title' : 'chat.wrapup.title'
}
