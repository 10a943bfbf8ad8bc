import { useStore } from 'zustand'

import type { Message } from '../../../domain/message.ts'
import { pageOfConversation } from '../../../state/work-store.ts'
import { useDesk } from '../desk-context.tsx'
import type { MoodFlagProps } from '../mood/MoodFlag.tsx'
import { useMoodOf } from '../mood/use-moods.ts'

/** How a message of the customer is read while its chat is open; `undefined` for anybody else's, and where moods are off. */
export function useMessageMood({ id, conversation, from, body }: Message) {
  const interaction = useStore(
    useDesk().stores.work,
    (state) => pageOfConversation(state, conversation)?.interaction.id,
  )
  const isRead = interaction !== undefined && from.role === 'customer' && body.kind === 'text'
  const of = isRead ? { interaction, said: id } : undefined
  const mood = useMoodOf(of)
  return of && mood && body.kind === 'text'
    ? ({ of, mood, text: body.text } satisfies MoodFlagProps)
    : undefined
}
