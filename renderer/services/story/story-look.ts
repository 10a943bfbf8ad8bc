import type { Contact } from '../../domain/contact.ts'
import type { Problem } from '../../domain/problem.ts'
import { ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { hasWords, passes } from '../../domain/story/line-matches.ts'
import { isFiltered } from '../../domain/story/story-filter.ts'
import type { StoryFilter } from '../../domain/story/story-filter.ts'
import type { StoryItem } from '../../domain/story/story-item.ts'
import type { StoryMark } from '../../domain/story/story-mark.ts'
import type { Stretch } from '../../domain/story/story-walk.ts'
import { withChanged } from '../../domain/story/story-window.ts'
import type { StoryDress } from './story-dress.ts'
import type { StorySaid } from './story-said.ts'
import type { StoryWalk } from './story-walk.ts'

/** Lines that are looked at between two words about how far it has come. */
const atOnce = 60

export interface LookNeeds {
  readonly dress: StoryDress
  readonly said: Pick<StorySaid, 'heard'>
}

/** What is looked for, and where. */
export interface Wanted extends Stretch {
  readonly contact: Contact
  readonly filter: StoryFilter
}

/** How far a look has come: what was found by the last step, and where it goes on. */
export interface Step {
  readonly lines: readonly StoryItem[]
  readonly next: StoryMark | undefined
  readonly unreadable: number
}

export type StoryLook = ReturnType<typeof createStoryLook>

/** Reads on in a story, and leaves out what a filter leaves out. */
export function createStoryLook({ dress, said }: LookNeeds) {
  /** Words that are not in the line itself may be in what was said. */
  async function isWanted(line: StoryItem, { filter, contact }: Wanted): Promise<boolean> {
    if (!passes(line, filter, contact)) return false
    if (hasWords(line, filter.text)) return true
    if (line.kind !== 'interaction') return false
    const heard = await said.heard(line.interaction, contact)
    return (
      heard.ok &&
      hasWords(
        line,
        filter.text,
        heard.value.map((one) => one.said),
      )
    )
  }

  async function left(lines: readonly StoryItem[], wanted: Wanted): Promise<readonly StoryItem[]> {
    if (!isFiltered(wanted.filter)) return lines
    const whole =
      wanted.filter.mood === undefined ? lines : withChanged(lines, await dress.moods(lines, wanted.contact))
    const found: StoryItem[] = []
    for (const line of whole) if (await isWanted(line, wanted)) found.push(line)
    return found
  }

  /** One step of it. */
  async function step(walk: StoryWalk, wanted: Wanted): Promise<Result<Step, Problem>> {
    const limit = isFiltered(wanted.filter) ? atOnce : wanted.limit
    const read = await walk.beside({ ...wanted, limit })
    if (!read.ok) return read
    const lines = await left(await dress.dress(read.value.lines, wanted.contact), wanted)
    return ok({ ...read.value, lines })
  }

  return {
    step,
    /** Steps until enough was found, the story is at its end, or somebody has stopped it. Each is told as it is made. */
    async find(
      walk: StoryWalk,
      wanted: Wanted,
      found: (step: Step) => 'go-on' | 'stop',
    ): Promise<Result<undefined, Problem>> {
      let { of } = wanted
      let missing = wanted.limit
      for (;;) {
        const made = await step(walk, { ...wanted, of })
        if (!made.ok) return made
        const { lines, next } = made.value
        missing -= lines.length
        if (found(made.value) === 'stop' || next === undefined || missing <= 0) return ok(undefined)
        of = next
      }
    },
  }
}
