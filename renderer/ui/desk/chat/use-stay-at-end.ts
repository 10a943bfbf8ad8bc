import { useLayoutEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'

import type { Message } from '../../../domain/message.ts'

/** Pixels from the end within which somebody reads the newest, and from the beginning within which they want older ones. */
const near = 48

export interface StayNeeds {
  readonly messages: readonly Message[]
  /** Reads older messages, where there are any. */
  readonly older: (() => Promise<void>) | undefined
}

/** Scrolls to what is new only for whoever was at the end; older messages that come in above move nothing. */
export function useStayAtEnd(box: RefObject<HTMLDivElement | null>, { messages, older }: StayNeeds) {
  const [isAtEnd, setAtEnd] = useState(true)
  const [isReading, setReading] = useState(false)
  const before = useRef({ height: 0, first: messages[0]?.id })
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const first = messages[0]?.id
    if (isAtEnd) element.scrollTop = element.scrollHeight
    else if (first !== before.current.first) element.scrollTop += element.scrollHeight - before.current.height
    before.current = { height: element.scrollHeight, first }
  }, [box, messages, isAtEnd])

  // A box that grows or shrinks under the newest message stays with it.
  useLayoutEffect(() => {
    const element = box.current
    if (!element || !isAtEnd || typeof ResizeObserver === 'undefined') return undefined
    const observer = new ResizeObserver(() => (element.scrollTop = element.scrollHeight))
    observer.observe(element)
    return () => observer.disconnect()
  }, [box, isAtEnd])

  function readOlder(): void {
    if (!older || isReading) return
    setReading(true)
    setAtEnd(false)
    void older().finally(() => setReading(false))
  }

  return {
    isAtEnd,
    isReading,
    readOlder,
    onScroll: (): void => {
      const element = box.current
      if (!element) return
      const fromEnd = element.scrollHeight - element.scrollTop - element.clientHeight
      setAtEnd(fromEnd < near)
      if (element.scrollTop < near && fromEnd >= near) readOlder()
    },
    toEnd: (): void => setAtEnd(true),
  }
}
