import { useEffect } from 'react'
import { useStore } from 'zustand'

import type { ChatColleague, HandOnTarget } from '../../../domain/chat-people.ts'
import type { Say } from '../../../words/say.ts'
import { useWords } from '../../frame/words.tsx'
import { useDesk } from '../desk-context.tsx'

/** Somebody, or a queue, to whom a chat can be handed on. */
export interface HandOnChoice {
  readonly target: HandOnTarget
  readonly name: string
  readonly detail: string | undefined
}

/** Asked for when the form opens: who is there changes all the time. `undefined` until the queue has answered. */
export function useHandOnChoices(): readonly HandOnChoice[] | undefined {
  const { say } = useWords()
  const { chats, stores } = useDesk()
  const people = useStore(stores.chats, (state) => state.people)
  useEffect(() => void chats.askPeople(), [chats])
  if (!people) return undefined
  return [
    ...people.colleagues.map((one) => ofColleague(say, one)),
    ...people.queues.map((queue): HandOnChoice => ({
      target: { kind: 'queue', queue },
      name: say('hand-on.queue', { queue }),
      detail: undefined,
    })),
    ...(people.colleagues.some(({ isLead }) => isLead)
      ? [{ target: { kind: 'lead' }, name: say('hand-on.lead'), detail: undefined } as const]
      : []),
  ]
}

const ofColleague = (say: Say, { user, name, takesChats, chats, most }: ChatColleague): HandOnChoice => ({
  target: { kind: 'agent', user },
  name,
  detail: takesChats ? say('hand-on.load', { count: chats, most }) : say('hand-on.away'),
})
