import { useEffect } from 'react'
import type { RefObject } from 'react'

import { stepWordsId } from './places.ts'

/** Into a field: on what is chosen there, else on the first thing that takes an answer. */
export const focusIn = (field: Element | null | undefined): boolean => {
  const control =
    field?.querySelector<HTMLElement>('.select, input:checked') ??
    field?.querySelector<HTMLElement>('input, textarea')
  control?.focus()
  return control !== undefined && control !== null
}

/** The first field of a step, or its words. */
export function focusOnStep(place: HTMLElement | null): void {
  // Not a field in which an earlier answer is corrected.
  if (!focusIn(place?.querySelector('.guide-step [data-guide-field]')))
    place?.querySelector<HTMLElement>(`#${stepWordsId}`)?.focus()
}

/** Whoever hands in a fault goes on where the first one is. */
export function focusOnFault(place: HTMLElement | null, names: readonly string[]): void {
  const fields = [...(place?.querySelectorAll<HTMLElement>('[data-guide-field]') ?? [])]
  const first = fields.find(({ dataset }) => names.includes(dataset['guideField'] ?? ''))
  focusIn(first)
  // What is wrong stands below it.
  first?.scrollIntoView({ block: 'nearest' })
}

const isElsewhere = (place: HTMLElement | null): boolean => {
  const { activeElement } = document
  // A menu closes a moment after what was chosen in it is done.
  const isNowhere = activeElement === null || activeElement === document.body
  return !isNowhere && !place?.contains(activeElement) && activeElement.closest('[role="menu"]') === null
}

/**
 * Goes to the next step with whoever works in the guide, and leaves whoever writes elsewhere alone.
 * @param step a new value for each step
 */
export function useStepFocus(place: RefObject<HTMLElement | null>, step: unknown): void {
  useEffect(() => {
    if (!isElsewhere(place.current)) focusOnStep(place.current)
  }, [place, step])
}

/**
 * Enter goes on, from the words and from every control of one line; in a text of several lines with Control. Holding it
 * down goes no further: a step that nobody has read must not be answered.
 */
export function useEnter(place: RefObject<HTMLElement | null>, goOn: () => void): void {
  useEffect(() => {
    const element = place.current
    const onKey = (event: KeyboardEvent): void => {
      const { target } = event
      if (event.key !== 'Enter' || event.isComposing || !(target instanceof HTMLElement)) return
      const isText = target instanceof HTMLTextAreaElement
      const goesOn = isText
        ? event.ctrlKey || event.metaKey
        : target instanceof HTMLInputElement || target.id === stepWordsId
      if (!goesOn) return
      event.preventDefault()
      event.stopPropagation()
      if (!event.repeat) goOn()
    }
    element?.addEventListener('keydown', onKey, true)
    return () => element?.removeEventListener('keydown', onKey, true)
  }, [place, goOn])
}
