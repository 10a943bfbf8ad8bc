import type { ContactId } from '../../domain/ids.ts'
import type { Interaction } from '../../domain/interaction.ts'
import type { Problem } from '../../domain/problem.ts'
import { ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { StoryItem } from '../../domain/story/story-item.ts'
import type { StoryStore } from '../../ports/story-store.ts'

/** What the notes read like that the desk writes about interactions into their cases, in each language. */
export interface WrapUpWords {
  /** Whether it may be one; cheap, and never wrongly no. */
  mayBe(text: string): boolean
  /** Whether it is the one of this interaction. */
  isOf(text: string, interaction: Interaction): boolean
}

/** A note comes after its interaction: this many before it are looked at. */
const nearest = 30
/** Milliseconds by which the case system's clock may be behind this desk's. */
const clocks = 600_000

/** The note that a wrap-up has written into its case tells what the interaction's own line tells: it is left out. */
export function createWrapUpNotes(
  words: WrapUpWords,
  story: Pick<StoryStore, 'interactionsBeside'>,
  contacts: readonly ContactId[],
) {
  async function isWrapUp(line: StoryItem): Promise<Result<boolean, Problem>> {
    const text = noteOf(line)
    if (line.kind === 'interaction' || text === undefined || !words.mayBe(text)) return ok(false)
    // The same ones wherever the reading began: a line is there, or is not, whatever was read before.
    const of = line.at + clocks
    const around = await story.interactionsBeside({ contacts, towards: 'older', of, limit: nearest })
    if (!around.ok) return around
    return ok(around.value.interactions.some((one) => one.case === line.case.id && words.isOf(text, one)))
  }

  return {
    async without(lines: readonly StoryItem[]): Promise<Result<readonly StoryItem[], Problem>> {
      const left: StoryItem[] = []
      for (const line of lines) {
        const told = await isWrapUp(line)
        if (!told.ok) return told
        if (!told.value) left.push(line)
      }
      return ok(left)
    },
  }
}

function noteOf(line: StoryItem): string | undefined {
  if (line.kind === 'event') return line.event.kind === 'note' ? line.event.text : undefined
  if (line.kind === 'interaction' || line.entry.edit.kind !== 'note') return undefined
  return line.entry.edit.purpose === 'disposition' ? line.entry.edit.text : undefined
}
