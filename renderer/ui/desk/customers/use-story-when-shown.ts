import { useEffect } from 'react'

import { useCustomersPage } from '../cases/cases-page.tsx'
import { useDesk } from '../desk-context.tsx'

/** A story that was looked up is closed with its page: one that nobody looks at is not kept in step with what happens. */
export function useStoryWhenShown(): void {
  const { stories } = useDesk()
  const { isShown } = useCustomersPage()
  useEffect(() => {
    if (!isShown) stories.close()
  }, [stories, isShown])
}
