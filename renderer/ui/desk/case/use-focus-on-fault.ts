import { useEffect } from 'react'
import type { RefObject } from 'react'

const faulty = '[aria-invalid="true"], [data-invalid] button'

/**
 * Whoever hands in a form with a fault goes on where the first one is: one that is out of sight would look as if nothing
 * had happened.
 * @param faults another value for each time that the form was handed in with some; `undefined` without any
 */
export function useFocusOnFault(form: RefObject<HTMLElement | null>, faults: unknown): void {
  useEffect(() => {
    if (faults !== undefined) form.current?.querySelector<HTMLElement>(faulty)?.focus()
  }, [form, faults])
}
