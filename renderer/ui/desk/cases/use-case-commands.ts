import { useMemo } from 'react'

import { focusOnComposer } from '../case/focus-composer.ts'
import { useDesk } from '../desk-context.tsx'
import type { Commands } from '../shortcuts.ts'
import { caseListId } from './case-list-id.ts'
import { caseSearchId } from './CaseSearch.tsx'
import { useCasesPage } from './cases-page.tsx'

/** At once where it can be, so that no letter goes astray; else as soon as it is on the screen. */
function focusOn(id: string): void {
  const focus = (): void => document.getElementById(id)?.focus()
  focus()
  if (document.activeElement?.id !== id) setTimeout(focus)
}

/** What the keys for cases do; nothing where the centre has none. */
export function useCaseCommands(): Pick<Commands, 'cases' | 'find' | 'write' | 'undo'> {
  const { stores, cases, stories } = useDesk()
  const { isShown, show } = useCasesPage()
  return useMemo(() => {
    const hasCases = () => stores.cases.getState().link.kind !== 'none'
    return {
      cases() {
        if (!hasCases()) return false
        show(!isShown)
        if (!isShown) focusOn(caseListId)
        return true
      },
      find() {
        if (!hasCases()) return false
        show(true)
        // Where the open case stands in the list's place.
        if (document.getElementById(caseSearchId)?.closest('[hidden]')) cases.close()
        focusOn(caseSearchId)
        return true
      },
      write: focusOnComposer,
      undo() {
        const { undoable } = stores.cases.getState()
        if (undoable !== undefined) void cases.undo(undoable)
        else if (stores.story.getState().merged) void stories.undoMerge()
        else return false
        return true
      },
    }
  }, [stores, cases, stories, isShown, show])
}
