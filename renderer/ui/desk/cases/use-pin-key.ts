import { useEffect } from 'react'
import type { RefObject } from 'react'

import { useDesk } from '../desk-context.tsx'
import { useIsReading } from '../reading/may-write.ts'

/** P pins the case of the row that has the focus, or takes the pin out. */
export function usePinKey(place: RefObject<HTMLElement | null>): void {
  const { stores, cases } = useDesk()
  const isReading = useIsReading()
  useEffect(() => {
    if (isReading) return undefined
    const element = place.current
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'p' || event.ctrlKey || event.metaKey || event.altKey) return
      const row = event.target instanceof Element && event.target.closest('[data-key]')
      const key = row && row.getAttribute('data-key')
      const record = stores.cases.getState().list.records.find(({ id }) => id === key)
      if (record) void cases.pin(record.id, !record.pinned)
    }
    element?.addEventListener('keydown', onKey)
    return () => element?.removeEventListener('keydown', onKey)
  }, [place, stores, cases, isReading])
}
