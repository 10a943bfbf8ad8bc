import { byNewestLine, isNewer } from './story-mark.ts'
import type { StoryMark } from './story-mark.ts'

/** Which way a story is read: back in time, or towards now. */
export type Towards = 'older' | 'newer'

/** Lines beyond a place, in the direction of the reading; the place itself is not among them. */
export interface Stretch {
  readonly towards: Towards
  readonly of: StoryMark
  readonly limit: number
}

/** In the order in which they are come to. */
export const inOrder = (towards: Towards) =>
  towards === 'older' ? byNewestLine : (a: StoryMark, b: StoryMark) => byNewestLine(b, a)

/** Whether the reading comes to `a` later than to `b`. */
export const isBeyond = (towards: Towards, a: StoryMark, b: StoryMark): boolean =>
  towards === 'older' ? isNewer(b, a) : isNewer(a, b)

/** The first lines of a stretch, of those of several streams: one that is in two of them comes once. */
export function firstOf<Line extends StoryMark>(
  { towards, of, limit }: Stretch,
  ...streams: readonly (readonly Line[])[]
): readonly Line[] {
  const lines = new Map(streams.flat().map((line) => [line.key, line]))
  return [...lines.values()]
    .filter((line) => isBeyond(towards, line, of))
    .sort(inOrder(towards))
    .slice(0, limit)
}

/** From when to when something can have happened, epoch milliseconds. */
export interface Span {
  readonly from: number
  readonly to: number
}

/**
 * Whether nothing of that time can come into the lines any more: there are enough of them, and the reading comes to the
 * last one before it comes to that time.
 */
export function isPast(
  { towards, limit }: Stretch,
  lines: readonly StoryMark[],
  { from, to }: Span,
): boolean {
  const last = lines.at(-1)
  if (!last || lines.length < limit) return false
  return towards === 'older' ? last.at > to : last.at < from
}
