import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { checkAnswer } from '../../../../renderer/domain/knowledge/check-answer.ts'
import type { FieldType } from '../../../../renderer/domain/knowledge/guide.ts'
import { said } from './make-guide.ts'

const bounds = { today: '2026-11-23', country: 'CA' }
const check = (type: FieldType, typed: string | boolean | undefined, required = true) => {
  const checked = checkAnswer({ type, required }, typed, bounds)
  return checked.ok ? checked.value : `fault: ${checked.problem}`
}
const text: FieldType = { kind: 'text', longest: 10, lines: 'one' }
const letter: FieldType = { kind: 'text', longest: 200, lines: 'several' }
const choice: FieldType = { kind: 'choice', choices: [{ value: 'lost', label: said('Lost') }] }
const date: FieldType = { kind: 'date', earliest: '2020-01-01', latest: 60 }
const number: FieldType = { kind: 'number', least: 0, most: 5000 }
const free: FieldType = { kind: 'number', least: undefined, most: undefined }
const telephone: FieldType = { kind: 'telephone' }
const consent: FieldType = { kind: 'consent', words: said('I agree') }
const post = (country: 'CA' | 'US' | 'FR' | 'GB'): FieldType => ({ kind: 'postal-code', country })

describe('an answer is taken', () => {
  it.each<readonly [FieldType, string | boolean, string | number | boolean]>([
    [text, '  two   words ', 'two words'],
    [text, 'one\ntwo', 'one two'],
    [text, 'e\u0301te\u0301', 'été'],
    [text, '👍🏽👍🏽👍🏽👍🏽👍🏽', '👍🏽👍🏽👍🏽👍🏽👍🏽'],
    [text, 'a\u0000b\ud800', 'ab\ufffd'],
    [letter, 'one\r\ntwo\r\n', 'one\ntwo'],
    [choice, 'lost', 'lost'],
    [date, '2020-01-01', '2020-01-01'],
    [date, '2027-01-22', '2027-01-22'],
    [date, ' 2024-02-29', '2024-02-29'],
    [number, '0', 0],
    [number, '1234.5', 1234.5],
    [number, '1 234,50', 1234.5],
    [number, '1\u202f234,5', 1234.5],
    [number, '1,234.50', 1234.5],
    [number, '0,125', 0.125],
    [free, '−12', -12],
    [free, '1,234,567', 1_234_567],
    [telephone, '613 555-0117', '+16135550117'],
    [telephone, '+33 1 42 68 53 00', '+33142685300'],
    [post('CA'), 'k1a0b1', 'K1A 0B1'],
    [post('CA'), 'H2X-1Y4', 'H2X 1Y4'],
    [post('US'), '10001', '10001'],
    [post('US'), '100011234', '10001-1234'],
    [post('FR'), '97400', '97400'],
    [post('GB'), 'sw1a1aa', 'SW1A 1AA'],
    [post('GB'), 'M1 1AE', 'M1 1AE'],
    [post('GB'), 'gir0aa', 'GIR 0AA'],
    [consent, true, true],
    [consent, false, false],
  ])('%j: %j is %j', (type, typed, value) => {
    expect(check(type, typed)).toEqual(value)
  })

  it.each([text, choice, date, number, telephone, post('CA'), consent])(
    'where nothing is enough: %j',
    (type) => {
      expect([check(type, ' ', false), check(type, undefined, false)]).toEqual([undefined, undefined])
      expect([check(type, ' \n'), check(type, undefined)]).toEqual(['fault: missing', 'fault: missing'])
    },
  )
})

describe('an answer is refused', () => {
  it.each<readonly [FieldType, string | boolean, string]>([
    [text, 'eleven char', 'too-long'],
    [letter, 'a'.repeat(10_000_000), 'too-long'],
    [text, true, 'missing'],
    [choice, 'Lost', 'not-a-choice'],
    [choice, 'constructor', 'not-a-choice'],
    [date, '2019-12-31', 'too-early'],
    [date, '2027-01-23', 'too-late'],
    [date, '2026-02-29', 'not-a-date'],
    [date, '0000-01-01', 'not-a-date'],
    [date, '23/11/2026', 'not-a-date'],
    [date, '2026-1-1', 'not-a-date'],
    [number, '-1', 'too-small'],
    [number, '5000.01', 'too-large'],
    [number, '1,234', 'not-a-number'],
    [number, '1e3', 'not-a-number'],
    [number, '0x10', 'not-a-number'],
    [number, 'Infinity', 'not-a-number'],
    [number, '9'.repeat(39), 'not-a-number'],
    [number, '٣', 'not-a-number'],
    [number, '1 23', 'not-a-number'],
    [telephone, '555-0117', 'not-a-telephone'],
    [telephone, '911', 'not-a-telephone'],
    [telephone, '2001', 'not-a-telephone'],
    [telephone, 'sip:2001@example.org', 'not-a-telephone'],
    [post('CA'), 'K1O 0B1', 'not-a-postal-code'],
    [post('CA'), 'Z1A 0B1', 'not-a-postal-code'],
    [post('CA'), '10001', 'not-a-postal-code'],
    [post('US'), '1000', 'not-a-postal-code'],
    [post('FR'), '00100', 'not-a-postal-code'],
    [post('FR'), '99123', 'not-a-postal-code'],
    [post('GB'), 'SW1A 1CC', 'not-a-postal-code'],
    [consent, 'true', 'missing'],
    [number, false, 'not-a-number'],
  ])('%j: %.20j: %s', (type, typed, fault) => {
    expect(check(type, typed)).toBe(`fault: ${fault}`)
  })

  it('without a throw, whatever was typed', () => {
    const types = [
      text,
      letter,
      choice,
      date,
      number,
      free,
      telephone,
      consent,
      post('CA'),
      post('GB'),
      post('US'),
    ]
    fc.assert(
      fc.property(
        fc.constantFrom(...types),
        fc.string({ unit: 'binary' }),
        fc.boolean(),
        (type, typed, required) => {
          const first = checkAnswer({ type, required }, typed, bounds)
          // What was taken once is taken again as it stands, for what goes back into the form.
          if (first.ok && first.value !== undefined)
            expect(checkAnswer({ type, required }, String(first.value), bounds)).toEqual(first)
        },
      ),
      { numRuns: 2000 },
    )
  })
})
