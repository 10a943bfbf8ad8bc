import type { InteractionId } from '../../domain/ids.ts'
import type { Interaction } from '../../domain/interaction.ts'
import type { Language } from '../../domain/language.ts'
import type { InteractionMood } from '../../domain/moods/interaction-mood.ts'
import { isUpToDate, moodOfInteraction } from '../../domain/moods/mood-of-interaction.ts'
import type { ReadUtterance } from '../../domain/moods/mood-of-interaction.ts'
import type { StoryStore } from '../../ports/story-store.ts'
import type { MoodStore } from '../../state/mood-store.ts'
import type { WorkStore } from '../../state/work-store.ts'
import type { MoodJudgements } from './mood-judgements.ts'
import type { CustomerWords, StoryMoods } from './story-moods.ts'

export interface InteractionMoodNeeds {
  readonly store: Pick<StoryStore, 'moods' | 'saveMoods'>
  readonly state: MoodStore
  readonly work: Pick<WorkStore, 'getState'>
  readonly judgements: MoodJudgements
  /** The desk's, where nobody knows the customer's. */
  readonly language: () => Language
}

export type InteractionMoods = ReturnType<typeof createInteractionMoods>

/** So many that were kept are remembered, so that the same is not written twice. */
const mostKnown = 500

/** The moods of interactions: kept, and worked out anew where they are out of date. */
export function createInteractionMoods(needs: InteractionMoodNeeds) {
  const { store, state, work, judgements, language } = needs
  /** What was kept last of those that were asked for. */
  const known = new Map<InteractionId, InteractionMood>()

  const hintFor = ({ contact }: Pick<Interaction, 'contact'>): Language =>
    (contact && work.getState().contacts.get(contact)?.language) ?? language()

  const read = (interaction: Interaction, words: readonly CustomerWords[]): readonly ReadUtterance[] =>
    words.map(({ said, at, text, language: as }) => ({
      ...{ said, at, text },
      mood: judgements.flagged({ interaction: interaction.id, said }, text, as ?? hintFor(interaction)),
    }))

  function remember(moods: Iterable<InteractionMood>): void {
    if (known.size > mostKnown) known.clear()
    for (const mood of moods) known.set(mood.interaction, mood)
  }

  async function keep(moods: readonly InteractionMood[]): Promise<void> {
    const news = moods.filter((mood) => {
      const before = known.get(mood.interaction)
      return !isUpToDate(before, mood) || before?.score !== mood.score
    })
    if (news.length === 0) return
    // One that is not kept is worked out again: nothing is lost that a person would have to be told of.
    const saved = await store.saveMoods(news)
    if (saved.ok) remember(news)
  }

  const make = (interaction: Interaction, words: readonly CustomerWords[]): InteractionMood =>
    moodOfInteraction(interaction.id, judgements.version(), read(interaction, words))

  const ofInteractions: StoryMoods['ofInteractions'] = async (interactions, wordsOf) => {
    const kept = await store.moods(interactions.map(({ id }) => id))
    const before = kept.ok ? kept.value : new Map<InteractionId, InteractionMood>()
    remember(before.values())
    const all: InteractionMood[] = []
    const made: InteractionMood[] = []
    for (const interaction of interactions) {
      const { id } = interaction
      const there = state.getState().interactions.get(id) ?? before.get(id)
      if (there?.version === judgements.version()) {
        all.push(there)
        continue
      }
      const words = await wordsOf(interaction)
      if (!words || !state.getState().isOn) continue
      made.push(make(interaction, words))
    }
    await keep(made)
    const said = [...all, ...made].filter(({ utterances }) => utterances > 0)
    return new Map(said.map((mood) => [mood.interaction, mood]))
  }

  return {
    read,
    keep,
    ofInteractions,
    worked(interaction: Interaction, words: readonly CustomerWords[]): InteractionMood | undefined {
      const mood = make(interaction, words)
      void keep([mood])
      return mood.utterances === 0 ? undefined : mood
    },
    clear: (): void => known.clear(),
  }
}
