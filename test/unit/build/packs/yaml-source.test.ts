import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { checkTexts } from '../../../../build/packs/check-pack.ts'
import { readYaml } from '../../../../build/packs/source/yaml-source.ts'
import { firstPack, saidOf } from './first-pack.ts'

const read = (text: string) => readYaml({ file: 'guides/a.yaml', text })
const placed = (text: string, path: readonly (string | number)[], on?: 'key') => {
  const place = read(text).source?.place(path, on)
  return place && `${place.line}:${place.column}`
}

describe('a YAML file', () => {
  it('knows where each of its values stands', () => {
    const text = 'a:\n  - b: one\n    c: { d: two }\n  - three\n'
    expect(placed(text, ['a'])).toBe('1:1')
    expect(placed(text, ['a', 0, 'b'])).toBe('2:8')
    expect(placed(text, ['a', 0, 'b'], 'key')).toBe('2:5')
    expect(placed(text, ['a', 0, 'c', 'd'])).toBe('3:13')
    expect(placed(text, ['a', 1])).toBe('4:5')
  })

  it('points at what is around a value that is not there', () => {
    const text = 'a:\n  b:\n    c: 1\n'
    expect(placed(text, ['a', 'b', 'missing', 3])).toBe('2:3')
    expect(placed(text, [])).toBe('1:1')
  })

  it('keeps days and yes as words', () => {
    expect(read('a: 2026-11-23\nb: yes').source?.value).toEqual({ a: '2026-11-23', b: 'yes' })
  })

  it.each([
    ['__proto__: 1', '1:1 bad-value'],
    ['a:\n  constructor: 1', '2:3 bad-value'],
    ['a: 1\na: 2', '2:1 same-name'],
    ['a:\n\t- 1', '2:1 not-yaml'],
    ['a: "open', '1:9 not-yaml'],
    ['a: 1\n---\nb: 2', '2:1 not-yaml'],
    ['a: !date 2026', '1:4 not-yaml'],
  ])('says what is wrong with %j', (text, said) => {
    const { source, faults } = read(text)
    expect(faults.map(({ line, column, kind }) => `${line}:${column} ${kind}`)).toContain(said)
    expect(source).toBeUndefined()
  })

  it.each([
    [
      `a: { en: Well, then, fr: Alors }`,
      '1:16',
      'then',
      'en: "Well, then"',
      { en: 'Well, then', fr: 'Alors' },
    ],
    [`a: { en: A, b, c and d, fr: E }`, '1:13', 'b', 'en: "A, b, c and d"', { en: 'A, b, c and d', fr: 'E' }],
    [
      `a: { en: Hello, {customer}, fr: B }`,
      '1:17',
      '{customer}',
      'en: "Hello, {customer}"',
      { en: 'Hello, {customer}', fr: 'B' },
    ],
    [
      `a: { en: I "do", or not, fr: B }`,
      '1:18',
      'or not',
      `en: 'I "do", or not'`,
      { en: 'I "do", or not', fr: 'B' },
    ],
    [`a: { when: f(b, c), to: d }`, '1:17', 'c)', 'when: "f(b, c)"', { when: 'f(b, c)', to: 'd' }],
  ])('puts words back that a comma in braces cut off, and says so: %s', (text, at, words, remedy, value) => {
    const { source, faults } = read(text)
    expect(
      faults.map(({ line, column, sentence, remedy }) => [`${line}:${column}`, sentence, remedy]),
    ).toEqual([
      [
        at,
        `In braces the comma before “${words}” ends the words of “${remedy.split(':')[0] ?? ''}”.`,
        `Put all of them between quotation marks: ${remedy}.`,
      ],
    ])
    expect(source?.value).toEqual({ a: value })
  })

  it('says it in both languages where the same words are cut off, and not that a name is there twice', () => {
    const { faults } = read('a: { en: No, thanks, fr: Non, thanks }')
    expect(faults.map(({ line, column, kind }) => `${line}:${column} ${kind}`)).toEqual([
      '1:14 not-yaml',
      '1:31 not-yaml',
    ])
  })

  it.each(['a: { en, fr: B }', 'a: { value: mail, label }', 'a: [b, c d]', 'a: { b: , c d }'])(
    'leaves what may be a key: %s',
    (text) => expect(read(text).faults).toEqual([]),
  )

  it('refuses one that a few lines make large', () => {
    const lines = Array.from(
      { length: 12 },
      (_, n) => `l${n + 1}: &l${n + 1} [${Array(9).fill(`*l${n}`).join(',')}]`,
    )
    expect(read(`l0: &l0 [a,a,a]\n${lines.join('\n')}`).faults.map(({ kind }) => kind)).toEqual(['not-yaml'])
  })

  it('refuses one that is thousands of brackets deep', () => {
    expect(read('['.repeat(50_000)).faults.length).toBeGreaterThan(0)
  })

  it('never throws, whatever is written in whatever file', () => {
    const files = fc.constantFrom(
      'pack.yaml',
      'glossary.yaml',
      'guides/a.yaml',
      'replies/a.yaml',
      'articles/a.en.md',
    )
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .array(
          fc.constantFrom('a', ':', ' ', '\n', '-', '{', '}', '[', '*', '&', '"', '|', '>', '#', '?', '!'),
        )
        .map((all) => all.join('')),
    )
    fc.assert(
      fc.property(files, text, (file, content) => {
        const others = firstPack.filter((one) => one.file !== file)
        checkTexts([...others, { file, text: content }], '2026-11-23')
      }),
      { numRuns: 40 },
    )
  })

  it('takes a guide apart line by line without a throw, and always says why it is not whole', () => {
    const [guide] = firstPack.filter(({ file }) => file.startsWith('guides/'))
    const lines = (guide?.text ?? '').split('\n')
    const without = lines.flatMap((line, index) =>
      line.startsWith('#') || line.trim() === ''
        ? []
        : [lines.filter((_, other) => other !== index).join('\n')],
    )
    const silent = without.filter(
      (text) => saidOf(firstPack.map((one) => (one === guide ? { file: one.file, text } : one))).length === 0,
    )
    // What may be left out: the suggestion's words, the bound of a date, the article and so on.
    expect(silent.length).toBeLessThan(8)
    expect(without.length).toBeGreaterThan(45)
  })
})
