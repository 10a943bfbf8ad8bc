import type { Problem } from '../../domain/problem.ts'
import type { Result } from '../../domain/result.ts'
import { afterAll, isNewer } from '../../domain/story/story-mark.ts'
import { mostLines, withMore } from '../../domain/story/story-window.ts'
import type { StoryWindow } from '../../domain/story/story-window.ts'
import type { Stretch } from '../../domain/story/story-walk.ts'
import type { Step } from './story-look.ts'

/** Greater than any key: just above the line that it is put behind. */
const above = '\uffff'

/** Lines that are read at a time. */
const atOnce = 60

/**
 * The same stretch of a story once more, as it is now, with what is new above it where its top is in view; `undefined`
 * where it cannot be read.
 */
export async function readAgain(
  before: StoryWindow,
  step: (stretch: Stretch) => Promise<Result<Step, Problem>>,
): Promise<StoryWindow | undefined> {
  const [first, last] = [before.items[0], before.items.at(-1)]
  const top = before.newer && first ? { at: first.at, key: first.key + above } : afterAll
  let now: StoryWindow = { items: [], older: top, newer: before.newer && first ? before.newer : undefined }
  while (now.older) {
    const made = await step({ towards: 'older', of: now.older, limit: atOnce })
    if (!made.ok) return undefined
    now = withMore(now, { towards: 'older', lines: made.value.lines, next: made.value.next })
    const isFull = now.items.length + atOnce > mostLines
    const isThere = !now.older || !last || !isNewer(now.older, last)
    if (isFull || isThere) break
  }
  return now
}
