import { useLayoutEffect, useRef, useState } from 'react'

/**
 * An element for content that keeps its state when the window's layout puts it somewhere else: a test that runs goes
 * on, and what was typed stays. Filled by a portal, and put on the screen by `Place`.
 */
export function useMovable(): HTMLElement {
  const [element] = useState(() => {
    const created = document.createElement('div')
    created.className = 'movable'
    return created
  })
  return element
}

/** Where a movable element stands now. Neither has a box of its own. */
export function Place({ of: element }: { of: HTMLElement }) {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => place.current?.append(element), [element])
  return <div ref={place} className="movable" />
}
