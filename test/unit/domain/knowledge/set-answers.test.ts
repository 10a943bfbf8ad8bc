import { describe, expect, it } from 'vitest'

import { answer } from '../../../../renderer/domain/knowledge/answer-step.ts'
import { back, next } from '../../../../renderer/domain/knowledge/follow-guide.ts'
import { answersOf } from '../../../../renderer/domain/knowledge/guide-fields.ts'
import type { FieldType } from '../../../../renderer/domain/knowledge/guide.ts'
import { whatToShow } from '../../../../renderer/domain/knowledge/what-to-show.ts'
import { acts, after, at, begun, went } from './follow.ts'
import { askFor, callGuide, checkIt, doIt, endIt, makeField, makeGuide, said, sayIt } from './make-guide.ts'

const number: FieldType = { kind: 'number', least: 0, most: 150 }
const choice = (...values: readonly string[]): FieldType => ({
  kind: 'choice',
  choices: values.map((value) => ({ value, label: said(`Label of ${value}`) })),
})

const fee = makeField('fee', number, { fills: 'custom:Fee' })
const minor = makeField('is_minor', choice('yes', 'no'))

const fees = makeGuide(
  'fees',
  [
    askFor('ask', { age: number }, 'work-out'),
    doIt(
      'work-out',
      [
        { kind: 'set', field: 'is_minor', value: 'age < 16' },
        { kind: 'set', field: 'fee', value: 'if is_minor = "yes" then 57 else 120' },
        { kind: 'fill', field: 'custom:Remark', value: '"pays " + string(fee)' },
      ],
      'which',
    ),
    checkIt('which', { when: 'fee = 57', to: 'child' }, { when: undefined, to: 'adult' }),
    sayIt('child', 'end', 'It costs {fee}, minor: {is_minor}'),
    sayIt('adult', 'end', 'It costs {fee}, minor: {is_minor}'),
    endIt('end'),
  ],
  { revision: 7, fields: [fee, minor] },
)

const aged = (age: string) => went(answer(begun(fees).run, new Map([['age', age]]), after(5)))

describe('an answer that a guide sets by itself', () => {
  it('counts for the acts and conditions after it, and is said', () => {
    const { run, asked } = aged('12')
    expect([at(run), acts(asked)]).toEqual([
      'fees/child',
      ['fees/work-out: fill 57', 'fees/work-out: fill pays 57'],
    ])
    expect(
      whatToShow(run, 'en', after(6))
        ?.say.map(({ text }) => text)
        .join(''),
    ).toBe('It costs 57, minor: Label of yes')
    expect(at(aged('40').run)).toBe('fees/adult')
  })

  it('is kept with its step, revision and time as the guide’s own word', () => {
    const { run } = aged('12')
    const where = { guide: 'fees', revision: 7, step: 'work-out', at: 5, by: 'guide' }
    expect(run.answers.slice(1)).toEqual([
      { field: 'is_minor', value: 'yes', ...where },
      { field: 'fee', value: 57, ...where },
    ])
  })

  it('is set anew when the way is gone once more, and not when nothing has changed', () => {
    const again = went(back(aged('12').run, after(6))).run
    const same = went(answer(again, new Map([['age', '12']]), after(7)))
    expect([same.run.answers.length, acts(same.asked)]).toEqual([3, ['fees/work-out: fill pays 57']])
    const older = went(answer(again, new Map([['age', '40']]), after(7)))
    expect(older.run.answers.slice(3).map(({ field, value }) => [field, value])).toEqual([
      ['age', 40],
      ['is_minor', 'no'],
      ['fee', 120],
    ])
  })

  const setting = (type: FieldType, value: string) => {
    const guide = makeGuide(
      'one',
      [doIt('do', [{ kind: 'set', field: 'it', value }], 'shown'), sayIt('shown', 'end'), endIt('end')],
      { fields: [makeField('it', type)] },
    )
    return begun(guide).run.answers.map((one) => one.value)
  }

  it.each([
    [number, '"12"', [12]],
    [{ kind: 'date', earliest: undefined, latest: 0 }, 'today - duration("P1D")', ['2026-11-22']],
    [{ kind: 'text', longest: 9, lines: 'one' }, '12 + 1', ['13']],
    [{ kind: 'telephone' }, '"514 555 0100"', ['+15145550100']],
  ] as const)('is what the field takes: %j of %s', (type, value, kept) => {
    expect(setting(type, value)).toEqual(kept)
  })

  it.each([
    [number, '151'],
    [number, 'mood'],
    [choice('a', 'b'), '"c"'],
    [{ kind: 'date', earliest: undefined, latest: 0 }, 'today + duration("P1D")'],
    [{ kind: 'text', longest: 2, lines: 'one' }, '"long"'],
    [{ kind: 'consent', words: said('I agree') }, 'true'],
  ] as const)('is not known where the field could not be answered so: %j of %s', (type, value) => {
    expect(setting(type, value)).toEqual([])
  })

  it('is forgotten with what it was worked out of', () => {
    const guide = makeGuide(
      'one',
      [
        doIt('first', [{ kind: 'set', field: 'it', value: '5' }], 'second'),
        doIt('second', [{ kind: 'set', field: 'it', value: 'null' }], 'shown'),
        sayIt('shown', 'end'),
        endIt('end'),
      ],
      { fields: [makeField('it', number)] },
    )
    const { run } = begun(guide)
    expect([run.answers.map(({ value }) => value), answersOf(run).get('it')]).toEqual([
      [5, undefined],
      undefined,
    ])
  })

  it('is kept in a private stretch, and knows nothing that was answered there', () => {
    const pay = makeGuide(
      'pay',
      [
        doIt('begin', [{ kind: 'private', on: true }], 'card'),
        askFor('card', { card: { kind: 'text', longest: 30, lines: 'one' } }, 'keep'),
        doIt(
          'keep',
          [
            { kind: 'set', field: 'paid', value: '"yes"' },
            { kind: 'set', field: 'copy', value: 'card' },
            { kind: 'private', on: false },
          ],
          'bye',
        ),
        sayIt('bye', 'end'),
        endIt('end'),
      ],
      {
        fields: [
          makeField('paid', choice('yes', 'no')),
          makeField('copy', { kind: 'text', longest: 30, lines: 'one' }),
        ],
      },
    )
    const { run } = went(answer(begun(pay).run, new Map([['card', '4111 1111']]), after(2)))
    expect(run.answers.map(({ field, value }) => [field, value])).toEqual([['paid', 'yes']])
    expect(JSON.stringify(run)).not.toContain('4111')
  })
})

describe('a guide that is called', () => {
  const identity = makeGuide(
    'identity',
    [
      checkIt('why', { when: 'reason = "change"', to: 'strict' }, { when: undefined, to: 'confirmed' }),
      askFor('strict', { code: choice('right', 'wrong') }, [
        { when: 'code = "right"', to: 'confirmed' },
        { when: undefined, to: 'not-confirmed' },
      ]),
      endIt('confirmed'),
      endIt('not-confirmed', { say: said('That was not right') }),
    ],
    { fields: [makeField('reason', choice('change', 'question'))] },
  )
  const caller = (reason: string) =>
    makeGuide('caller', [
      askFor('ask', { wish: choice('change', 'question') }, 'call'),
      callGuide(
        'call',
        'identity',
        [
          { when: 'ended = "confirmed"', to: 'go-on' },
          { when: undefined, to: 'stop' },
        ],
        [{ field: 'reason', value: reason }],
      ),
      sayIt('go-on', 'end'),
      sayIt('stop', 'end'),
      endIt('end'),
    ])
  const wished = (wish: string, reason = 'wish') =>
    went(answer(begun(caller(reason), identity).run, new Map([['wish', wish]]), after(3))).run

  it('knows why, as an answer of the step that called it', () => {
    const run = wished('change')
    expect(at(run)).toBe('caller/call > identity/strict')
    expect(run.answers.at(-1)).toEqual({
      ...{ field: 'reason', value: 'change', guide: 'caller', revision: 1, step: 'call', at: 3 },
      by: 'guide',
    })
  })

  it('tells the one that called by its last step how it ended', () => {
    expect(at(wished('question'))).toBe('caller/go-on')
    const right = went(answer(wished('change'), new Map([['code', 'right']]), after(4))).run
    expect(at(right)).toBe('caller/go-on')
    const wrong = went(answer(wished('change'), new Map([['code', 'wrong']]), after(4))).run
    expect(at(wrong)).toBe('caller/call > identity/not-confirmed')
    expect(at(went(next(wrong, after(5))).run)).toBe('caller/stop')
  })

  it('knows the reason of this time, not of the time before', () => {
    const run = wished('change', 'if mood = "upset" then null else wish')
    const again = went(back(run, after(4))).run
    const upset = went(answer(again, new Map([['wish', 'change']]), after(5, { mood: 'upset' }))).run
    expect([at(upset), upset.answers.at(-1)?.value]).toEqual(['caller/go-on', undefined])
  })

  it('is told when it begins, by what has been put right until then', () => {
    const talking = makeGuide('caller', [
      askFor('ask', { wish: choice('change', 'question') }, 'call'),
      {
        ...callGuide('call', 'identity', 'end', [{ field: 'reason', value: 'wish' }]),
        say: said('Some questions'),
      },
      endIt('end'),
    ])
    const shown = went(answer(begun(talking, identity).run, new Map([['wish', 'question']]), after(3))).run
    expect([at(shown), shown.answers.length]).toEqual(['caller/call', 1])
    const right = { ...shown, answers: shown.answers.map((one) => ({ ...one, value: 'change' })) }
    expect(at(went(next(right, after(4))).run)).toBe('caller/call > identity/strict')
  })
})
