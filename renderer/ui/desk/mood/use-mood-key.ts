import { useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'

import type { FlaggedMood } from '../../../domain/moods/flagged-mood.ts'
import type { SaidRef } from '../../../services/moods/mood-desk.ts'
import { nextMood } from './next-mood.ts'
import { useCorrect } from './use-moods.ts'

/** Corrects what has the focus. A letter alone, and so nowhere else (WCAG 2.1.4). */
export const moodKey = 'M'

const textField = 'textarea, input, [contenteditable]'

export interface Correctable {
  readonly of: SaidRef
  readonly mood: FlaggedMood
}

/** The key that corrects, on a line of what was said and on whatever stands in it. */
export function useMoodKey(place: RefObject<HTMLElement | null>, correctable: Correctable | undefined): void {
  const correct = useCorrect()
  const now = useRef(correctable)
  useEffect(() => {
    now.current = correctable
  })
  const isThere = correctable !== undefined
  useEffect(() => {
    const element = place.current
    if (!isThere || !element) return undefined
    const onKey = (event: KeyboardEvent): void => {
      if (!isMoodKey(event) || !now.current) return
      event.preventDefault()
      const { of, mood } = now.current
      correct(of, nextMood(mood), mood.mood)
    }
    element.addEventListener('keydown', onKey)
    return () => element.removeEventListener('keydown', onKey)
  }, [place, isThere, correct])
}

/** Whether somebody has gone to a line of what was said: then it shows its mood also where that is neutral. */
export function useGoneTo(place: RefObject<HTMLElement | null>): boolean {
  const [wasFocused, setFocused] = useState(false)
  useEffect(() => {
    const element = place.current
    const onFocus = (): void => setFocused(true)
    element?.addEventListener('focusin', onFocus)
    return () => element?.removeEventListener('focusin', onFocus)
  }, [place])
  return wasFocused
}

function isMoodKey({ key, ctrlKey, altKey, metaKey, repeat, target }: KeyboardEvent): boolean {
  if (key.toUpperCase() !== moodKey || ctrlKey || altKey || metaKey || repeat) return false
  return !(target instanceof Element && target.closest(textField))
}
