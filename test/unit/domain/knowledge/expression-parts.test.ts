import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { comparedIn, outcomesOf } from '../../../../renderer/domain/knowledge/expression-parts.ts'

describe('what an expression compares', () => {
  it.each([
    ['how = "mail"', ['how mail 6']],
    ['"mail" != how', ['how mail 0']],
    ['not(how = "a\\"b") or how = "c"', ['how a"b 10', 'how c 27']],
    ['how in ("mail", "online")', ['how mail 8', 'how online 16']],
    ['how in ["mail", "online"]', ['how mail 8', 'how online 16']],
    ['how in "mail"', ['how mail 7']],
    ['how = 3', ['how undefined 6']],
    ['if how = "mail" then 1 else 2', ['how mail 9']],
    ['how < "mail"', []],
    ['case.status = "open"', []],
    ['contains(how, "mail")', []],
    ['how = other', []],
  ])('finds in %s: %j', (expression, found) => {
    expect(comparedIn(expression).map(({ name, value, from }) => `${name} ${String(value)} ${from}`)).toEqual(
      found,
    )
  })
})

describe('what an expression can come to', () => {
  it.each([
    ['"mail"', ['written "mail"']],
    ['-5', ['written -5']],
    ['date("2026-11-23")', ['written date("2026-11-23")']],
    ['how', ['name how']],
    ['if how then "a" else (if 1 = 1 then other else 3)', ['written "a"', 'name other', 'written 3']],
    ['age + 1', []],
    ['age < 16', []],
    ['null', []],
    ['case.status', []],
  ])('finds in %s: %j', (expression, found) => {
    expect(outcomesOf(expression).map(({ kind, text }) => `${kind} ${text}`)).toEqual(found)
  })
})

describe('whatever is written', () => {
  it('never throws', () => {
    const part = fc.constantFrom(
      'if',
      'how',
      '=',
      '"a"',
      'in',
      '(',
      ')',
      'then',
      'else',
      '[',
      ']',
      ',',
      '1',
      '\ud800',
    )
    const text = fc.oneof(
      fc.string(),
      fc.array(part).map((all) => all.join(' ')),
      fc.constant('('.repeat(999)),
    )
    fc.assert(
      fc.property(text, (expression) => {
        comparedIn(expression)
        outcomesOf(expression)
      }),
    )
  })
})
