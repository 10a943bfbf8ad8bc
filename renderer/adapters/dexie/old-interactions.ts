import { Dexie } from 'dexie'

import { contactIdsOf } from '../../domain/contact.ts'
import type { Contact } from '../../domain/contact.ts'
import type { InteractionId } from '../../domain/ids.ts'
import type { Interaction } from '../../domain/interaction.ts'
import { readable } from './access.ts'
import { fromContactRow, isUnchanged } from './contact-row.ts'
import type { ContactRow } from './contact-row.ts'
import type { Database } from './database.ts'
import { runInteractionIndex } from './guide-run-row.ts'
import { contactIndex, fromInteractionRow } from './interaction-row.ts'
import { judgementInteractionIndex } from './judgement-row.ts'
import { moodInteractionIndex } from './mood-row.ts'
import type { Open } from './opening.ts'
import type { StoreKeys } from './sealing.ts'
import { utteranceInteractionIndex } from './utterance-row.ts'

/** Rows that are looked through at once. */
const atOnce = 256
/** How often it is worked out anew who is held, because another window has changed it meanwhile. */
const mostTries = 5

const heldRows = ({ contacts }: Database): Promise<ContactRow[]> => contacts.where('held').equals(1).toArray()

export async function heldContacts({ database, keys }: Open): Promise<readonly Contact[]> {
  const rows = await heldRows(database)
  const { values } = await readable(rows.map((row) => fromContactRow(keys, row)))
  return values.filter(({ hold }) => hold !== undefined)
}

/** Blind indexes of everybody whose interactions must stay: also of one whose row cannot be read any more. */
async function heldIndexes(keys: StoreKeys, rows: readonly ContactRow[]): Promise<ReadonlySet<string>> {
  const { values } = await readable(rows.map((row) => fromContactRow(keys, row)))
  const ids = new Set([...rows.map(({ id }) => id), ...values.flatMap((contact) => contactIdsOf(contact))])
  return new Set(await Promise.all([...ids].map((id) => contactIndex(keys, id))))
}

/**
 * By the moment at which they were offered, which is in clear: one that ended before it was offered before it. What cannot
 * be read has no end that is known, and stays.
 */
export async function oldInteractions(
  { database, keys }: Open,
  before: number,
  limit: number,
): Promise<readonly Interaction[]> {
  const held = await heldIndexes(keys, await heldRows(database))
  const found: Interaction[] = []
  for (let from = 0; found.length < limit; from += atOnce) {
    const rows = await database.interactions
      .where('offeredAt')
      .below(before)
      .offset(from)
      .limit(atOnce)
      .toArray()
    if (rows.length === 0) break
    const free = rows.filter(({ unfinished, contact }) => unfinished === 0 && !held.has(contact))
    const { values } = await readable(free.map((row) => fromInteractionRow(keys, row)))
    found.push(...values.filter((one) => isOver(one, before)))
  }
  return found.slice(0, limit)
}

const isOver = ({ endedAt, finishedAt }: Interaction, before: number): boolean =>
  finishedAt !== undefined && (endedAt ?? finishedAt) < before

/** One of those whom nothing may be forgotten of came, went or changed since they were read. */
class StaleHolds extends Error {}

/** With all that belongs to them; whose contact is held stays, whoever asks. One transaction. */
export async function forgetInteractions(open: Open, ids: readonly InteractionId[]): Promise<void> {
  const { keys, database } = open
  const named = await Promise.all(
    ids.map(async (id) => ({
      id,
      utterances: await utteranceInteractionIndex(keys, id),
      mood: await moodInteractionIndex(keys, id),
      judgements: await judgementInteractionIndex(keys, id),
      runs: await runInteractionIndex(keys, id),
    })),
  )
  for (let tries = 1; ; tries += 1) {
    const rows = await heldRows(database)
    const held = await heldIndexes(keys, rows)
    try {
      await forget(database, named, (now) => {
        if (rows.length !== now.length || rows.some((row, at) => !isUnchanged(row, now[at])))
          throw new StaleHolds()
        return held
      })
      return
    } catch (error) {
      if (!(error instanceof StaleHolds) || tries === mostTries) throw error
    }
  }
}

/** An interaction, and the names that others know it by. */
interface Named {
  readonly id: InteractionId
  readonly utterances: string
  readonly mood: string
  readonly judgements: string
  readonly runs: string
}

async function forget(
  database: Database,
  all: readonly Named[],
  heldAmong: (rows: readonly ContactRow[]) => ReadonlySet<string>,
): Promise<void> {
  const { interactions, contacts, utterances, moods, judgements, guideRuns } = database
  const tables = [interactions, contacts, utterances, moods, judgements, guideRuns]
  await database.transaction('rw', tables, async () => {
    const held = heldAmong(await heldRows(database))
    const rows = await interactions.bulkGet(all.map(({ id }) => id))
    const gone = all.filter((_one, at) => !held.has(rows[at]?.contact ?? ''))
    await interactions.bulkDelete(gone.map(({ id }) => id))
    await moods.bulkDelete(gone.map(({ mood }) => mood))
    for (const { utterances: name } of gone)
      await utterances.where('[interaction+id]').between([name, Dexie.minKey], [name, Dexie.maxKey]).delete()
    await judgements
      .where('interaction')
      .anyOf(gone.map((one) => one.judgements))
      .delete()
    await guideRuns
      .where('interaction')
      .anyOf(gone.map(({ runs }) => runs))
      .delete()
  })
}
