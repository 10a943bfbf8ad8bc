import type { InteractionId } from '../../domain/ids.ts'
import type { FlaggedMood } from '../../domain/moods/flagged-mood.ts'
import type { InteractionMood } from '../../domain/moods/interaction-mood.ts'
import type { AlertState } from '../../domain/moods/mood-alert.ts'
import type { ReadUtterance } from '../../domain/moods/mood-of-interaction.ts'
import type { Said } from '../../domain/story/said.ts'
import type { MoodState } from '../../state/mood-store.ts'
import { judgementId } from './mood-judgements.ts'

/** What was read of one interaction that is open. */
export interface MoodInHand {
  /** The very list that was looked at last: most changes of a chat are of something else. */
  list: readonly unknown[] | undefined
  readonly read: Map<string, ReadUtterance>
  /** Said in a private stretch: it is not read later either. */
  readonly never: Set<string>
  whole: InteractionMood | undefined
  alert: AlertState
}

type Shown = Pick<MoodState, 'read' | 'interactions' | 'alerts' | 'spoken'>

/** The state with what was read of the open interactions. */
export function withMoodsInHand(
  { spoken }: Pick<MoodState, 'spoken'>,
  inHand: ReadonlyMap<InteractionId, MoodInHand>,
): Shown {
  const read = new Map<string, FlaggedMood>()
  const interactions = new Map<InteractionId, InteractionMood>()
  const alerts: InteractionId[] = []
  const words = new Map(spoken)
  for (const [interaction, mood] of inHand) {
    for (const { said, mood: flagged } of mood.read.values())
      read.set(judgementId({ interaction, said }), flagged)
    if (mood.whole) interactions.set(interaction, mood.whole)
    if (mood.alert === 'shown') alerts.push(interaction)
    const said = spoken.get(interaction)
    if (said)
      words.set(
        interaction,
        said.map((one) => withMood(one, mood)),
      )
  }
  return { read, interactions, alerts, spoken: words }
}

const withMood = (said: Said, { read }: MoodInHand): Said =>
  said.by.role === 'customer' ? { ...said, mood: read.get(said.id)?.mood } : said
