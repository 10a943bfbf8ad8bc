import * as v from 'valibot'

import { asInteractionId } from '../../domain/ids.ts'
import type { InteractionId } from '../../domain/ids.ts'
import type { InteractionMood } from '../../domain/moods/interaction-mood.ts'
import { moods } from '../../domain/sentiment/mood.ts'
import { blindIndex, seal, unseal } from './sealing.ts'
import type { Sealed, StoreKeys } from './sealing.ts'

/** How a customer sounded in an interaction, on the disk: nothing of it is in clear. */
export interface MoodRow {
  /** Blind index of the interaction. */
  readonly interaction: string
  readonly sealed: Sealed
}

/** Dexie's indexes of the table. */
export const moodIndexes = 'interaction'

const Stored = v.object({
  interaction: v.pipe(v.string(), v.transform(asInteractionId)),
  version: v.string(),
  utterances: v.number(),
  to: v.number(),
  mood: v.picklist(moods),
  score: v.number(),
  start: v.number(),
  end: v.number(),
  quotes: v.array(
    v.object({ said: v.string(), text: v.string(), mood: v.picklist(['negative', 'positive']) }),
  ),
})

const place = (interaction: string): string => `moods/${interaction}`

export const moodInteractionIndex = (keys: StoreKeys, interaction: InteractionId): Promise<string> =>
  blindIndex(keys, 'mood.interaction', interaction)

export async function toMoodRow(keys: StoreKeys, mood: InteractionMood): Promise<MoodRow> {
  const interaction = await moodInteractionIndex(keys, mood.interaction)
  return { interaction, sealed: await seal(keys, place(interaction), mood) }
}

/** @throws when the row cannot be decrypted, or holds what no version of the desk has written. */
export const fromMoodRow = async (keys: StoreKeys, row: MoodRow): Promise<InteractionMood> =>
  v.parse(Stored, await unseal(keys, place(row.interaction), row.sealed))
