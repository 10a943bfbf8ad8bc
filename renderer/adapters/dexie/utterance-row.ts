import * as v from 'valibot'

import { asInteractionId } from '../../domain/ids.ts'
import type { InteractionId } from '../../domain/ids.ts'
import { languages } from '../../domain/language.ts'
import { readableEnd } from '../../domain/sentiment/token.ts'
import { longestUtterance } from '../../domain/story/utterance.ts'
import type { Utterance } from '../../domain/story/utterance.ts'
import { maybe } from './maybe.ts'
import { blindIndex, seal, unseal } from './sealing.ts'
import type { Sealed, StoreKeys } from './sealing.ts'

/** What was said in a call, on the disk. Nothing is in clear, not even when: who spoke how long is the customer's too. */
export interface UtteranceRow {
  /** Blind index of the interaction. */
  readonly interaction: string
  /** Blind index of the utterance's id and its interaction's: others choose theirs. */
  readonly id: string
  readonly sealed: Sealed
}

/** Dexie's indexes of the table. */
export const utteranceIndexes = '[interaction+id]'

const Stored = v.object({
  id: v.string(),
  interaction: v.pipe(v.string(), v.transform(asInteractionId)),
  side: v.picklist(['customer', 'me']),
  at: v.number(),
  text: v.string(),
  language: maybe(v.picklist(languages)),
})

const place = ({ interaction, id }: Pick<UtteranceRow, 'interaction' | 'id'>): string =>
  `utterances/${interaction}/${id}`

export const utteranceInteractionIndex = (keys: StoreKeys, interaction: InteractionId): Promise<string> =>
  blindIndex(keys, 'utterance.interaction', interaction)

export async function toUtteranceRow(keys: StoreKeys, utterance: Utterance): Promise<UtteranceRow> {
  const text = utterance.text.slice(0, readableEnd(utterance.text, longestUtterance))
  const [interaction, id] = await Promise.all([
    utteranceInteractionIndex(keys, utterance.interaction),
    blindIndex(keys, 'utterance.id', JSON.stringify([utterance.interaction, utterance.id])),
  ])
  const name = { interaction, id }
  return { ...name, sealed: await seal(keys, place(name), { ...utterance, text }) }
}

/** @throws when the row cannot be decrypted, or holds what no version of the desk has written. */
export const fromUtteranceRow = async (keys: StoreKeys, row: UtteranceRow): Promise<Utterance> =>
  v.parse(Stored, await unseal(keys, place(row), row.sealed))
