import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  isDue,
  keptNote,
  promiseNote,
  promisesIn,
  withoutPromiseLine,
} from '../../../renderer/domain/promise.ts'
import type { Promised } from '../../../renderer/domain/promise.ts'
import { shiftStart } from '../../make.ts'

const id = '00000000-0000-4000-8000-000000000001'
const minute = 60_000

const promised: Promised = {
  ...{ id, kind: 'promise', what: 'Send the form', dueAt: shiftStart + 90 * minute },
  ...{ number: undefined, keptAt: undefined },
}
const note = (text: string, at = shiftStart) => ({ kind: 'note', text, at }) as const

/** Text as people write it, in lines. */
const words = fc
  .array(
    fc
      .string({ unit: 'grapheme', maxLength: 20 })
      .map((line) => line.replace(/[\r\n\u0085\u2028\u2029]/g, ' ')),
    { maxLength: 4 },
  )
  .map((lines) => lines.join('\n').trim())

const anyPromise = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom('promise' as const, 'call-back' as const),
  what: words,
  // Until the last minute of the last year that has four digits.
  dueAt: fc.integer({ min: 0, max: 4_223_371_679 }).map((minutes) => minutes * minute),
  number: fc.option(fc.stringMatching(/^\+?[0-9*#]{2,20}$/), { nil: undefined }),
  keptAt: fc.constant(undefined),
})

describe('a promise in the history of a case', () => {
  it('is a note that people can read', () => {
    expect([
      promiseNote(promised),
      promiseNote({ ...promised, kind: 'call-back', number: '+15145550101' }),
      keptNote(promised),
    ]).toEqual([
      `Send the form\n\n[foyer promise ${id} due 2026-11-23T14:30Z]`,
      `Send the form\n\n[foyer call-back ${id} due 2026-11-23T14:30Z to +15145550101]`,
      `Send the form\n\n[foyer promise ${id} kept]`,
    ])
  })

  it('is found again as it was made, also by way of a system that turns line ends', () => {
    fc.assert(
      fc.property(anyPromise, fc.boolean(), (one, isTurned) => {
        const text = promiseNote(one)
        const back = isTurned ? `${text.replace(/\n/g, '\r\n')}\r\n` : text
        const [found] = promisesIn([note(back)])
        expect(found && { ...found, what: '' }).toEqual({ ...one, what: '' })
        expect(found?.what.replace(/\r\n/g, '\n')).toBe(one.what)
      }),
    )
  })

  it('is due until it is kept, by whoever keeps it', () => {
    const made = promisesIn([note(promiseNote(promised))])
    const kept = promisesIn([note(`Sent.\n\n[foyer promise ${id} kept]`, shiftStart + 5)], made)
    expect([made, kept, made.map(isDue), kept.map(isDue)]).toEqual([
      [promised],
      [{ ...promised, keptAt: shiftStart + 5 }],
      [true],
      [false],
    ])
  })

  it('stays as it was made when its note is read a second time, kept or not', () => {
    const kept = promisesIn([note(promiseNote(promised)), note(keptNote(promised), 7)])
    expect(promisesIn([note(promiseNote({ ...promised, what: 'Other' }))], kept)).toEqual(kept)
  })

  it('stands among others in the order in which they were made', () => {
    const second = { ...promised, id: id.replace(/1$/, '2'), what: 'Call' }
    const all = promisesIn([note(promiseNote(promised)), note('Hello'), note(promiseNote(second))])
    expect(all).toEqual([promised, second])
  })

  it('is made by no customer, and by no reply to one', () => {
    const text = promiseNote(promised)
    expect(
      promisesIn([
        { ...note(text), kind: 'message' },
        { ...note(text), kind: 'reply' },
      ]),
    ).toEqual([])
  })
})

describe('a line that is no promise', () => {
  it.each([
    '[foyer promise 1 due 2026-11-23T14:30Z]',
    `[foyer promise ${id} due tomorrow]`,
    `[foyer promise ${id} due 2026-11-23T14:30Z to nobody]`,
    `[foyer wish ${id} due 2026-11-23T14:30Z]`,
    `[foyer promise ${id}]`,
    `[foyer promise ${id} due 2026-11-23T14:30Z] and more`,
    `> [foyer promise ${id} due 2026-11-23T14:30Z]`,
  ])('is text: %s', (line) => {
    expect([promisesIn([note(line)]), withoutPromiseLine(line)]).toEqual([[], line])
  })

  it('is one with a day that no calendar has', () => {
    expect(promisesIn([note(`x\n\n[foyer promise ${id} due 2026-13-45T25:61Z]`)])).toEqual([])
  })

  it('is one that keeps what nobody has promised', () => {
    expect(promisesIn([note(keptNote(promised))])).toEqual([])
  })

  it('is whatever else is written: it is never more than text', () => {
    const scraps = fc.constantFrom(
      '[foyer ',
      'promise ',
      id,
      ' due ',
      '2026-11-23T14:30Z',
      ' to +1',
      ']',
      '\n',
      'kept',
      '__proto__',
    )
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(scraps).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(text, (written) => {
        expect(promisesIn([note(written)]).length).toBeLessThanOrEqual(1)
        expect(written.startsWith(withoutPromiseLine(written).split(/\r?\n/)[0] ?? '')).toBe(true)
      }),
    )
  })

  it('takes no time, however long it is', () => {
    const long = `[foyer promise ${'-'.repeat(1_000_000)} due `
    const began = performance.now()
    expect(withoutPromiseLine(long)).toBe(long)
    expect(performance.now() - began).toBeLessThan(500)
  })
})
