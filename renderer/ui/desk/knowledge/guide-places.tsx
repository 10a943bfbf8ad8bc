import { createContext, useCallback, useContext, useMemo, useState } from 'react'
import type { ReactNode } from 'react'

import type { GuideRunId, InteractionId } from '../../../domain/ids.ts'
import type { FieldName } from '../../../domain/knowledge/guide.ts'
import type { Language } from '../../../domain/language.ts'

/** What stands in the fields of a step before it is answered. */
export type Typed = ReadonlyMap<FieldName, string | boolean>

const nothing: Typed = new Map()

interface Draft {
  /** Which time at which step: what was typed belongs to no other. */
  readonly visit: number
  readonly typed: Typed
}

/** How the agent has set up the guide of each page, kept while they look at another one. */
export interface GuidePlaces {
  readonly typedAt: (run: GuideRunId, visit: number) => Typed
  readonly type: (run: GuideRunId, visit: number, answer: readonly [FieldName, string | boolean]) => void
  readonly isFolded: (interaction: InteractionId) => boolean
  readonly fold: (interaction: InteractionId, folded: boolean) => void
  /** In which language the words are said, where the agent has chosen one. */
  readonly spokenIn: (interaction: InteractionId) => Language | undefined
  readonly speak: (interaction: InteractionId, language: Language) => void
}

const Context = createContext<GuidePlaces | undefined>(undefined)

const withOne = <K, V>(before: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> =>
  new Map(before).set(key, value)

export function GuidePlacesProvider({ children }: { children: ReactNode }) {
  const [drafts, setDrafts] = useState<ReadonlyMap<GuideRunId, Draft>>(new Map())
  const [folded, setFolded] = useState<ReadonlyMap<InteractionId, boolean>>(new Map())
  const [spoken, setSpoken] = useState<ReadonlyMap<InteractionId, Language>>(new Map())
  const type = useCallback<GuidePlaces['type']>((run, visit, [field, value]) => {
    setDrafts((before) => {
      const draft = before.get(run)
      const typed = new Map(draft?.visit === visit ? draft.typed : nothing).set(field, value)
      return withOne(before, run, { visit, typed })
    })
  }, [])
  const places = useMemo(
    (): GuidePlaces => ({
      typedAt: (run, visit) => {
        const draft = drafts.get(run)
        return draft?.visit === visit ? draft.typed : nothing
      },
      type,
      isFolded: (id) => folded.get(id) ?? false,
      fold: (id, isFolded) => setFolded((before) => withOne(before, id, isFolded)),
      spokenIn: (id) => spoken.get(id),
      speak: (id, language) => setSpoken((before) => withOne(before, id, language)),
    }),
    [drafts, folded, spoken, type],
  )
  return <Context value={places}>{children}</Context>
}

export function useGuidePlaces(): GuidePlaces {
  const places = useContext(Context)
  if (!places) throw new Error('useGuidePlaces is for components inside the desk')
  return places
}
