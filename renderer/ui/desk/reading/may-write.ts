import { useStore } from 'zustand'

import type { CaseRecord } from '../../../domain/case-record.ts'
import { useDesk } from '../desk-context.tsx'

/** Whether the records are a newer Foyer's, and only shown: nothing is offered then that would be written. */
export const useIsReading = (): boolean =>
  useStore(useDesk().stores.shift, ({ agent }) => agent.kind === 'reading')

/** Whether something can be written about a case: it is still there, and the desk can save. */
export function useMayWrite({ standing }: Pick<CaseRecord, 'standing'>): boolean {
  const isReading = useIsReading()
  return !isReading && standing.kind === 'here'
}
