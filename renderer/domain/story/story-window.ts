import type { StoryItem } from './story-item.ts'
import type { StoryMark } from './story-mark.ts'
import { inOrder } from './story-walk.ts'
import type { Towards } from './story-walk.ts'

/** Lines that are kept in view at once; beyond them the far end is let go, and read again when somebody goes back. */
export const mostLines = 400

/** What is shown of a story, and where it goes on at either end; `undefined` where it ends. */
export interface StoryWindow {
  /** Newest first. */
  readonly items: readonly StoryItem[]
  readonly older: StoryMark | undefined
  readonly newer: StoryMark | undefined
}

export interface MoreLines {
  readonly towards: Towards
  readonly lines: readonly StoryItem[]
  /** Where that end goes on now. */
  readonly next: StoryMark | undefined
}

const markOf = (line: StoryItem | undefined): StoryMark | undefined => line && { at: line.at, key: line.key }

/** The window with more lines at one end: what is too much at the other is let go. */
export function withMore(window: StoryWindow, { towards, lines, next }: MoreLines): StoryWindow {
  const all = new Map([...window.items, ...lines].map((line) => [line.key, line]))
  const items = [...all.values()].sort(inOrder('older'))
  if (towards === 'older') {
    const kept = items.slice(-mostLines)
    return { items: kept, older: next, newer: kept.length < items.length ? markOf(kept[0]) : window.newer }
  }
  const kept = items.slice(0, mostLines)
  return { items: kept, newer: next, older: kept.length < items.length ? markOf(kept.at(-1)) : window.older }
}

/** The same lines, those of them that are known better now in their new form. */
export function withChanged(
  items: readonly StoryItem[],
  changed: readonly StoryItem[],
): readonly StoryItem[] {
  const now = new Map(changed.map((line) => [line.key, line]))
  return items.map((line) => now.get(line.key) ?? line)
}
