import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'

import type { InteractionId } from '../../../domain/ids.ts'
import { useWords } from '../../frame/words.tsx'
import { useDesk } from '../desk-context.tsx'
import { alertWords } from './alert-words.ts'
import { usePageInHand } from './use-page-in-hand.ts'

interface News {
  readonly id: number
  readonly text: string
}

interface MoodNewsPlace {
  readonly news: News | undefined
  readonly tell: (text: string) => void
}

const Context = createContext<MoodNewsPlace>({ news: undefined, tell: () => undefined })

/** What is told of moods: what the agent has corrected, and that a mood has fallen. */
export function MoodNewsProvider({ children }: { children: ReactNode }) {
  const [news, setNews] = useState<News>()
  const tell = useCallback((text: string) => setNews((last) => ({ id: (last?.id ?? 0) + 1, text })), [])
  useFallenMoods(tell)
  const place = useMemo(() => ({ news, tell }), [news, tell])
  return <Context value={place}>{children}</Context>
}

/** Tells a screen reader when there is a pause. */
export const useTellMood = (): MoodNewsPlace['tell'] => useContext(Context).tell

/** The last that was told. It is there all the time: a region that comes with its words is not read out. */
export function MoodNews() {
  const { news } = useContext(Context)
  return <div role="status">{news && <p key={news.id}>{news.text}</p>}</div>
}

/** Of whoever is in hand, when there is a pause: each once, however often the mood is worked out anew. */
function useFallenMoods(tell: (text: string) => void): void {
  const { say } = useWords()
  const { moods } = useDesk().stores
  const inHand = usePageInHand()
  const alerts = useStore(moods, (state) => (state.isOn ? state.alerts : none))
  const told = useRef(new Set<InteractionId>())
  useEffect(() => {
    for (const id of told.current) if (!alerts.includes(id)) told.current.delete(id)
    if (inHand === undefined || !alerts.includes(inHand) || told.current.has(inHand)) return
    told.current.add(inHand)
    tell(alertWords(say, moods.getState().interactions.get(inHand)))
  }, [alerts, inHand, moods, say, tell])
}

const none: readonly InteractionId[] = []
