import { describe, expect, it } from 'vitest'

import { answer } from '../../../../renderer/domain/knowledge/answer-step.ts'
import { back, jump, next } from '../../../../renderer/domain/knowledge/follow-guide.ts'
import { whatToShow } from '../../../../renderer/domain/knowledge/what-to-show.ts'
import { after, begun, went } from './follow.ts'
import {
  askFor,
  callGuide,
  checkIt,
  doIt,
  endIt,
  makeFacts,
  makeField,
  makeGuide,
  said,
  sayIt,
} from './make-guide.ts'

const moved = makeField(
  'moved_on',
  { kind: 'date', earliest: -30, latest: '2027-01-31' },
  { fills: 'custom:Moved', hint: said('As they say it') },
)
const consent = makeField('agreed', { kind: 'consent', words: said('I, {customer}, agree') })
const move = makeGuide('move', [
  sayIt('hello', 'ask', 'Good morning {customer}'),
  askFor('ask', [moved, consent], 'which'),
  checkIt('which', { when: 'moved_on > today', to: 'later' }, { when: undefined, to: 'identity' }),
  sayIt('later', 'identity', 'You move on {moved_on}'),
  callGuide('identity', 'check-identity', 'record'),
  doIt('record', [{ kind: 'article', article: 'fees' }], 'bye'),
  endIt('bye', { say: said('Goodbye') }),
])
const identity = makeGuide('check-identity', [
  askFor('birth', { born: { kind: 'text', longest: 20, lines: 'one' } }),
  endIt('end'),
])
const around = after(1, {
  contact: { known: true, name: 'Ada', language: 'fr', recent: 0 },
  case: { ...makeFacts().case, known: true, fields: { Moved: '2026-11-20' } },
})
const first = begun(move, identity).run
const asking = went(next(first, around)).run
const given = new Map<string, string | boolean>([
  ['moved_on', '2026-11-30'],
  ['agreed', true],
])
const later = went(answer(asking, given, around)).run

describe('what the screen shows of a guide', () => {
  it('is the words, filled in, in the language of the conversation', () => {
    expect(whatToShow(first, 'fr', around)).toMatchObject({
      ...{ guide: 'move (fr)', title: 'hello (fr)', within: [], fields: [] },
      say: [
        { kind: 'text', text: 'Good morning ' },
        { kind: 'filled', name: 'customer', text: 'Ada' },
        { kind: 'text', text: ' (fr)' },
      ],
    })
  })

  it('is the fields, with what is known and whose word that is', () => {
    expect(whatToShow(asking, 'en', around)?.fields).toEqual([
      {
        ...{ field: moved, label: 'Label of moved_on', hint: 'As they say it', words: [] },
        ...{ known: '2026-11-20', from: 'case', earliest: '2026-10-24', latest: '2027-01-31' },
      },
      {
        ...{ field: consent, label: 'Label of agreed', hint: undefined, known: undefined, from: undefined },
        ...{ earliest: undefined, latest: undefined },
        words: [
          { kind: 'text', text: 'I, ' },
          { kind: 'filled', name: 'customer', text: 'Ada' },
          { kind: 'text', text: ', agree' },
        ],
      },
    ])
    const again = went(back(later, around)).run
    expect(whatToShow(again, 'en', around)?.fields.map(({ known, from }) => [known, from])).toEqual([
      ['2026-11-30', 'answer'],
      [true, 'answer'],
    ])
  })

  it('is where the agent is among the steps that are shown', () => {
    const shown = whatToShow(later, 'en', around)
    expect([shown?.number, shown?.about, shown?.canGoBack, shown?.isLast]).toEqual([3, 5, true, false])
    expect(shown?.steps.map(({ id, state }) => [id, state])).toEqual([
      ['hello', 'seen'],
      ['ask', 'seen'],
      ['later', 'here'],
      ['bye', 'ahead'],
    ])
    expect(whatToShow(first, 'en', around)).toMatchObject({ number: 1, about: 4, canGoBack: false })
  })

  it('is the guide that was called, within the one that called it, and then the end', () => {
    const inside = went(next(later, around)).run
    expect(whatToShow(inside, 'en', around)).toMatchObject({
      ...{ guide: 'check-identity', within: ['move'], number: 4, about: 5, isLast: false },
    })
    const last = went(jump(inside, 'bye', around)).run
    expect(whatToShow(last, 'en', around)).toMatchObject({ number: 5, about: 5, isLast: true })
  })

  it('ends the count where a guide goes round, and is nothing where the step is unknown', () => {
    const round = makeGuide('round', [sayIt('a', 'b'), sayIt('b', 'a')])
    expect(whatToShow(begun(round).run, 'en', around)).toMatchObject({ number: 1, about: 3 })
    expect(whatToShow({ ...first, at: { guide: 'move', step: 'gone' } }, 'en', around)).toBeUndefined()
  })
})
