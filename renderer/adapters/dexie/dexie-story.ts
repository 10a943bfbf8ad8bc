import { Dexie } from 'dexie'

import { contactFit } from '../../domain/story/find-contact.ts'
import type { Utterance } from '../../domain/story/utterance.ts'
import type { StoryStore } from '../../ports/story-store.ts'
import { createAccess, readable } from './access.ts'
import { interactionsBeside } from './beside-interactions.ts'
import { contactNow, merge, split } from './contact-change.ts'
import { keptContact } from './contact-row.ts'
import { fromJudgementRow, judgementIndex, toJudgementRow } from './judgement-row.ts'
import { fromMoodRow, moodInteractionIndex, toMoodRow } from './mood-row.ts'
import { forgetInteractions, heldContacts, oldInteractions } from './old-interactions.ts'
import type { Open, Opening } from './opening.ts'
import { fromUtteranceRow, toUtteranceRow, utteranceInteractionIndex } from './utterance-row.ts'

/** As many judgements as are kept. */
const mostJudgements = 2_000

/** What began in the same millisecond stays in one order, however often it is read. */
const oldestFirst = (a: Utterance, b: Utterance): number =>
  a.at - b.at || a.id.localeCompare(b.id, 'en', { numeric: true })

/** What belongs to a customer's story, in IndexedDB, through Dexie. */
export function createDexieStory(opening: Opening, now: () => number = Date.now): StoryStore {
  const { read, write, change } = createAccess(opening, 'rows-unreadable')

  return {
    interactionsBeside: (beside) => read((open) => interactionsBeside(open, beside)),
    utterances: (of) =>
      read(async ({ database, keys }) => {
        const name = await utteranceInteractionIndex(keys, of)
        const rows = await database.utterances
          .where('[interaction+id]')
          .between([name, Dexie.minKey], [name, Dexie.maxKey])
          .toArray()
        const { values } = await readable(rows.map((row) => fromUtteranceRow(keys, row)))
        return values.filter(({ interaction }) => interaction === of).sort(oldestFirst)
      }),
    saveUtterances: (utterances) =>
      write(async ({ database, keys }) => {
        const rows = await Promise.all(utterances.map((one) => toUtteranceRow(keys, one)))
        await database.transaction('rw', database.utterances, async () => {
          const known = await database.utterances.bulkGet(
            rows.map(({ interaction, id }) => [interaction, id]),
          )
          // The first of those with one name is the one that is kept.
          await database.utterances.bulkPut(rows.filter((_row, at) => !known[at]).reverse())
        })
      }),
    moods: (ids) =>
      read(async ({ database, keys }) => {
        const names = await Promise.all(ids.map((id) => moodInteractionIndex(keys, id)))
        const rows = (await database.moods.bulkGet(names)).flatMap((row) => row ?? [])
        const { values } = await readable(rows.map((row) => fromMoodRow(keys, row)))
        const asked = new Set(ids)
        return new Map(
          values.flatMap((mood) => (asked.has(mood.interaction) ? [[mood.interaction, mood]] : [])),
        )
      }),
    saveMoods: (moods) =>
      write(async ({ database, keys }) =>
        database.moods.bulkPut(await Promise.all(moods.map((mood) => toMoodRow(keys, mood)))),
      ),
    dropMoods: () => write(({ database }) => database.moods.clear()),
    judgements: () =>
      read(async ({ database, keys }) => {
        const rows = await database.judgements.orderBy('at').reverse().limit(mostJudgements).toArray()
        return (await readable(rows.reverse().map((row) => fromJudgementRow(keys, row)))).values
      }),
    saveJudgement: (judgement) =>
      write(async ({ database, database: { judgements }, keys }) => {
        const row = await toJudgementRow(keys, judgement)
        await database.transaction('rw', judgements, async () => {
          await judgements.put(row)
          const oldest = judgements
            .orderBy('at')
            .limit(Math.max(0, (await judgements.count()) - mostJudgements))
          await judgements.bulkDelete(await oldest.primaryKeys())
        })
      }),
    dropJudgement: (id) =>
      write(async ({ database, keys }) => database.judgements.delete(await judgementIndex(keys, id))),
    contactNow: (id) => read((open) => contactNow(open, id)),
    mergeContacts: (kept, gone) => change((open) => merge(open, kept, gone, now())),
    splitContact: (kept, gone) => change((open) => split(open, kept, gone)),
    findContacts: (text, limit) => read((open) => findContacts(open, text, limit)),
    heldContacts: () => read(heldContacts),
    oldInteractions: (before, limit) => read((open) => oldInteractions(open, before, limit)),
    forgetInteractions: (ids) => write((open) => forgetInteractions(open, ids)),
  }
}

/** Who fits best comes first. Names are sealed, so each is opened and looked at: some 14 µs for one. */
async function findContacts({ database, keys }: Open, text: string, limit: number) {
  const fitOf = contactFit(text)
  const rows = await database.contacts.filter(({ gone }) => gone === undefined).toArray()
  const { values } = await readable(rows.map((row) => keptContact(keys, row)))
  return values
    .flatMap(({ contact, into }) => {
      const fit = into === undefined ? fitOf(contact) : undefined
      return fit === undefined ? [] : [{ contact, fit }]
    })
    .sort((a, b) => a.fit - b.fit || a.contact.name.localeCompare(b.contact.name))
    .slice(0, limit)
    .map(({ contact }) => contact)
}
