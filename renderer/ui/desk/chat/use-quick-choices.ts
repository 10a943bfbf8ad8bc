import { useMemo, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useStore } from 'zustand'

import { approvedReplies } from '../../../domain/knowledge/approved-replies.ts'
import type { QuickReply } from '../../../domain/quick-reply.ts'
import type { OpenChat } from '../../../state/chat-store.ts'
import { pageInHand } from '../../../state/work-store.ts'
import { useWords } from '../../frame/words.tsx'
import { useDesk } from '../desk-context.tsx'
import { askedFor, movedTo, quickChoices } from './quick-choices.ts'
import type { QuickChoice } from './quick-choices.ts'
import { useChatCommands } from './use-chat-commands.ts'
import { useKnownName } from './use-chats.ts'

const none: readonly QuickReply[] = []

/** What stands in the place of `{customer}`, `{agent}` and `{case}`, as far as it is known. */
function useFields(chat: OpenChat) {
  const { stores } = useDesk()
  const agent = useStore(stores.chats, ({ agentName }) => (agentName === '' ? undefined : agentName))
  const caseId = useStore(stores.work, (state) => pageInHand(state)?.interaction.case)
  const number = useStore(
    stores.cases,
    ({ inHand }) => inHand?.records.find(({ id }) => id === caseId)?.current.number,
  )
  const customer = useKnownName(chat)
  return useMemo(() => ({ customer, agent, case: number }), [customer, agent, number])
}

/** What `/` offers for this draft, and the keys that go through it. */
export function useQuickChoices(chat: OpenChat, onText: (text: string) => void) {
  const { language } = useWords()
  const { stores } = useDesk()
  const run = useChatCommands(chat.conversation.id)
  const [place, setPlace] = useState({ asked: '', active: 0, closed: false })
  const ofSite = useStore(stores.chats, ({ site }) => site?.replies ?? none)
  const packs = useStore(stores.knowledge, (state) => state.packs)
  const replies = useMemo(() => approvedReplies(packs, ofSite), [packs, ofSite])
  const fields = useFields(chat)
  const first = chat.conversation.customer.language ?? language
  const asked = askedFor(chat.draft)
  // What was chosen belongs to what was typed then.
  const { active, closed } = place.asked === asked ? place : { active: 0, closed: false }
  const choices = useMemo(
    () => (asked === undefined ? [] : quickChoices(asked, { replies, fields, first })),
    [asked, replies, fields, first],
  )
  const isOpen = asked !== undefined && !closed

  function choose(choice: QuickChoice): void {
    onText(choice.kind === 'reply' ? choice.text : '')
    if (choice.kind === 'command') run(choice.name)
  }

  /** `true` when the key was for the list. */
  function onKey(event: KeyboardEvent): boolean {
    if (!isOpen || event.shiftKey) return false
    const to = movedTo(choices, active, event.key)
    if (to !== undefined) setPlace({ asked, active: to, closed: false })
    else if (event.key === 'Escape') setPlace({ asked, active, closed: true })
    else if (event.key === 'Enter' || event.key === 'Tab') {
      const choice = choices[active]
      if (choice) choose(choice)
      // A command that was mistyped must not reach the customer.
      else if (event.key === 'Tab') return false
    } else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }

  return { isOpen, choices, active, choose, onKey }
}
