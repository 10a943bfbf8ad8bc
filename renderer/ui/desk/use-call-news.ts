import { useEffect, useState } from 'react'

import type { Call } from '../../domain/call.ts'
import type { Contact } from '../../domain/contact.ts'
import { pageOfCall } from '../../state/work-store.ts'
import type { WorkState } from '../../state/work-store.ts'
import { useWords } from '../frame/words.tsx'
import { callNews } from './call/call-news.ts'
import { useDesk } from './desk-context.tsx'
import { useWho } from './who.ts'

interface News {
  readonly id: number
  readonly text: string
}

/** So many that a second sentence does not take the first from a screen reader that has not reached it. */
const keptNews = 3

/** The last things that happened to the calls, in words, newest last. */
export function useCallNews(): readonly News[] {
  const { say } = useWords()
  const { stores } = useDesk()
  const who = useWho()
  const [news, setNews] = useState<readonly News[]>([])
  useEffect(
    () =>
      stores.calls.subscribe(({ calls }, { calls: before }) => {
        for (const call of calls.values()) {
          if (before.get(call.id) === call) continue
          const name = who.party(call.party, contactOf(stores.work.getState(), call))
          const text = callNews({ say, who, name }, before.get(call.id), call)
          if (text !== undefined) setNews((last) => withNews(last, text))
        }
      }),
    [stores, say, who],
  )
  return news
}

const withNews = (last: readonly News[], text: string): readonly News[] => [
  ...last.slice(1 - keptNews),
  { id: (last.at(-1)?.id ?? 0) + 1, text },
]

/** From the call's page, or found while it rang. */
function contactOf(work: WorkState, { id }: Call): Contact | undefined {
  return pageOfCall(work, id)?.contact ?? (work.offer?.call === id ? work.offer.contact : undefined)
}
