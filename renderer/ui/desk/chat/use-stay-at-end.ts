import { useLayoutEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'

import type { Message } from '../../../domain/message.ts'

/** Pixels from the end within which somebody reads the newest, and from the beginning within which they want older ones. */
const near = 48

export interface StayNeeds {
  readonly messages: readonly Message[]
  /** Reads older messages, where there are any. */
  readonly older: (() => Promise<void>) | undefined
  /** A message further back is being gone to: the end must not pull. */
  readonly isHeld: boolean
}

/**
 * Scrolls to what is new only for whoever was at the end, or has just written it; older messages that come in above move
 * nothing.
 */
export function useStayAtEnd(box: RefObject<HTMLDivElement | null>, { messages, older, isHeld }: StayNeeds) {
  const [wasAtEnd, setAtEnd] = useState(true)
  const isAtEnd = wasAtEnd && !isHeld
  const [isReading, setReading] = useState(false)
  const last = messages.at(-1)
  const [newest, setNewest] = useState(last?.id)
  if (last?.id !== newest) {
    setNewest(last?.id)
    if (last?.delivery === 'waiting') setAtEnd(true)
  }
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

  /** `false` away from the end. */
  function look(): boolean {
    const { scrollHeight = 0, scrollTop = 0, clientHeight = 0 } = box.current ?? {}
    const isEnd = scrollHeight - scrollTop - clientHeight < near
    setAtEnd(isEnd)
    return isEnd
  }

  return {
    isAtEnd,
    isReading,
    readOlder,
    look,
    onScroll: (): void => {
      if (!look() && box.current && box.current.scrollTop < near) readOlder()
    },
    toEnd: (): void => setAtEnd(true),
  }
}
