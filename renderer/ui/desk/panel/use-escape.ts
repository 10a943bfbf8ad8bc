import { useEffect } from 'react'
import type { RefObject } from 'react'

/** Escape closes that in which it is pressed. */
export function useEscape(place: RefObject<HTMLElement | null>, onClose: () => void): void {
  useEffect(() => {
    // On the way up, and all the way: what handles the key itself, such as a field that it empties, stops it before.
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && event.target instanceof Node && place.current?.contains(event.target))
        onClose()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [place, onClose])
}
