import { array, assert, constantFrom, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'

import { asContactId, asInteractionId } from '../../../../renderer/domain/ids.ts'
import type { Interaction } from '../../../../renderer/domain/interaction.ts'
import type { InteractionMood } from '../../../../renderer/domain/moods/interaction-mood.ts'
import { outcomesOf, queuesIn, weeksOf } from '../../../../renderer/domain/outcomes/outcomes.ts'
import type { OutcomeContact } from '../../../../renderer/domain/outcomes/outcomes.ts'
import { makeInteraction } from '../../../make.ts'

const day = 86_400_000
/** A Monday, at nine. */
const monday = new Date(2026, 10, 2, 9).getTime()
let count = 0

/** A call of five minutes, so many days after that Monday. */
const contact = (
  days: number,
  change: Partial<Interaction> = {},
  mood?: Pick<InteractionMood, 'start' | 'end'>,
): OutcomeContact => {
  const at = monday + days * day
  const id = asInteractionId(`i-${String(++count)}`)
  const whole = { version: '1', utterances: 3, to: at, mood: 'neutral', score: 0, quotes: [] } as const
  return {
    interaction: makeInteraction({
      ...{ id, direction: 'incoming', contact: asContactId('amelie'), disposition: 'resolved' },
      ...{ offeredAt: at, answeredAt: at, endedAt: at + 300_000, continues: undefined, queue: 'Passports' },
      ...{ channel: 'call', endCause: 'customer-hung-up', conversationEnd: undefined },
      ...change,
    }),
    mood: mood && { ...whole, ...mood, interaction: id },
  }
}
const everything = { since: 0, channel: undefined, queue: undefined }
const ben = { contact: asContactId('ben') }

describe('outcomes', () => {
  it('are settled at the first contact where the customer did not come again within seven days', () => {
    const all = [contact(0), contact(6), contact(0, ben), contact(8, ben)]
    expect(outcomesOf(all, everything)).toMatchObject({
      contacts: 4,
      // Amélie came again; Ben's second contact is a new one.
      resolvedFirst: { part: 2, whole: 3 },
      repeats: { part: 1, whole: 4 },
    })
  })

  it('do not take a call back, or a chat that went on by telephone, for a customer who had to come again', () => {
    const first = contact(0)
    const all = [
      first,
      contact(1, { direction: 'outgoing' }),
      contact(2, { continues: first.interaction.id }),
      contact(3, { answeredAt: undefined }),
    ]
    expect(outcomesOf(all, everything)).toMatchObject({
      contacts: 3,
      resolvedFirst: { part: 1, whole: 1 },
      repeats: { part: 0, whole: 1 },
    })
  })

  it('count strangers among the contacts, and nowhere else', () => {
    const all = [contact(0, { contact: undefined }), contact(1, { contact: undefined })]
    expect(outcomesOf(all, everything)).toMatchObject({
      contacts: 2,
      resolvedFirst: { part: 0, whole: 0 },
      repeats: { part: 0, whole: 0 },
    })
  })

  it('know what was passed on, by whatever way', () => {
    const all = [
      contact(0, { disposition: 'passed-on' }),
      contact(1, { endCause: 'transferred' }),
      contact(2, { channel: 'chat', conversationEnd: 'transferred' }),
      contact(3),
    ]
    expect(outcomesOf(all, everything).passedOn).toEqual({ part: 3, whole: 4 })
  })

  it('tell the mood from start to end of those that were read, and none where none was', () => {
    const all = [
      contact(0, {}, { start: -0.5, end: 0.5 }),
      contact(20, {}, { start: -0.1, end: 0.3 }),
      contact(40),
    ]
    const { mood } = outcomesOf(all, everything)
    expect(mood?.read).toBe(2)
    expect(mood?.start).toBeCloseTo(-0.3)
    expect(mood?.end).toBeCloseTo(0.4)
    expect(outcomesOf([contact(0)], everything).mood).toBeUndefined()
  })

  it('are narrowed by time, channel and queue; what came before still makes a contact a repeated one', () => {
    const all = [contact(0), contact(5, { channel: 'chat', queue: 'Prestations' })]
    const chats = outcomesOf(all, { since: monday + day, channel: 'chat', queue: 'Prestations' })
    expect(chats).toMatchObject({ contacts: 1, repeats: { part: 1, whole: 1 } })
    expect(outcomesOf(all, { ...everything, queue: 'Nowhere' }).contacts).toBe(0)
    expect(queuesIn(all)).toEqual(['Passports', 'Prestations'])
  })

  it('are told week by week from Monday to Sunday, an empty one too', () => {
    const weeks = weeksOf([contact(0), contact(6, ben), contact(15)], everything)
    expect(weeks.map(({ from, contacts }) => [new Date(from).getDay(), contacts])).toEqual([
      [1, 2],
      [1, 0],
      [1, 1],
    ])
    expect(weeksOf([], everything)).toEqual([])
  })

  it('never count more than there is, and the weeks have it all', () => {
    const one = record({
      days: integer({ min: 0, max: 200 }),
      who: constantFrom(undefined, 'amelie', 'ben'),
      disposition: constantFrom('resolved' as const, 'passed-on' as const, undefined),
      direction: constantFrom('incoming' as const, 'outgoing' as const),
    })
    assert(
      property(array(one, { maxLength: 40 }), (drawn) => {
        const all = drawn.map(({ days, who, disposition, direction }) =>
          contact(days, {
            disposition,
            direction,
            contact: who === undefined ? undefined : asContactId(who),
          }),
        )
        const { contacts, resolvedFirst, repeats, passedOn } = outcomesOf(all, everything)
        const inWeeks = weeksOf(all, everything).reduce((sum, week) => sum + week.contacts, 0)
        return (
          contacts === all.length &&
          inWeeks === contacts &&
          resolvedFirst.part <= resolvedFirst.whole &&
          resolvedFirst.whole + repeats.part === repeats.whole &&
          passedOn.part <= passedOn.whole
        )
      }),
      { seed: 8 },
    )
  })
})
