import { useLayoutEffect } from 'react'
import type { RefObject } from 'react'

/**
 * Takes the focus when what had it has gone from the screen, such as a button that did its work; whoever is elsewhere in
 * a text is left there. Before the paint, and so before anybody else sees to a focus that is nowhere.
 * @param moment a new value asks anew
 */
export function useFocusIfLost(target: RefObject<HTMLElement | null>, moment: unknown): void {
  useLayoutEffect(() => {
    if (document.activeElement === document.body || document.activeElement === null) target.current?.focus()
  }, [target, moment])
}
