import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { holds, textOf } from '../../../../renderer/domain/knowledge/condition.ts'
import { faultsInExpression } from '../../../../renderer/domain/knowledge/expression-faults.ts'
import { expressionValues } from '../../../../renderer/domain/knowledge/expression-values.ts'
import { fieldsIn } from '../../../../renderer/domain/knowledge/guide-fields.ts'
import { askFor, makeFacts, makeGuide } from './make-guide.ts'

const fields = fieldsIn([
  makeGuide('renewal', [
    askFor('asked', {
      old_passport: { kind: 'text', longest: 20, lines: 'one' },
      age: { kind: 'number', least: undefined, most: undefined },
      moved_on: { kind: 'date', earliest: undefined, latest: undefined },
      agreed: { kind: 'consent', words: { en: 'I agree', fr: 'J’accepte' } },
    }),
  ]),
])
const values = expressionValues(
  makeFacts({
    case: {
      ...{ known: true, number: '42', status: 'open', queue: undefined },
      fields: { Channel: 'call', 'Postal code': 'K1A 0B1', constructor: 'x' },
    },
  }),
  fields,
  new Map<string, string | number | boolean>([
    ['old_passport', 'lost'],
    ['moved_on', '2026-11-20'],
    ['agreed', false],
  ]),
)

describe('a condition holds', () => {
  it.each([
    'old_passport = "lost"',
    'old_passport in ("lost", "stolen") and not(agreed)',
    'moved_on < today',
    'moved_on >= today - duration("P14D")',
    'moved_on.year = 2026',
    'today in [date("2026-11-01")..date("2026-11-30")]',
    'time >= @"09:30:00"',
    'contains(old_passport, "os")',
    'case.status = "open" and case.known and contact.known = false',
    'case.fields.Postal code = "K1A 0B1"',
    'get value(case.fields, "Postal code") = "K1A 0B1"',
    'case.fields.constructor = "x"',
    'if channel = "call" then true else false',
  ])('%s', (condition) => {
    expect(faultsInExpression(condition, new Set(fields.keys()))).toEqual([])
    expect(holds(condition, values)).toBe(true)
  })

  it('where there is none', () => {
    expect(holds(undefined, values)).toBe(true)
  })
})

describe('a condition about what is not known', () => {
  it.each([
    ['age < 16', false],
    ['age > 16', false],
    ['not(age < 16)', false],
    ['age in [1..5]', false],
    ['mood = "upset"', false],
    ['mood', false],
    ['case.fields.Reason = "x"', false],
    ['contains(queue, "a")', false],
    ['mood != "upset"', true],
    ['age = null', true],
    ['old_passport != null', true],
  ])('%s: %s', (condition, is) => {
    expect(holds(condition, values)).toBe(is)
  })
})

describe('an expression with a fault', () => {
  it.each([
    ['', 'not-feel', 0, 0],
    ['age = ', 'not-feel', 6, 6],
    ['age = 1,5', 'not-feel', 7, 9],
    ['old_passport = “lost”', 'not-feel', 15, 16],
    ['age == 3', 'not-allowed', 5, 8],
    ['age => 3', 'not-allowed', 5, 8],
    ['for i in 1..100000000 return i', 'not-allowed', 0, 30],
    ['some x in [1, 2] satisfies x = age', 'not-allowed', 0, 34],
    ['age[1] = 2', 'not-allowed', 0, 6],
    ['{a: 1}', 'not-allowed', 0, 6],
    ['matches(old_passport, "(a+)+$")', 'unknown-function', 0, 31],
    ['today < now()', 'unknown-function', 8, 13],
    ['time < time("17:00:00")', 'unknown-function', 7, 23],
    ['old_pasport = "lost"', 'unknown-name', 0, 11],
    ['not agreed', 'unknown-name', 0, 10],
    ['contact.nme = "x"', 'unknown-name', 8, 11],
    ['contact = "x"', 'unknown-name', 0, 7],
    ['case.fields = null', undefined, 0, 0],
    ['moved_on.yeer = 2026', 'unknown-name', 9, 13],
    ['moved_on = date("2026-02-30")', 'no-such-time', 11, 29],
    ['time > @"17:00"', 'no-such-time', 7, 15],
    ['constructor', 'unknown-name', 0, 11],
    ['case.__proto__', 'unknown-name', 5, 14],
  ])('%s: %s at %d to %d', (expression, kind, from, to) => {
    const faults = faultsInExpression(expression, new Set(fields.keys()))
    expect(faults[0] && [faults[0].kind, faults[0].from, faults[0].to]).toEqual(kind && [kind, from, to])
  })

  it('of a length that nobody can follow is not read', () => {
    const long = 'age = 1 or '.repeat(1_000_000)
    expect(faultsInExpression(long, new Set(['age'])).map(({ kind }) => kind)).toEqual(['too-long'])
    expect(holds(long, values)).toBe(false)
  })

  it.each([
    'age == 3',
    'for i in 1..1000000000 return i',
    '(',
    '',
    'foo = 1',
    '('.repeat(999),
    '-'.repeat(999),
  ])('does not hold, and holds nothing up: %s', (condition) => {
    expect(holds(condition, values)).toBe(false)
  })

  it('never throws, whatever stands there', () => {
    const words = [
      'age',
      'old_passport',
      '=',
      '<',
      '(',
      ')',
      '"',
      'not',
      'in',
      '[',
      '..',
      ']',
      '1',
      'case',
      '.',
      '@',
      '}',
      '\ud800',
    ]
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(...words)).map((all) => all.join(' ')),
    )
    fc.assert(
      fc.property(text, (expression) => {
        expect(typeof holds(expression, values)).toBe('boolean')
        for (const { from, to } of faultsInExpression(expression, new Set(['age'])))
          expect(from >= 0 && from <= to && to <= expression.length).toBe(true)
      }),
      { numRuns: 80 },
    )
  })
})

describe('what an expression comes to, for a field of a case', () => {
  it.each([
    ['channel', 'call'],
    ['"by " + channel', 'by call'],
    ['1 + 1', '2'],
    ['moved_on', '2026-11-20'],
    ['moved_on + duration("P1D")', '2026-11-21'],
    ['agreed', 'no'],
    ['age', undefined],
    ['""', undefined],
    ['1 / 0', undefined],
    ['contact', undefined],
    ['not feel (', undefined],
  ])('%s: %s', (expression, text) => {
    expect(textOf(expression, values)).toBe(text)
  })
})
