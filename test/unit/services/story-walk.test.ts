import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { CaseEvent } from '../../../renderer/domain/case-event.ts'
import type { Contact } from '../../../renderer/domain/contact.ts'
import { asCaseId, asContactId, asEntryId, asInteractionId } from '../../../renderer/domain/ids.ts'
import type { Interaction } from '../../../renderer/domain/interaction.ts'
import { afterAll, beforeAll, byNewestLine, isNewer } from '../../../renderer/domain/story/story-mark.ts'
import type { StoryMark } from '../../../renderer/domain/story/story-mark.ts'
import type { Towards } from '../../../renderer/domain/story/story-walk.ts'
import { createStoryWalk } from '../../../renderer/services/story/story-walk.ts'
import type { StoryWalk, Walked } from '../../../renderer/services/story/story-walk.ts'
import { dispositionNote } from '../../../renderer/words/written-notes.ts'
import { wrapUpWords } from '../../../renderer/words/wrap-up-words.ts'
import { makeContact, makeInteraction, shiftStart } from '../../make.ts'
import { fieldsOf, must, storedEntry, storedEvent, storedRecord } from '../adapters/stored-cases.ts'
import { createStoryPorts } from './story-ports.ts'
import type { StoredStoryCase, StoryWorld } from './story-ports.ts'

const [own, other] = ['amelie@example.org', 'a.tremblay@example.net']
const merged = makeContact({ id: asContactId('contact-2'), name: 'A. Tremblay' })
const contact: Contact = makeContact({ addresses: [own, other], merged: [{ contact: merged, at: 0 }] })

/** Milliseconds of a day's work, few enough that much happens at once. */
const moment = fc.integer({ min: 0, max: 40 }).map((at) => shiftStart + at * 60_000)

const anInteraction = fc.record({
  offeredAt: moment,
  contact: fc.constantFrom(contact.id, merged.id, asContactId('somebody else')),
  case: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }),
  language: fc.constantFrom('en' as const, 'fr' as const),
  /** Minutes after which its note was in the case system; `undefined` where nothing was written. */
  told: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
})

const aCase = fc.record({
  addresses: fc.constantFrom([own], [other], [own, other], [other, own], ['nobody@example.org']),
  begun: moment,
  events: fc.array(
    fc.record({ at: fc.integer({ min: 0, max: 40 }), kind: fc.constantFrom('note', 'message', 'changed') }),
    {
      maxLength: 8,
    },
  ),
  entries: fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: 40 }),
      state: fc.constantFrom('waiting', 'withdrawn', 'told', 'untold', 'there'),
    }),
    { maxLength: 4 },
  ),
})

interface Drawn {
  readonly world: StoryWorld
  /** The keys of the lines that are to be there. */
  readonly expected: ReadonlySet<string>
}

const padded = (id: string): string => id.padStart(20, '0')

/** What was drawn, as it lies in the stores; and which lines a story of it has. */
const aWorld = fc
  .record({
    interactions: fc.array(anInteraction, { maxLength: 40 }),
    cases: fc.array(aCase, { minLength: 6, maxLength: 6 }),
  })
  .map((drawn): Drawn => {
    const expected = new Set<string>()
    const interactions = drawn.interactions.map((one, nth): Interaction => {
      const { offeredAt, case: tied } = one
      const id = asInteractionId(`interaction-${nth}`)
      if (one.contact !== asContactId('somebody else')) expected.add(`interaction/${id}`)
      return makeInteraction({
        ...{ id, offeredAt, contact: one.contact, note: `Note ${nth}` },
        ...{ answeredAt: offeredAt, endedAt: offeredAt + 30_000, finishedAt: offeredAt + 40_000 },
        case: tied === undefined ? undefined : asCaseId(`case-${tied}`),
      })
    })
    const cases = drawn.cases.map(({ addresses, begun, events, entries }, nth): StoredStoryCase => {
      const id = asCaseId(`case-${nth}`)
      const isTheirs = addresses.some((address) => contact.addresses.includes(address))
      const told = events.map(({ at, kind }): CaseEvent =>
        storedEvent({ kind: kind as CaseEvent['kind'], at: begun + at * 60_000, text: `Event ${at}` }),
      )
      const notes = drawn.interactions.flatMap((one, which): readonly CaseEvent[] => {
        const interaction = interactions[which]
        if (!interaction || one.case !== nth || one.told === undefined) return []
        const isOwn = one.contact !== asContactId('somebody else')
        const at = one.offeredAt + one.told * 60_000
        const note = storedEvent({ at, text: dispositionNote(one.language, interaction) })
        // Of somebody else’s call nothing else is told here.
        return isOwn ? [note] : [{ ...note, text: `${note.text} ` }]
      })
      const all = [...told, ...notes].map((event, at) => ({ ...event, id: String(100 + at) }))
      const wrapUps = all.slice(told.length)
      const outbox = entries.map(({ at, state }, which) =>
        storedEntry({
          ...{
            id: asEntryId(`entry-${nth}-${which}`),
            case: id,
            writtenAt: begun + at * 60_000,
            order: which,
          },
          state:
            state === 'waiting'
              ? { kind: 'waiting', tries: 0, notBefore: 0 }
              : state === 'withdrawn'
                ? { kind: 'withdrawn', at: 0, why: 'undone' }
                : {
                    kind: 'sent',
                    at: 0,
                    event: { told: all[0]?.id ?? '999', untold: '999', there: undefined }[state],
                  },
        }),
      )
      const last = Math.max(begun, ...all.map((one) => one.at), ...outbox.map((one) => one.writtenAt))
      if (isTheirs) {
        const isWrapUp = (event: CaseEvent): boolean =>
          wrapUps.includes(event) &&
          interactions.some(
            (one) => one.case === id && one.contact !== 'somebody else' && event.text === noteIn(one, event),
          )
        for (const event of all) if (!isWrapUp(event)) expected.add(`event/${id}/${padded(event.id)}`)
        for (const [which, { state }] of entries.entries())
          if (state === 'waiting' || state === 'untold' || (state === 'told' && all.length === 0))
            expected.add(`entry/${id}/entry-${nth}-${which}`)
      }
      const fields = fieldsOf({ subject: [`Case ${nth}`], requestors: addresses })
      const record = storedRecord({ id, number: String(nth), createdAt: begun, updatedAt: last, fields })
      return { record, events: all, entries: outbox }
    })
    return { world: { interactions, cases }, expected }
  })

const noteIn = (interaction: Interaction, { text }: CaseEvent): string | undefined =>
  (['en', 'fr'] as const)
    .map((language) => dispositionNote(language, interaction))
    .find((note) => note === text)

const walkOf = (world: StoryWorld): StoryWalk => {
  const { story, cases } = createStoryPorts(() => world)
  return createStoryWalk({ story, cases, wrapUp: wrapUpWords }, contact)
}

/** Everything beyond a place, read in windows of these sizes in turn. */
async function readAll(walk: StoryWalk, towards: Towards, from: StoryMark, sizes: readonly number[]) {
  const lines: StoryMark[] = []
  let nth = 0
  for (let of: StoryMark | undefined = from; of; nth += 1) {
    const read: Walked = await must(walk.beside({ towards, of, limit: sizes[nth % sizes.length] ?? 1 }))
    lines.push(...read.lines)
    of = read.next
    if (nth > 2000) throw new Error('it never ends')
  }
  return lines.map(({ at, key }) => ({ at, key }))
}

const sizes = fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 1, maxLength: 4 })

describe('a story', () => {
  it('tells everything once, in its order, in windows of any size and in both directions', async () => {
    await fc.assert(
      fc.asyncProperty(aWorld, sizes, async ({ world, expected }, windows) => {
        const older = await readAll(walkOf(world), 'older', afterAll, windows)
        expect(new Set(older.map(({ key }) => key))).toEqual(expected)
        expect(older.length).toBe(expected.size)
        expect(older).toEqual([...older].sort(byNewestLine))
        const newer = await readAll(walkOf(world), 'newer', beforeAll, windows)
        expect(newer.reverse()).toEqual(older)
      }),
      { numRuns: 300 },
    )
  })

  it('goes on from any place as if it had been read from its end', async () => {
    await fc.assert(
      fc.asyncProperty(aWorld, sizes, moment, async ({ world }, windows, at) => {
        const all = await readAll(walkOf(world), 'older', afterAll, [1000])
        const walk = walkOf(world)
        for (const place of [{ at, key: '' }, all[Math.floor(all.length / 2)] ?? afterAll]) {
          const older = await readAll(walk, 'older', place, windows)
          expect(older).toEqual(all.filter((line) => isNewer(place, line)))
          const newer = await readAll(walk, 'newer', place, windows)
          expect(newer.reverse()).toEqual(all.filter((line) => isNewer(line, place)))
        }
      }),
      { numRuns: 200 },
    )
  })

  it('reads the history of a case when it comes to its time, and no sooner', async () => {
    const cases = Array.from({ length: 50 }, (_, nth): StoredStoryCase => {
      const id = asCaseId(`case-${nth}`)
      const at = shiftStart - nth * 86_400_000
      const events = [1, 2, 3, 4].map((event) => storedEvent({ id: String(event), at: at + event * 1000 }))
      const fields = fieldsOf({ requestors: [own] })
      return {
        record: storedRecord({ id, createdAt: at, updatedAt: at + 4000, fields }),
        ...{ events, entries: [] },
      }
    })
    const ports = createStoryPorts(() => ({ interactions: [], cases }))
    const walk = createStoryWalk({ ...ports, wrapUp: wrapUpWords }, contact)
    const first = await must(walk.beside({ towards: 'older', of: afterAll, limit: 12 }))
    expect([first.lines.length, ports.histories]).toEqual([12, ['case-0', 'case-1', 'case-2']])
    await must(walk.beside({ towards: 'older', of: first.next ?? beforeAll, limit: 4 }))
    expect(ports.histories.slice(3)).toEqual(['case-3'])
    // More than are looked up at once.
    expect(await readAll(walk, 'older', afterAll, [60])).toHaveLength(200)
  })
})
