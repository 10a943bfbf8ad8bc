import * as v from 'valibot'

import { asInteractionId } from '../../domain/ids.ts'
import type { InteractionId } from '../../domain/ids.ts'
import { languages } from '../../domain/language.ts'
import type { MoodJudgement } from '../../domain/moods/mood-correction.ts'
import { moods } from '../../domain/sentiment/mood.ts'
import type { Turn } from '../../domain/sentiment/mood.ts'
import { readableEnd } from '../../domain/sentiment/token.ts'
import { blindIndex, seal, unseal } from './sealing.ts'
import type { Sealed, StoreKeys } from './sealing.ts'

/** What an agent said about a reading, on the disk. What is in clear tells when somebody worked. */
export interface JudgementRow {
  /** Blind index of the judgement's id, in which the message's is: others choose theirs. */
  readonly id: string
  readonly at: number
  /** Blind index of the interaction. */
  readonly interaction: string
  readonly sealed: Sealed
}

/** Dexie's indexes of the table. */
export const judgementIndexes = 'id, at, interaction'

/** UTF-16 units of the customer's words that are kept. */
const longestText = 2_000

const turns = [
  ...(['negated', 'boosted', 'softened', 'after-but', 'before-but', 'question', 'shouted'] as const),
] satisfies readonly Turn[]

const Stored = v.object({
  id: v.string(),
  interaction: v.pipe(v.string(), v.transform(asInteractionId)),
  said: v.string(),
  text: v.string(),
  language: v.picklist(languages),
  read: v.picklist(moods),
  score: v.number(),
  version: v.string(),
  evidence: v.array(
    v.object({ from: v.number(), to: v.number(), weight: v.number(), turns: v.array(v.picklist(turns)) }),
  ),
  given: v.picklist(moods),
  how: v.picklist(['flag', 'asked']),
  at: v.number(),
})

const place = (id: string): string => `judgements/${id}`

export const judgementIndex = (keys: StoreKeys, id: string): Promise<string> =>
  blindIndex(keys, 'judgement.id', id)

export const judgementInteractionIndex = (keys: StoreKeys, interaction: InteractionId): Promise<string> =>
  blindIndex(keys, 'judgement.interaction', interaction)

export async function toJudgementRow(keys: StoreKeys, judgement: MoodJudgement): Promise<JudgementRow> {
  const text = judgement.text.slice(0, readableEnd(judgement.text, longestText))
  const [id, interaction] = await Promise.all([
    judgementIndex(keys, judgement.id),
    judgementInteractionIndex(keys, judgement.interaction),
  ])
  return { id, at: judgement.at, interaction, sealed: await seal(keys, place(id), { ...judgement, text }) }
}

/** @throws when the row cannot be decrypted, or holds what no version of the desk has written. */
export const fromJudgementRow = async (keys: StoreKeys, row: JudgementRow): Promise<MoodJudgement> =>
  v.parse(Stored, await unseal(keys, place(row.id), row.sealed))
