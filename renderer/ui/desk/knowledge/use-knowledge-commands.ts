import { useMemo } from 'react'

import { useCasesPage } from '../cases/cases-page.tsx'
import { useDesk } from '../desk-context.tsx'
import type { Commands } from '../shortcuts.ts'
import { useSide } from '../side-tab.tsx'
import { articleSearchId, guidePlaceId, guideChoicesId } from './places.ts'
import { focusOnStep } from './step-focus.ts'

/** Whatever it takes to come onto the screen. */
const once = (call: () => void): void => void setTimeout(call)

function focusOnGuide(): void {
  const choices = document.getElementById(guideChoicesId)
  // Those that fit come first, whatever stands above them.
  if (choices)
    (choices.querySelector<HTMLElement>('.guide-choice') ?? choices.querySelector('button'))?.focus()
  else focusOnStep(document.getElementById(guidePlaceId))
}

/** What the keys for guides and articles do; nothing where the centre has no packs. */
export function useKnowledgeCommands(): Pick<Commands, 'guide' | 'articles'> {
  const { stores } = useDesk()
  const { show } = useCasesPage()
  const { ask } = useSide()
  return useMemo(() => {
    const hasKnowledge = (): boolean => stores.knowledge.getState().packs.length > 0
    return {
      guide() {
        if (!hasKnowledge() || stores.work.getState().shown === undefined) return false
        show(false)
        ask('work')
        once(focusOnGuide)
        return true
      },
      articles() {
        if (!hasKnowledge()) return false
        show(false)
        ask('articles')
        once(() => document.getElementById(articleSearchId)?.focus())
        return true
      },
    }
  }, [stores, show, ask])
}
