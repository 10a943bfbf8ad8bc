import type { InteractionId } from '../../domain/ids.ts'
import type { InteractionLine } from '../../domain/story/interaction-line.ts'
import type { Said } from '../../domain/story/said.ts'
import type { Problems } from '../problems.ts'
import type { StoryDress } from './story-dress.ts'
import type { StorySaid } from './story-said.ts'
import type { StoryShown } from './story-shown.ts'

export interface UnfoldingNeeds {
  readonly dress: StoryDress
  readonly said: StorySaid
  readonly problems: Problems
}

/** What was said, beside the lines of the interactions that somebody has unfolded. */
export function createStoryUnfolding({ dress, said, problems }: UnfoldingNeeds, shown: StoryShown) {
  const lineOf = (id: InteractionId): InteractionLine | undefined =>
    shown
      .window()
      .items.flatMap((line) => (line.kind === 'interaction' && line.interaction.id === id ? [line] : []))[0]

  const show = (id: InteractionId, words: readonly Said[]): void =>
    shown.change((now) => ({ said: new Map(now.said).set(id, words) }))

  return {
    async unfold(id: InteractionId): Promise<void> {
      const line = lineOf(id)
      if (!line) return
      const contact = shown.contact()
      const words = problems.unwrap(await said.of(line.interaction, contact))
      // It may have been let go of meanwhile.
      if (!words || !lineOf(id)) return
      show(id, words)
      shown.amend(await dress.moods([line], contact))
    },
    fold: (id: InteractionId): void =>
      shown.change((now) => ({ said: new Map([...now.said].filter(([one]) => one !== id)) })),
    /** A flag was corrected: what is shown of it follows. */
    async judged(id: InteractionId): Promise<void> {
      const line = lineOf(id)
      if (!line) return
      const words = shown.now()?.said.get(id)
      if (words) show(id, said.again(words, shown.contact()))
      shown.amend(await dress.moods([line], shown.contact()))
    },
    /** What is unfolded and goes on: more may have been said in it. */
    async again(ids: readonly InteractionId[]): Promise<void> {
      for (const id of ids) {
        const line = lineOf(id)
        if (!line || !shown.now()?.said.has(id)) continue
        const words = await said.of(line.interaction, shown.contact())
        // Folded again meanwhile, it stays so.
        if (words.ok && shown.now()?.said.has(id)) show(id, words.value)
      }
    },
  }
}
