import { useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'

import type { StoryItem } from '../../../domain/story/story-item.ts'

const lines = '.story-line'
/** What Enter on a line does: shows what was said, or opens the case. */
const opener = '.story-unfold, .case-chip'

/** Each asking is another object. */
export interface GoTo {
  readonly index: number
}

const lineOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(lines) : null

/**
 * The way by keyboard through a feed: Page Down and Page Up from anywhere in a line, the arrows on the line itself (WAI-ARIA
 * Authoring Practices, feed). One line alone is a stop of the Tab key, and stays in the document while it has the focus.
 */
export function useFeedKeys(box: RefObject<HTMLElement | null>, items: readonly StoryItem[]) {
  const [key, setKey] = useState<string>()
  const [goTo, setGoTo] = useState<GoTo>()
  const wanted = useRef<string>(undefined)
  const found = items.findIndex((item) => item.key === key)
  // A line that was out of sight has to be painted before it can have the focus.
  useEffect(() => {
    if (wanted.current === undefined) return
    const line = [...(box.current?.querySelectorAll<HTMLElement>(lines) ?? [])].find(
      (one) => one.dataset['key'] === wanted.current,
    )
    if (!line) return
    wanted.current = undefined
    line.focus({ preventScroll: true })
    line.scrollIntoView({ block: 'nearest' })
  })
  useEffect(() => {
    const element = box.current
    if (!element) return undefined
    const onKey = (event: KeyboardEvent): void => {
      const line = lineOf(event.target)
      if (!line || event.ctrlKey || event.altKey || event.metaKey) return
      const isOnLine = event.target === line
      if (event.key === 'Enter' && isOnLine) line.querySelector<HTMLElement>(opener)?.click()
      const index = items.findIndex((item) => item.key === line.dataset['key'])
      const next = items[index + stepOf(event.key, isOnLine)]
      if (index < 0 || !next || next === items[index]) return
      event.preventDefault()
      wanted.current = next.key
      setGoTo({ index: items.indexOf(next) })
      setKey(next.key)
    }
    const onFocus = (event: FocusEvent): void => {
      const focused = lineOf(event.target)?.dataset['key']
      if (focused !== undefined) setKey(focused)
    }
    element.addEventListener('keydown', onKey)
    element.addEventListener('focusin', onFocus)
    return () => {
      element.removeEventListener('keydown', onKey)
      element.removeEventListener('focusin', onFocus)
    }
  }, [box, items])
  /** `current`: the line that the Tab key comes to. */
  return { current: Math.max(0, found), goTo }
}

function stepOf(key: string, isOnLine: boolean): number {
  if (key === 'PageDown' || (isOnLine && key === 'ArrowDown')) return 1
  return key === 'PageUp' || (isOnLine && key === 'ArrowUp') ? -1 : 0
}
