import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { fromContactRow, keptContact, toContactRow } from '../../../renderer/adapters/dexie/contact-row.ts'
import { fromJudgementRow, toJudgementRow } from '../../../renderer/adapters/dexie/judgement-row.ts'
import { fromMoodRow, toMoodRow } from '../../../renderer/adapters/dexie/mood-row.ts'
import { deriveKeys, seal } from '../../../renderer/adapters/dexie/sealing.ts'
import { fromUtteranceRow, toUtteranceRow } from '../../../renderer/adapters/dexie/utterance-row.ts'
import { asContactId, asInteractionId } from '../../../renderer/domain/ids.ts'
import { moods } from '../../../renderer/domain/sentiment/mood.ts'
import { mergeContact } from '../../../renderer/domain/story/merge-contact.ts'
import { makeContact, makeKey } from '../../make.ts'
import { storedJudgement, storedMood, storedUtterance } from './stored-stories.ts'

const keys = await deriveKeys(makeKey(9).bytes)
const said = await toUtteranceRow(keys, storedUtterance())
const mood = await toMoodRow(keys, storedMood())
const judgement = await toJudgementRow(keys, storedJudgement())
const contact = await toContactRow(keys, makeContact())

const names = ['text', 'interaction', 'quotes', 'merged', 'contact', '__proto__', 'evidence', 'id', 'at']
const anything = fc.oneof(fc.jsonValue(), fc.object({ key: fc.constantFrom(...names) }))
const words = fc.string({ unit: 'binary', maxLength: 60 })
const figure = fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => one + 0)

describe('a row of a story', () => {
  it('gives back any utterance as it was', async () => {
    const some = fc.record({
      id: words,
      interaction: words.map(asInteractionId),
      text: words,
      at: fc.integer(),
    })
    await fc.assert(
      fc.asyncProperty(some, async (one) => {
        const utterance = storedUtterance(one)
        expect(await fromUtteranceRow(keys, await toUtteranceRow(keys, utterance))).toStrictEqual(utterance)
      }),
    )
  })

  it('gives back any mood and any judgement as it was', async () => {
    const some = fc.record({ text: words, score: figure, mood: fc.constantFrom(...moods) })
    await fc.assert(
      fc.asyncProperty(some, async ({ text, score, mood: given }) => {
        const kept = storedMood({ score, mood: given, quotes: [{ said: text, text, mood: 'positive' }] })
        expect(await fromMoodRow(keys, await toMoodRow(keys, kept))).toStrictEqual(kept)
        const judged = storedJudgement({ id: text, said: text, text, score, given })
        expect(await fromJudgementRow(keys, await toJudgementRow(keys, judged))).toStrictEqual(judged)
      }),
    )
  })

  it.each([
    ['an utterance', said, `utterances/${said.interaction}/${said.id}`, fromUtteranceRow],
    ['a mood', mood, `moods/${mood.interaction}`, fromMoodRow],
    ['a judgement', judgement, `judgements/${judgement.id}`, fromJudgementRow],
    ['a contact', contact, `contacts/${contact.id}`, fromContactRow],
  ] as const)('with anything in it is refused: %s', async (_what, row, place, read) => {
    await fc.assert(
      fc.asyncProperty(anything, async (value) => {
        const sealed = await seal(keys, place, value)
        await expect(read(keys, { ...row, sealed } as never)).rejects.toThrow()
      }),
      { numRuns: 300 },
    )
    expect(Object.hasOwn(Object.prototype, 'merged')).toBe(false)
  })
})

describe('a row of a contact', () => {
  it('opens with everybody who was merged, however many, one within the other', async () => {
    let now = makeContact()
    for (let at = 0; at < 100; at += 1)
      now = mergeContact(
        makeContact({ id: asContactId(`c-${at}`), numbers: [`+1514555${1000 + at}`] }),
        now,
        at,
      )
    expect(await fromContactRow(keys, await toContactRow(keys, now))).toEqual(now)
  })

  it('of one that is gone has nothing to be found by, and tells whom it was merged into to nobody else', async () => {
    const gone = makeContact({ addresses: ['a@example.org'], hold: { since: 1, reason: 'x' } })
    const row = await toContactRow(keys, gone, asContactId('c-2'))
    expect({ ...row, sealed: undefined }).toEqual({
      ...{ id: gone.id, numbers: [], addresses: [], gone: 1 },
      sealed: undefined,
    })
    expect(await keptContact(keys, row)).toEqual({ contact: gone, into: 'c-2' })
  })
})
