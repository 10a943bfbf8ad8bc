import { useEffect } from 'react'
import type { RefObject } from 'react'

import { moodKey } from './use-mood-key.ts'

const lines = '[data-said]'

/**
 * The way by keyboard to what the customer said: on the whole log, the key that corrects goes to the newest line, and on
 * a line the arrows go to the one before and after. Lines are no stops of the Tab key: there are hundreds.
 */
export function useSaidKeys(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = box.current
    if (!element) return undefined
    const onKey = (event: KeyboardEvent): void => {
      const { key, target, ctrlKey, altKey, metaKey } = event
      if (!(target instanceof HTMLElement) || ctrlKey || altKey || metaKey) return
      const all = [...element.querySelectorAll<HTMLElement>(lines)]
      const next = target === element ? fromLog(key, all) : fromLine(key, all, target)
      if (!next) return
      event.preventDefault()
      next.focus()
    }
    element.addEventListener('keydown', onKey)
    return () => element.removeEventListener('keydown', onKey)
  })
}

const fromLog = (key: string, all: readonly HTMLElement[]): HTMLElement | undefined =>
  key.toUpperCase() === moodKey ? all.at(-1) : undefined

function fromLine(key: string, all: readonly HTMLElement[], target: HTMLElement): HTMLElement | undefined {
  const at = all.indexOf(target)
  if (at < 0) return undefined
  if (key === 'ArrowUp') return all[at - 1]
  return key === 'ArrowDown' ? all[at + 1] : undefined
}
