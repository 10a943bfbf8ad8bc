import { Dexie } from 'dexie'

import { databaseName } from '../../../renderer/adapters/dexie/database.ts'
import { asInteractionId } from '../../../renderer/domain/ids.ts'
import type { InteractionMood } from '../../../renderer/domain/moods/interaction-mood.ts'
import type { MoodJudgement } from '../../../renderer/domain/moods/mood-correction.ts'
import type { Utterance } from '../../../renderer/domain/story/utterance.ts'
import { makeKey, shiftStart } from '../../make.ts'

/** What belongs to a story, as it lies in the store of a desk: each whole; a test names what it cares about. */

export const call = (at: number) => asInteractionId(`interaction-${at}`)

export const storedUtterance = (utterance: Partial<Utterance> = {}): Utterance => ({
  ...{ id: 'u-1', interaction: call(1), side: 'customer', at: shiftStart + 5_000 },
  ...{ text: 'Plus jamais « 🇫🇷 » \ud800', language: 'fr' },
  ...utterance,
})

export const storedMood = (mood: Partial<InteractionMood> = {}): InteractionMood => ({
  ...{ interaction: call(1), version: '1.0/7', utterances: 3, to: shiftStart + 60_000 },
  ...{ mood: 'negative', score: -0.5, start: 0.25, end: -0.75 },
  quotes: [{ said: 'u-1', text: 'Plus jamais', mood: 'negative' }],
  ...mood,
})

export const storedJudgement = (judgement: Partial<MoodJudgement> = {}): MoodJudgement => ({
  ...{ id: 'interaction-1/u-1', interaction: call(1), said: 'u-1', text: 'Plus jamais', language: 'fr' },
  ...{ read: 'neutral', score: 0.1, version: '1.0/7', given: 'negative', how: 'flag', at: shiftStart },
  evidence: [{ from: 0, to: 11, weight: -1.5, turns: ['negated', 'shouted'] }],
  ...judgement,
})

export type Row = Record<string, unknown>

/** A table of the disk, behind the desk's back. */
export async function onTable<T>(
  disk: number,
  table: string,
  does: (table: ReturnType<Dexie['table']>) => PromiseLike<T>,
): Promise<T> {
  const database = new Dexie(databaseName('practice', makeKey(disk)))
  await database.open()
  try {
    return await does(database.table(table))
  } finally {
    database.close()
  }
}

export const rowsOf = (disk: number, table: string): Promise<Row[]> =>
  onTable(disk, table, (rows) => rows.toArray() as PromiseLike<Row[]>)

export const putRows = (disk: number, table: string, rows: readonly Row[]) =>
  onTable(disk, table, (all) => all.bulkPut([...rows]))

/** What nobody can open. */
export const damaged = { sealed: { iv: new Uint8Array(12), bytes: new ArrayBuffer(40) } }

/** Rows as text, with their bytes. */
export const asText = (rows: readonly unknown[]): string =>
  JSON.stringify(rows, (_key, value: unknown) =>
    value instanceof ArrayBuffer || value instanceof Uint8Array
      ? Buffer.from(value as Uint8Array).toString('latin1')
      : value,
  )
