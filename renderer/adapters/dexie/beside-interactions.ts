import { Dexie } from 'dexie'

import type { Interaction } from '../../domain/interaction.ts'
import type { Listed } from '../../ports/records.ts'
import type { Beside } from '../../ports/story-store.ts'
import { readable } from './access.ts'
import { contactIndex, fromInteractionRow } from './interaction-row.ts'
import type { InteractionRow } from './interaction-row.ts'
import type { Open } from './opening.ts'

interface Window {
  /** Blind indexes of the contacts. */
  readonly contacts: readonly string[]
  readonly towards: Beside['towards']
  readonly of: number
  readonly limit: number
}

/**
 * The interactions of several contacts in one order: a stretch of each, of which the nearest are taken. Those that cannot be
 * read are counted, and others read in their place, so that a short list is the end of the story.
 */
export async function interactionsBeside(open: Open, beside: Beside): Promise<Listed> {
  const { towards, limit } = beside
  const asked = new Set<string | undefined>(beside.contacts)
  const contacts = await Promise.all([...new Set(beside.contacts)].map((id) => contactIndex(open.keys, id)))
  const interactions: Interaction[] = []
  let { of } = beside
  let unreadable = 0
  while (interactions.length < limit) {
    const rows = await nearest(open, { contacts, towards, of, limit: limit - interactions.length })
    const last = rows.at(-1)
    if (!last) break
    of = last.offeredAt
    const read = await readable(rows.map((row) => fromInteractionRow(open.keys, row)))
    unreadable += read.unreadable
    // What is sealed decides: a row that lies would be told in the story of somebody else.
    interactions.push(...read.values.filter(({ contact }) => asked.has(contact)))
  }
  return { interactions, unreadable: open.newer ? 0 : unreadable }
}

/** With every row of the last one's moment, however many: who goes on from there would never see the others. */
async function nearest(open: Open, window: Window): Promise<readonly InteractionRow[]> {
  const { contacts, towards, limit } = window
  const stretches = await Promise.all(contacts.map((contact) => stretch(open, contact, window)))
  const order = (a: InteractionRow, b: InteractionRow): number =>
    towards === 'older' ? b.offeredAt - a.offeredAt : a.offeredAt - b.offeredAt
  const all = stretches.flat().sort(order)
  const rows = all.slice(0, limit)
  const last = rows.at(-1)
  if (!last || all.length < limit) return all
  const keys = contacts.map((contact) => [contact, last.offeredAt])
  const same = await open.database.interactions.where('[contact+offeredAt]').anyOf(keys).toArray()
  const known = new Set(rows.map(({ id }) => id))
  return [...rows, ...same.filter(({ id }) => !known.has(id))]
}

/** Of one contact, the nearest first. */
function stretch({ database }: Open, contact: string, { towards, of, limit }: Window) {
  const table = database.interactions.where('[contact+offeredAt]')
  return towards === 'older'
    ? table.between([contact, Dexie.minKey], [contact, of], true, false).reverse().limit(limit).toArray()
    : table.between([contact, of], [contact, Dexie.maxKey], false, true).limit(limit).toArray()
}
