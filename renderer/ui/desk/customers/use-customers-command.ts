import { useCallback } from 'react'
import { flushSync } from 'react-dom'

import { useCustomersPage } from '../cases/cases-page.tsx'
import { useDesk } from '../desk-context.tsx'
import { customerSearchId } from './CustomerSearch.tsx'

/** Shows the customers with the cursor where one is looked for, or goes back to the work. */
export function useCustomersCommand(): () => boolean {
  const { stories } = useDesk()
  const { isShown, show } = useCustomersPage()
  return useCallback(() => {
    const field = (): HTMLElement | null => document.getElementById(customerSearchId)
    const isThere = isShown && document.activeElement === field()
    // At once, so that no letter goes astray.
    flushSync(() => show(!isThere))
    if (isThere) return true
    // Where the story stands in the list's place.
    if (field()?.closest('[hidden]')) flushSync(() => stories.close())
    field()?.focus()
    return true
  }, [stories, isShown, show])
}
