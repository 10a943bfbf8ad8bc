import type { Contact } from '../../domain/contact.ts'
import type { Problem } from '../../domain/problem.ts'
import { ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { Said } from '../../domain/story/said.ts'
import type { StoryHead } from '../../domain/story/story-head.ts'
import type { StoryItem } from '../../domain/story/story-item.ts'
import { afterAll } from '../../domain/story/story-mark.ts'
import type { StoryMark } from '../../domain/story/story-mark.ts'
import { withChanged } from '../../domain/story/story-window.ts'
import type { StoryDress } from './story-dress.ts'
import type { StorySaid } from './story-said.ts'
import type { StoryWalk } from './story-walk.ts'

const linesAtOnce = 60

/** How a story is written down, in the agent's language. */
export interface StoryWords {
  head(contact: Contact, head: StoryHead): string
  /** One line, with all that was said in it. */
  line(line: StoryItem, said: readonly Said[]): string
}

export interface ExportNeeds {
  readonly dress: StoryDress
  readonly said: Pick<StorySaid, 'of'>
  readonly words: StoryWords
}

export interface Exported {
  readonly walk: StoryWalk
  readonly contact: Contact
  readonly head: StoryHead
  /** 0 to 1; `false` when somebody has stopped it. */
  readonly onShare: (share: number) => boolean
}

/** A whole story as text, newest first; `undefined` when it was stopped. */
export function createStoryExport({ dress, said, words }: ExportNeeds) {
  async function textsOf(lines: readonly StoryItem[], contact: Contact): Promise<Result<string[], Problem>> {
    const dressed = await dress.dress(lines, contact)
    const whole = withChanged(dressed, await dress.moods(dressed, contact))
    const texts: string[] = []
    for (const line of whole) {
      const spoken = line.kind === 'interaction' ? await said.of(line.interaction, contact) : ok([])
      // A story with a hole in it would look whole.
      if (!spoken.ok) return spoken
      texts.push(words.line(line, spoken.value))
    }
    return ok(texts)
  }

  return async ({ walk, contact, head, onShare }: Exported): Promise<Result<string | undefined, Problem>> => {
    const parts = [words.head(contact, head)]
    const first = await walk.beside({ towards: 'newer', of: { at: -1, key: '' }, limit: 1 })
    const oldest = (first.ok ? first.value.lines[0]?.at : undefined) ?? 0
    let newest: number | undefined
    for (let of: StoryMark | undefined = afterAll; of;) {
      const read = await walk.beside({ towards: 'older', of, limit: linesAtOnce })
      if (!read.ok) return read
      const texts = await textsOf(read.value.lines, contact)
      if (!texts.ok) return texts
      parts.push(...texts.value)
      of = read.value.next
      newest ??= of?.at
      if (of && !onShare(shareOf(of.at, oldest, newest ?? of.at))) return ok(undefined)
    }
    return ok(`${parts.join('\n\n')}\n`)
  }
}

const shareOf = (at: number, oldest: number, newest: number): number =>
  Math.min(0.99, Math.max(0, (newest - at) / Math.max(1, newest - oldest)))
