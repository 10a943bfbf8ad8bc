import { createContext, useCallback, useContext, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'

import type { InteractionId } from '../../domain/ids.ts'
import { pageInHand } from '../../state/work-store.ts'
import { useDesk } from './desk-context.tsx'

export const sideTabs = ['story', 'case', 'articles'] as const
export type SideTab = (typeof sideTabs)[number]

/** What was asked for by a key: each asking is another object. */
export interface Asked {
  readonly what: 'work' | 'articles'
}

/** Which part stands beside the work, and the ways in which it comes into sight. */
export interface Side {
  /** Each customer begins with the story; a choice stays with the customer it was made for. */
  readonly tab: SideTab
  readonly choose: (tab: SideTab) => void
  /** For a narrow window, where the work itself is behind a tab. */
  readonly asked: Asked | undefined
  readonly ask: (what: Asked['what']) => void
}

const Context = createContext<Side | undefined>(undefined)

export function SideTabProvider({ children }: { children: ReactNode }) {
  const { stores } = useDesk()
  const page = useStore(stores.work, (state) => pageInHand(state)?.interaction.id)
  const opened = useStore(stores.cases, (state) => state.open?.record.id)
  const article = useStore(stores.knowledge, (state) => state.opened.at(-1))
  const [chosen, setChosen] = useState<ReadonlyMap<InteractionId | undefined, SideTab>>(new Map())
  const [asked, setAsked] = useState<Asked>()
  const [seen, setSeen] = useState({ opened, article })
  const choose = useCallback((tab: SideTab) => setChosen((before) => new Map(before).set(page, tab)), [page])
  // A case or an article that is opened comes into sight; without a second paint. In a narrow window an article that a
  // guide opens stays behind its tab: the guide's words are what is being read.
  if (seen.opened !== opened || seen.article !== article) {
    setSeen({ opened, article })
    if (article !== undefined && seen.article !== article) choose('articles')
    else if (opened !== undefined && seen.opened !== opened) choose('case')
  }
  const ask = useCallback(
    (what: Asked['what']) => {
      setAsked({ what })
      if (what === 'articles') choose('articles')
    },
    [choose],
  )
  const tab = chosen.get(page) ?? 'story'
  return (
    <Context value={useMemo(() => ({ tab, choose, asked, ask }), [tab, choose, asked, ask])}>
      {children}
    </Context>
  )
}

export function useSide(): Side {
  const side = useContext(Context)
  if (!side) throw new Error('useSide is for components inside the desk')
  return side
}
