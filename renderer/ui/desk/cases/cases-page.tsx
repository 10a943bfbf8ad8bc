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

/** Whether customers and their stories have the middle of the desk. */
export type CustomersPage = Pick<CasesPage, 'isShown' | 'show'>

/** Whether what came of the agent's contacts has it. */
export type OutcomesPage = CustomersPage

interface Pages {
  readonly cases: CasesPage
  readonly customers: CustomersPage
  readonly outcomes: OutcomesPage
}

const Context = createContext<Pages | undefined>(undefined)

/** The cases, the customers and the outcomes stay until the agent leaves them, or until another interaction comes in hand: that one has its page. */
export function CasesPageProvider({ children }: { children: ReactNode }) {
  const { stores, cases } = useDesk()
  const inHand = useStore(stores.work, (state) => state.shown)
  const opened = useStore(stores.cases, (state) => state.open?.record.id)
  const hasCases = useHasCases()
  const [page, setPage] = useState<keyof Pages>()
  const [seen, setSeen] = useState({ inHand, opened })
  // React's way of keeping a state in step with another without a second paint.
  if (seen.inHand !== inHand || seen.opened !== opened) {
    setSeen({ inHand, opened })
    if (inHand !== undefined && seen.inHand !== inHand) setPage(undefined)
    // Beside a call it stands in the call's own place for cases.
    else if (opened !== undefined && seen.opened !== opened && inHand === undefined) setPage('cases')
  }
  const open = useCallback(
    (id: CaseId) => {
      setPage('cases')
      void cases.open(id)
    },
    [cases],
  )
  const isCases = page === 'cases' && hasCases
  const isCustomers = page === 'customers'
  const isOutcomes = page === 'outcomes'
  const pages = useMemo(
    (): Pages => ({
      cases: { isShown: isCases, show: (shown) => setPage(shown ? 'cases' : undefined), open },
      customers: {
        isShown: isCustomers,
        show: (shown) => setPage(shown ? 'customers' : undefined),
      },
      outcomes: { isShown: isOutcomes, show: (shown) => setPage(shown ? 'outcomes' : undefined) },
    }),
    [isCases, isCustomers, isOutcomes, open],
  )
  return <Context value={pages}>{children}</Context>
}

function usePages(): Pages {
  const pages = useContext(Context)
  if (!pages) throw new Error('the pages of the middle are for components inside the desk')
  return pages
}

export const useCasesPage = (): CasesPage => usePages().cases

export const useOutcomesPage = (): OutcomesPage => usePages().outcomes

/** Whether anything but what is in hand has the middle: then the side's room is needed too. */
export function useIsPageShown(): boolean {
  const { cases, customers, outcomes } = usePages()
  return cases.isShown || customers.isShown || outcomes.isShown
}

export const useCustomersPage = (): CustomersPage => usePages().customers

/** Some centres have no case system: then nothing of it is on the screen. */
export const useHasCases = (): boolean => useStore(useDesk().stores.cases, ({ link }) => link.kind !== 'none')
