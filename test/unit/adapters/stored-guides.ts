import { asCaseId, asContactId, asGuideRunId, asInteractionId } from '../../../renderer/domain/ids.ts'
import type { GuideRun } from '../../../renderer/domain/knowledge/guide-run.ts'
import type { FieldType, Guide, Step } from '../../../renderer/domain/knowledge/guide.ts'
import type { ArticleUse } from '../../../renderer/ports/guide-store.ts'
import { shiftStart } from '../../make.ts'
import {
  askFor,
  callGuide,
  checkIt,
  doIt,
  endIt,
  makeField,
  makeGuide,
  said,
  sayIt,
} from '../domain/knowledge/make-guide.ts'

/** Guides that are followed as they lie in the store of a desk, each whole; a test names what it cares about. */

export const runId = (at: number) => asGuideRunId(`0c0c0c0c-0000-4000-8000-${String(at).padStart(12, '0')}`)

const types: readonly FieldType[] = [
  { kind: 'text', longest: 20, lines: 'one' },
  { kind: 'choice', choices: [{ value: 'lost', label: said('Lost') }] },
  { kind: 'date', earliest: -365, latest: '2026-12-31' },
  { kind: 'date', earliest: undefined, latest: undefined },
  { kind: 'number', least: 0, most: undefined },
  { kind: 'telephone' },
  { kind: 'postal-code', country: 'CA' },
  { kind: 'consent', words: said('I, {customer}, agree') },
]

const fields = types.map((type, at) =>
  makeField(`field_${at}`, type, {
    hint: at === 0 ? said('As in the passport') : undefined,
    fills: at === 0 ? 'custom:Passport' : undefined,
    required: at !== 4,
  }),
)

const steps: readonly Step[] = [
  sayIt('greet', [
    { when: 'mood = "upset"', to: 'ask' },
    { when: undefined, to: 'check' },
  ]),
  checkIt('check', { when: undefined, to: 'ask' }),
  askFor('ask', fields, 'do'),
  doIt(
    'do',
    [
      { kind: 'fill', field: 'custom:Reason', value: '"lost"' },
      { kind: 'set', field: 'why', value: '"lost"' },
      { kind: 'disposition', disposition: 'resolved' },
      { kind: 'article', article: 'lost-passport' },
      { kind: 'transfer', to: '2000' },
      { kind: 'promise', what: said('A letter'), within: 'P5D' },
      { kind: 'call-back', what: said('A call'), within: 'PT2H' },
      { kind: 'private', on: true },
    ],
    'pay',
  ),
  callGuide('pay', 'payment', 'end', [{ field: 'why', value: '"lost"' }]),
  endIt('end', { say: said('Goodbye'), disposition: 'resolved' }),
]

const guides: readonly Guide[] = [
  makeGuide('lost', steps, {
    suggest: {
      ...{ queues: ['Passports'], numbers: ['+15145550100'], when: 'case.known' },
      words: { en: ['lost'], fr: ['perdu'] },
    },
  }),
  makeGuide('payment', [sayIt('card', 'end'), endIt('end')], {
    fields: [makeField('why', { kind: 'text', longest: 20, lines: 'one' })],
  }),
]

const here = { guide: 'lost', revision: 1, step: 'ask' }

/** In the middle: answered, filled, in a private stretch of another guide. */
export const storedRun = (run: Partial<GuideRun> = {}): GuideRun => ({
  ...{ id: runId(1), pack: { name: 'passports', version: 3 }, guides },
  ...{ interaction: asInteractionId('interaction-1'), contact: asContactId('contact-1') },
  ...{ case: asCaseId('case-7'), state: 'running', at: { guide: 'payment', step: 'card' } },
  callers: [{ guide: 'lost', step: 'pay' }],
  answers: [
    { ...here, field: 'field_0', value: 'Hélène « 🇫🇷 » \ud800', at: shiftStart + 9_000, by: 'customer' },
    { ...here, field: 'field_4', value: undefined, at: shiftStart + 9_000, by: 'customer' },
    { ...here, field: 'field_4', value: 0, at: shiftStart + 10_000, by: 'agent' },
    { ...here, field: 'field_7', value: false, at: shiftStart + 10_000, by: 'desk' },
    { ...here, field: 'why', value: 'lost', at: shiftStart + 10_000, by: 'guide' },
  ],
  visits: [
    { guide: 'lost', step: 'greet', enteredAt: shiftStart, leftAt: shiftStart + 5_000, how: 'begun' },
    { guide: 'payment', step: 'card', enteredAt: shiftStart + 12_000, leftAt: undefined, how: 'next' },
  ],
  trail: [{ guide: 'lost', step: 'greet', callers: [{ guide: 'first', step: 'call' }], isPrivate: false }],
  isPrivate: true,
  waiting: [
    { act: { kind: 'fill', field: 'custom:Reason', value: '"lost"' }, value: 'lost', ...at('do') },
    { act: { kind: 'promise', what: said('A letter'), within: 'P5D' }, value: undefined, ...at('do') },
  ],
  filled: [
    {
      ...{ case: asCaseId('case-7'), field: 'custom:Passport', value: 'Hélène', at: shiftStart + 10_500 },
      ...at('ask'),
    },
  ],
  ...{ startedAt: shiftStart, endedAt: undefined },
  ...run,
})

function at(step: string) {
  return { guide: 'lost', step }
}

/** It was begun then, and over in a second. */
export const endedRun = (startedAt: number, run: Partial<GuideRun> = {}): GuideRun =>
  storedRun({
    ...{ state: 'done', startedAt, endedAt: startedAt + 1_000, answers: [], filled: [], visits: [] },
    ...run,
  })

export const storedUse = (use: Partial<ArticleUse> = {}): ArticleUse => ({
  ...{ pack: 'passports', article: 'lost-passport', at: shiftStart, what: 'opened', queue: 'Passports' },
  ...use,
})
