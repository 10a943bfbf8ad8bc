import type { StoryItem } from './story-item.ts'

/** A place in a story, between any two lines: of two in one millisecond, the one with the greater key is the newer. */
export type StoryMark = Pick<StoryItem, 'at' | 'key'>

export const isNewer = (a: StoryMark, b: StoryMark): boolean =>
  a.at > b.at || (a.at === b.at && a.key > b.key)

/** Newest first. */
export const byNewestLine = (a: StoryMark, b: StoryMark): number =>
  isNewer(a, b) ? -1 : isNewer(b, a) ? 1 : 0

/** Before everything that happens from then on, and after all that has happened. Epoch milliseconds. */
export const markBefore = (at: number): StoryMark => ({ at, key: '' })

/** After everything that has happened, whatever a clock says. */
export const afterAll: StoryMark = markBefore(Number.MAX_SAFE_INTEGER)

/** Before everything. */
export const beforeAll: StoryMark = markBefore(-1)
