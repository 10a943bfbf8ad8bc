import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { languages } from '../../../renderer/domain/language.ts'
import { dispositionNote } from '../../../renderer/words/written-notes.ts'
import { wrapUpWords } from '../../../renderer/words/wrap-up-words.ts'
import { makeInteraction } from '../../make.ts'

const interactions = fc
  .record({
    channel: fc.constantFrom('call' as const, 'chat' as const),
    direction: fc.constantFrom('incoming' as const, 'outgoing' as const),
    offeredAt: fc.integer({ min: 0, max: 4e12 }),
    answered: fc.boolean(),
    length: fc.integer({ min: 0, max: 1e8 }),
    note: fc.string({ maxLength: 60 }),
  })
  .map(({ answered, length, ...one }) =>
    makeInteraction({
      ...one,
      answeredAt: answered ? one.offeredAt : undefined,
      endedAt: one.offeredAt + length,
    }),
  )

describe('the note of a wrap-up', () => {
  it('is known again in either language, however a case system has altered its line ends', () => {
    fc.assert(
      fc.property(interactions, fc.constantFrom(...languages), (interaction, language) => {
        const note = `${dispositionNote(language, interaction).replaceAll('\n', '\r\n')}  \r\n`
        expect([wrapUpWords.mayBe(note), wrapUpWords.isOf(note, interaction)]).toEqual([true, true])
      }),
    )
  })

  it('is not taken for one where a colleague has written it', () => {
    const interaction = makeInteraction()
    const other = makeInteraction({ offeredAt: interaction.offeredAt + 3_600_000 })
    for (const text of ['Called back, nobody there.', '', 'Incoming', '\ud800'])
      expect(wrapUpWords.mayBe(text)).toBe(false)
    expect(wrapUpWords.isOf(dispositionNote('en', other), interaction)).toBe(false)
    expect(wrapUpWords.isOf(`${dispositionNote('en', interaction)}\n\nAnd more`, interaction)).toBe(false)
  })
})
