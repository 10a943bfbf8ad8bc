import fc from 'fast-check'

import type {
  Act,
  Branch,
  Field,
  FieldType,
  Guide,
  Setting,
  Step,
} from '../../../../renderer/domain/knowledge/guide.ts'
import { askFor, callGuide, checkIt, doIt, endIt, makeField, makeGuide, said, sayIt } from './make-guide.ts'

/** Fields of each type; the first letter of a name says which, so that one name has one type in the whole pack. */
const types: readonly FieldType[] = [
  { kind: 'text', longest: 20, lines: 'one' },
  {
    kind: 'choice',
    choices: [
      { value: 'lost', label: said('Lost') },
      { value: 'stolen', label: said('Stolen') },
    ],
  },
  { kind: 'date', earliest: -365, latest: 365 },
  { kind: 'number', least: 0, most: 100 },
  { kind: 'telephone' },
  { kind: 'postal-code', country: 'CA' },
  { kind: 'consent', words: said('I, {customer}, agree') },
]

const anyField: fc.Arbitrary<Field> = fc
  .tuple(fc.nat({ max: types.length - 1 }), fc.nat({ max: 1 }), fc.boolean(), fc.boolean())
  .map(([index, twin, required, fills]) =>
    makeField(`field_${index}_${twin}`, types[index] ?? { kind: 'telephone' }, {
      ...{ required, fills: fills ? `custom:Field ${index}` : undefined },
    }),
  )

const condition = fc.constantFrom(
  ...['field_0_0 = "a"', 'field_1_0 = "lost"', 'field_2_0 < today', 'field_3_0 > 50', 'not(field_6_0)'],
  ...[
    'mood = "upset"',
    'channel = "chat"',
    'case.known',
    'ended = "s1"',
    'time > @"12:00:00"',
    'field_4_1 != null',
  ],
)

const setting: fc.Arbitrary<Setting> = fc.record({
  field: fc.constantFrom(...types.map((_, index) => `field_${index}_0`), 'told', 'nothing'),
  value: fc.constantFrom('"lost"', 'field_0_0', 'field_2_0', 'today', '7', 'null', 'channel', 'agreed', ')'),
})

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.constant<Act>({ kind: 'fill', field: 'custom:Channel', value: 'channel' }),
  fc.constant<Act>({ kind: 'fill', field: 'custom:Text', value: 'field_0_0' }),
  fc.constant<Act>({ kind: 'promise', what: said('{customer}: {field_0_0}'), within: 'P5D' }),
  fc.constant<Act>({ kind: 'disposition', disposition: 'resolved' }),
  fc.boolean().map((on): Act => ({ kind: 'private', on })),
  setting.map((one): Act => ({ kind: 'set', ...one })),
)

/** A step that goes to later ones alone, so that every way ends; an ask or a say may go round. */
function anyStep(index: number, count: number, guides: readonly string[]): fc.Arbitrary<Step> {
  const id = `s${index}`
  const later = fc.integer({ min: index + 1, max: count }).map((to) => `s${to}`)
  const any = fc.integer({ min: 0, max: count }).map((to) => `s${to}`)
  const ways = (to: fc.Arbitrary<string>): fc.Arbitrary<readonly Branch[]> =>
    fc
      .tuple(fc.array(fc.record({ when: condition, to }), { maxLength: 2 }), later)
      .map(([branches, last]) => [...branches, { when: undefined, to: last }])
  const steps: fc.Arbitrary<Step>[] = [
    ways(any).map((next) => sayIt(id, next, '{customer}, {field_1_0} {case}')),
    fc
      .tuple(
        fc.uniqueArray(anyField, { minLength: 1, maxLength: 3, selector: ({ name }) => name }),
        ways(any),
      )
      .map(([fields, next]) => askFor(id, fields, next)),
    ways(later).map((next) => checkIt(id, ...next)),
    fc
      .tuple(fc.array(act, { minLength: 1, maxLength: 3 }), ways(later))
      .map(([acts, next]) => doIt(id, acts, next)),
  ]
  if (guides.length > 0)
    steps.push(
      fc
        .tuple(fc.constantFrom(...guides), ways(later), fc.array(setting, { maxLength: 2 }))
        .map(([guide, next, settings]) => callGuide(id, guide, next, settings)),
    )
  return fc.oneof(...steps)
}

function anyGuide(id: string, guides: readonly string[]): fc.Arbitrary<Guide> {
  const end = fc
    .boolean()
    .map((says) => (says ? { say: said('Goodbye'), disposition: 'resolved' as const } : {}))
  return fc
    .integer({ min: 1, max: 6 })
    .chain((count) =>
      fc
        .tuple(fc.tuple(...Array.from({ length: count }, (_, index) => anyStep(index, count, guides))), end)
        .map(([steps, last]) => makeGuide(id, [...steps, endIt(`s${count}`, last)])),
    )
}

/** Any three guides, each of which may call those after it. */
export const anyGuides: fc.Arbitrary<readonly Guide[]> = fc.tuple(
  anyGuide('first', ['second', 'third']),
  anyGuide('second', ['third']),
  anyGuide('third', []),
)

/** What people type, of which each type takes some. */
export const anyTyped: fc.Arbitrary<string | boolean> = fc.oneof(
  fc.constantFrom<string | boolean>(
    '',
    'a',
    'lost',
    'stolen',
    '2026-11-01',
    '2030-01-01',
    '7',
    '70',
    '1,5',
    true,
    false,
  ),
  fc.constantFrom('613 555 0117', 'K1A 0B1', '{agent}', '__proto__'),
  fc.string({ unit: 'binary', maxLength: 12 }),
)
