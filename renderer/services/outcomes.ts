import type { Records } from '../ports/records.ts'
import type { StoryStore } from '../ports/story-store.ts'
import type { Timing } from '../ports/timing.ts'
import { noOutcomes } from '../state/outcome-store.ts'
import type { OutcomeStore } from '../state/outcome-store.ts'
import type { Problems } from './problems.ts'

export interface OutcomeNeeds {
  readonly records: Pick<Records, 'recentInteractions'>
  readonly story: Pick<StoryStore, 'moods'>
  readonly state: OutcomeStore
  readonly problems: Problems
  readonly timing: Timing
  /** Whether moods are read at all. */
  readonly hasMoods: () => boolean
}

/** The agent's own outcomes, from what this computer keeps. They are told to nobody. */
export interface OutcomeDesk {
  /** Reads them anew. */
  look(): Promise<void>
  lookAway(): void
}

export const outcomeDays = 90
/** More than an agent can do in ninety days. */
const most = 20_000

export function createOutcomes(needs: OutcomeNeeds): OutcomeDesk {
  const { records, story, state, problems, timing, hasMoods } = needs
  let round = 0
  return {
    async look() {
      const mine = ++round
      const now = timing.now()
      const since = now - outcomeDays * 86_400_000
      const listed = problems.unwrap(await records.recentInteractions(most))
      const interactions = (listed?.interactions ?? []).filter(({ offeredAt }) => offeredAt >= since)
      const moods = hasMoods() ? await story.moods(interactions.map(({ id }) => id)) : undefined
      // Looked away meanwhile, or read once more.
      if (mine !== round) return
      const moodOf = moods?.ok ? moods.value : undefined
      state.setState({
        contacts: interactions.map((interaction) => ({ interaction, mood: moodOf?.get(interaction.id) })),
        readAt: now,
      })
    },
    lookAway() {
      round++
      state.setState(noOutcomes)
    },
  }
}
