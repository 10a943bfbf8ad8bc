import { createContext, useCallback, useContext, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'

import type { CaseId } from '../../../domain/ids.ts'
import { useDesk } from '../desk-context.tsx'

/** Whether the cases have the middle of the desk, and the way there and back. */
export interface CasesPage {
  readonly isShown: boolean
  readonly show: (shown: boolean) => void
  /** Shows the cases with one of them opened. */
  readonly open: (id: CaseId) => void
}

const Context = createContext<CasesPage | undefined>(undefined)

/** The cases stay until the agent leaves them, or until another interaction comes in hand: that one has its page. */
export function CasesPageProvider({ children }: { children: ReactNode }) {
  const { stores, cases } = useDesk()
  const inHand = useStore(stores.work, (state) => state.shown)
  const opened = useStore(stores.cases, (state) => state.open?.record.id)
  const hasCases = useHasCases()
  const [shown, show] = useState(false)
  const isShown = shown && hasCases
  const [seen, setSeen] = useState({ inHand, opened })
  // React's way of keeping a state in step with another without a second paint.
  if (seen.inHand !== inHand || seen.opened !== opened) {
    setSeen({ inHand, opened })
    if (inHand !== undefined && seen.inHand !== inHand) show(false)
    // Beside a call it stands in the call's own place for cases.
    else if (opened !== undefined && seen.opened !== opened && inHand === undefined) show(true)
  }
  const open = useCallback(
    (id: CaseId) => {
      show(true)
      void cases.open(id)
    },
    [cases],
  )
  return <Context value={useMemo(() => ({ isShown, show, open }), [isShown, open])}>{children}</Context>
}

export function useCasesPage(): CasesPage {
  const page = useContext(Context)
  if (!page) throw new Error('useCasesPage is for components inside the desk')
  return page
}

/** Some centres have no case system: then nothing of it is on the screen. */
export const useHasCases = (): boolean => useStore(useDesk().stores.cases, ({ link }) => link.kind !== 'none')
