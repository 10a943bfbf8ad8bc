import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import type { RefObject } from 'react'

import type { StoryItem } from '../../../domain/story/story-item.ts'
import type { GoTo } from './use-feed-keys.ts'

/** Pixels of a line before it is painted, and lines beyond the edge that are ready for the next turn of the wheel. */
const [usualHeight, ready] = [112, 3]

export interface FeedRows {
  readonly box: RefObject<HTMLDivElement | null>
  readonly items: readonly StoryItem[]
  /** One that stays in the document, in sight or not. */
  readonly kept: number
  /** The line that the keyboard goes to; it may be out of sight. */
  readonly goTo: GoTo | undefined
  readonly isAnew: boolean
  readonly hasNewer: boolean
}

/** Which lines are in the document, and where. */
export function useFeedRows({ box, items, kept, goTo, isAnew, hasNewer }: FeedRows) {
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: () => usualHeight,
    getItemKey: useCallback((index: number) => items[index]?.key ?? index, [items]),
    overscan: ready,
    // The first line in sight stays where it is, whatever is put above it.
    anchorTo: 'end',
    // React paints before the frame is over in any case, and may not be made to while it paints.
    useFlushSync: false,
    rangeExtractor: useCallback((range: Range) => linesIn(range, kept), [kept]),
  })
  useTopInSight({ rows, box, isAnew, hasNewer, first: items[0]?.key })
  useEffect(() => {
    if (goTo) rows.scrollToIndex(goTo.index, { align: 'auto' })
  }, [rows, goTo])
  return rows
}

interface Range {
  readonly startIndex: number
  readonly endIndex: number
  readonly overscan: number
  readonly count: number
}

/** The lines in sight and around it, and the one that has the focus: it must not vanish under the keyboard. */
export function linesIn({ startIndex, endIndex, overscan, count }: Range, kept: number): number[] {
  const shown = new Set<number>()
  const last = Math.min(count - 1, endIndex + overscan)
  for (let index = Math.max(0, startIndex - overscan); index <= last; index += 1) shown.add(index)
  if (kept >= 0 && kept < count) shown.add(kept)
  return [...shown].sort((a, b) => a - b)
}

interface Top extends Pick<FeedRows, 'box' | 'isAnew' | 'hasNewer'> {
  readonly rows: { scrollToOffset(offset: number): void }
  /** The key of the newest line. */
  readonly first: string | undefined
}

/** What happens now comes into sight for whoever looks at the newest; a story that is read anew begins at its top. */
function useTopInSight({ rows, box, isAnew, hasNewer, first }: Top): void {
  const isAtTop = useRef(true)
  useEffect(() => {
    const element = box.current
    const onScroll = (): void => {
      isAtTop.current = (element?.scrollTop ?? 0) < 2
    }
    element?.addEventListener('scroll', onScroll, { passive: true })
    return () => element?.removeEventListener('scroll', onScroll)
  }, [box])
  useLayoutEffect(() => {
    if (isAnew || (isAtTop.current && !hasNewer)) rows.scrollToOffset(0)
  }, [rows, isAnew, hasNewer, first])
}
