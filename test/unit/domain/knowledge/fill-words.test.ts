import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { fillWords, namesInWords, plainWords } from '../../../../renderer/domain/knowledge/fill-words.ts'
import { fieldsIn } from '../../../../renderer/domain/knowledge/guide-fields.ts'
import { askFor, makeGuide, said } from './make-guide.ts'

const fillings = {
  people: { customer: 'Ada Byron', agent: 'Ben', case: undefined, queue: 'passports' },
  fields: fieldsIn([
    makeGuide('g', [
      askFor('a', {
        born: { kind: 'date', earliest: undefined, latest: undefined },
        reason: { kind: 'choice', choices: [{ value: 'lost', label: said('Lost') }] },
        amount: { kind: 'number', least: undefined, most: undefined },
        reach: { kind: 'telephone' },
        agreed: { kind: 'consent', words: said('I agree') },
        where: { kind: 'text', longest: 20, lines: 'one' },
      }),
    ]),
  ]),
  answers: new Map<string, string | number | boolean | undefined>([
    ...([
      ['born', '2026-11-01'],
      ['reason', 'lost'],
      ['amount', 1234.5],
      ['agreed', true],
    ] as const),
    ...([
      ['reach', '+16135550117'],
      ['where', undefined],
    ] as const),
  ]),
}
const en = { language: 'en', country: 'CA' } as const
const fr = { language: 'fr', country: 'CA' } as const

describe('words that are said', () => {
  it('have the names of those who speak in them', () => {
    expect(fillWords('Good morning {customer}, {agent} here.', fillings, en)).toEqual([
      { kind: 'text', text: 'Good morning ' },
      { kind: 'filled', name: 'customer', text: 'Ada Byron' },
      { kind: 'text', text: ', ' },
      { kind: 'filled', name: 'agent', text: 'Ben' },
      { kind: 'text', text: ' here.' },
    ])
  })

  it.each([
    ['{born}', 'November 1, 2026', '1er novembre 2026'],
    ['{reason}', 'Lost', 'Lost (fr)'],
    ['{amount}', '1,234.5', '1\u00a0234,5'],
    ['{reach}', '(613) 555-0117', '(613) 555-0117'],
    ['{agreed}', 'yes', 'oui'],
  ])('read as people say it: %s', (text, english, french) => {
    expect([plainWords(fillWords(text, fillings, en)), plainWords(fillWords(text, fillings, fr))]).toEqual([
      ...[english, french],
    ])
  })

  it('tell apart what nobody knows yet', () => {
    expect(fillWords('{case}{where}{nobody}', fillings, fr)).toEqual([
      { kind: 'missing', name: 'case', text: 'case' },
      { kind: 'missing', name: 'where', text: 'Label of where (fr)' },
      { kind: 'missing', name: 'nobody', text: 'nobody' },
    ])
    expect(plainWords(fillWords('to {where}', fillings, en))).toBe('to [Label of where]')
  })

  it.each(['{', '}', '{}', '{ customer }', '{Customer}', '{1a}', '{{', ''])(
    'keep braces that are none: %j',
    (text) => {
      expect(plainWords(fillWords(text, fillings, en))).toBe(text)
    },
  )

  it('are never filled twice, and lose nothing', () => {
    const around = { ...fillings, people: { ...fillings.people, customer: '{agent}' } }
    expect(plainWords(fillWords('{customer}', around, en))).toBe('{agent}')
    const piece = fc.constantFrom('{', '}', 'customer', '{customer}', '{where}', ' a ', 'é', '\ud83d')
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('')
        const parts = fillWords(text, fillings, en)
        const back = parts.map((part) => (part.kind === 'text' ? part.text : `{${part.name}}`)).join('')
        expect(back).toBe(text)
        expect(parts.flatMap((part) => (part.kind === 'text' ? [] : [part.name]))).toEqual(namesInWords(text))
      }),
    )
  })
})
