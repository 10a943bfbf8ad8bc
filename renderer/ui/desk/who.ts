import { useMemo } from 'react'
import { useStore } from 'zustand'

import type { Party } from '../../domain/call.ts'
import type { Contact } from '../../domain/contact.ts'
import { shownNumber } from '../../domain/dial.ts'
import type { Interaction } from '../../domain/interaction.ts'
import type { Colleague } from '../../state/shift-store.ts'
import type { Say } from '../../words/say.ts'
import { useWords } from '../frame/words.tsx'
import { useChatNames } from './chat/use-chat-names.ts'
import type { ChatNames } from './chat/use-chat-names.ts'
import { useDesk } from './desk-context.tsx'

type MaybeContact = Contact | undefined

/** What to call people, and how their numbers are written here. */
export interface Who {
  readonly number: (number: string | undefined) => string
  /** The name that the desk knows, else what the network or the agent's dialling says, else the number. */
  readonly party: (party: Party, contact?: MaybeContact) => string
  /** What was dialled: a colleague's name, else the number. */
  readonly dialled: (text: string) => string
  readonly interaction: (interaction: Interaction, contact?: MaybeContact) => string
}

const none: readonly Colleague[] = []

export function useWho(): Who {
  const { say } = useWords()
  const { stores } = useDesk()
  const country = useStore(stores.shift, ({ workplace }) => workplace?.dialling.country ?? '')
  const colleagues = useStore(stores.shift, ({ workplace }) => workplace?.colleagues ?? none)
  const chatNames = useChatNames()
  const recent = useStore(stores.work, (state) => state.recent)
  return useMemo(
    () => whoIn({ say, country, colleagues, chatNames, recent }),
    [say, country, colleagues, chatNames, recent],
  )
}

interface Names {
  readonly say: Say
  readonly country: string
  readonly colleagues: readonly Colleague[]
  readonly chatNames: ChatNames
  readonly recent: readonly Interaction[]
}

function whoIn({ say, country, colleagues, chatNames, recent }: Names): Who {
  const number = (text: string | undefined): string =>
    text === undefined ? say('caller.withheld') : shownNumber(text, country)
  const byNumber = (text: string | undefined): string =>
    text === undefined
      ? say('caller.unknown')
      : (colleagues.find(({ extension }) => extension === text)?.name ?? number(text))
  /** Their own name, from the chat that it is or goes on from. */
  const inChat = ({ conversation, continues }: Interaction): string | undefined => {
    const chat = conversation ?? (continues && recent.find(({ id }) => id === continues)?.conversation)
    return chat && chatNames[chat]
  }
  return {
    number,
    dialled: byNumber,
    party: (party, contact) => contact?.name ?? party.name ?? byNumber(party.number),
    interaction: (interaction, contact) =>
      contact?.name ??
      inChat(interaction) ??
      (interaction.channel === 'chat' && interaction.number === undefined
        ? say('chat.customer.unnamed')
        : byNumber(interaction.number)),
  }
}
