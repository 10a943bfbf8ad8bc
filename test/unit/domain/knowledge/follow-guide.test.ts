import { describe, expect, it } from 'vitest'

import { asInteractionId } from '../../../../renderer/domain/ids.ts'
import { answer } from '../../../../renderer/domain/knowledge/answer-step.ts'
import {
  abandon,
  back,
  begin,
  jump,
  leave,
  next,
  resume,
} from '../../../../renderer/domain/knowledge/follow-guide.ts'
import type { FieldType } from '../../../../renderer/domain/knowledge/guide.ts'
import { acts, after, at, beginning, begun, went } from './follow.ts'
import { askFor, callGuide, checkIt, doIt, endIt, makeGuide, said, sayIt } from './make-guide.ts'

const text: FieldType = { kind: 'text', longest: 20, lines: 'one' }

const renewal = makeGuide('renewal', [
  sayIt('hello', 'old'),
  askFor('old', { old_passport: text }, [
    { when: 'old_passport = "lost"', to: 'mood' },
    { when: undefined, to: 'identity' },
  ]),
  checkIt('mood', { when: 'mood = "upset"', to: 'acknowledge' }, { when: undefined, to: 'identity' }),
  sayIt('acknowledge', 'identity'),
  callGuide('identity', 'check-identity', 'record'),
  doIt('record', [{ kind: 'article', article: 'fees' }], 'bye'),
  endIt('bye', { say: said('Goodbye'), disposition: 'resolved' }),
])
const identity = makeGuide('check-identity', [askFor('birth', { born: text }), endIt('end')])

const answered = (run: Parameters<typeof answer>[0], name: string, value: string, moment = after(5)) =>
  went(answer(run, new Map([[name, value]]), moment))

describe('a guide that is followed', () => {
  it('goes from its first words through another guide to its last', () => {
    let now = begun(renewal, identity)
    const way = [at(now.run)]
    now = went(next(now.run, after(1)))
    way.push(at(now.run))
    now = answered(now.run, 'old_passport', 'damaged')
    way.push(at(now.run))
    now = answered(now.run, 'born', '1815')
    way.push(at(now.run))
    expect(acts(now.asked)).toEqual(['renewal/record: article', 'renewal/bye: disposition'])
    now = went(next(now.run, after(9)))
    expect([now.run.state, now.run.endedAt, now.run.visits.at(-1)?.leftAt]).toEqual(['done', 9, 9])
    expect(way).toEqual([
      'renewal/hello',
      'renewal/old',
      'renewal/identity > check-identity/birth',
      'renewal/bye',
    ])
  })

  it('acknowledges an upset customer first', () => {
    const { run } = went(next(begun(renewal, identity).run, after(1)))
    expect(at(answered(run, 'old_passport', 'lost', after(2, { mood: 'upset' })).run)).toBe(
      'renewal/acknowledge',
    )
    expect(at(answered(run, 'old_passport', 'lost').run)).toBe('renewal/identity > check-identity/birth')
  })

  it('keeps each answer with its step, revision, time and whose word it is', () => {
    const { run } = went(next(begun({ ...renewal, revision: 7 }, identity).run, after(1)))
    expect(answered(run, 'old_passport', ' lost ', after(42)).run.answers).toEqual([
      {
        ...{ field: 'old_passport', value: 'lost', guide: 'renewal', revision: 7, step: 'old', at: 42 },
        by: 'customer',
      },
    ])
  })

  it('stays where it is, and as it was, when an answer is wrong', () => {
    const { run } = went(next(begun(renewal, identity).run, after(1)))
    expect(answer(run, new Map([['old_passport', ' ']]), after(2))).toEqual({
      ...{ ok: false, problem: [{ field: 'old_passport', fault: 'missing' }] },
    })
    expect(next(run, after(2))).toEqual({ ok: false, problem: 'must-answer' })
    expect(answer(begun(renewal, identity).run, new Map(), after(2))).toEqual({
      ok: false,
      problem: 'asks-nothing',
    })
  })

  it('notes the time at each step, silent ones too', () => {
    const { run } = went(next(begun(renewal, identity).run, after(10)))
    const { visits } = answered(run, 'old_passport', 'lost', after(30)).run
    expect(visits.map(({ step, enteredAt, leftAt, how }) => [step, enteredAt, leftAt, how])).toEqual([
      ['hello', 0, 10, 'begun'],
      ['old', 10, 30, 'next'],
      ['mood', 30, 30, 'next'],
      ['identity', 30, 30, 'next'],
      ['birth', 30, undefined, 'next'],
    ])
  })

  it('has only the guides with it that it can come to', () => {
    const { run } = begun(renewal, makeGuide('other', [endIt('end')]), identity)
    expect(run.guides.map(({ id }) => id)).toEqual(['renewal', 'check-identity'])
  })
})

describe('going back', () => {
  it('undoes the last step, into the guide that called too, and keeps the answer', () => {
    const first = went(next(begun(renewal, identity).run, after(1))).run
    const second = answered(first, 'old_passport', 'lost').run
    const again = went(back(second, after(6)))
    expect([at(again.run), again.run.callers, again.run.trail, again.asked]).toEqual([
      ...['renewal/old', [], first.trail, []],
    ])
    expect(again.run.answers).toEqual(second.answers)
    expect(again.run.visits.at(-1)).toEqual({
      ...{ guide: 'renewal', step: 'old', enteredAt: 6, leftAt: undefined, how: 'back' },
    })
  })

  it('ends at the first step', () => {
    expect(back(begun(renewal, identity).run, after(1))).toEqual({ ok: false, problem: 'nothing-before' })
  })
})

describe('a jump', () => {
  it('goes to any step of the guide, and back from there', () => {
    const { run } = begun(renewal, identity)
    const there = went(jump(run, 'acknowledge', after(3))).run
    expect([at(there), there.visits.at(-1)?.how]).toEqual(['renewal/acknowledge', 'jump'])
    expect(at(went(back(there, after(4))).run)).toBe('renewal/hello')
  })

  it('out of a guide that was called goes to the one that called it', () => {
    const inside = answered(went(next(begun(renewal, identity).run, after(1))).run, 'old_passport', 'x').run
    expect(at(went(jump(inside, 'hello', after(3))).run)).toBe('renewal/hello')
    expect(jump(inside, 'nowhere', after(3))).toEqual({ ok: false, problem: 'no-such-step' })
  })
})

describe('a guide that is left', () => {
  it('and given up keeps what was answered, and does nothing more', () => {
    const { run } = answered(went(next(begun(renewal, identity).run, after(1))).run, 'old_passport', 'x')
    const given = went(abandon(run, after(8))).run
    expect([given.state, given.endedAt, given.answers]).toEqual(['abandoned', 8, run.answers])
    const verbs = [next, back, abandon].map((verb) => verb(given, after(9)))
    expect([...verbs, jump(given, 'hello', after(9)), resume(given, run.interaction, after(9))]).toEqual(
      Array.from({ length: 5 }, () => ({ ok: false, problem: 'not-running' })),
    )
  })

  it('is gone on with in a chat the next day, without the night counting as time at the step', () => {
    const { run } = begun(renewal, identity)
    const chat = asInteractionId('chat-1')
    const left = went(resume(leave(run, after(50)), chat, after(86_400_000))).run
    expect([left.interaction, at(left), left.visits.map(({ leftAt, how }) => [leftAt, how])]).toEqual([
      ...[chat, 'renewal/hello'],
      [
        [50, 'begun'],
        [undefined, 'resumed'],
      ],
    ])
    // A computer that lost its power noted nothing.
    expect(went(resume(run, chat, after(86_400_000))).run.visits[0]?.leftAt).toBe(0)
  })
})

describe('a pack that should never have been built', () => {
  const round = makeGuide('round', [
    sayIt('hello', 'a'),
    checkIt('a', { when: undefined, to: 'b' }),
    checkIt('b', { when: undefined, to: 'a' }),
  ])
  const nowhere = makeGuide('nowhere', [sayIt('hello', 'gone')])
  const deep = makeGuide('deep', [sayIt('hello', 'again'), callGuide('again', 'deep', 'hello'), endIt('end')])
  const stuck = makeGuide('stuck', [sayIt('hello', [{ when: 'queue = "x"', to: 'hello' }])])

  it.each([
    [round, 'goes-round'],
    [nowhere, 'no-such-step'],
    [stuck, 'no-way-on'],
    [makeGuide('lost', [sayIt('hello', 'to'), callGuide('to', 'gone', 'hello')]), 'no-such-guide'],
  ])('leaves the run where it was: %o', (guide, problem) => {
    const { run } = begun(guide)
    expect(next(run, after(1))).toEqual({ ok: false, problem })
  })

  it('does not go deeper for ever', () => {
    let run = begun(deep).run
    let problem: string | undefined
    for (let count = 0; count < 30; count++) {
      const there = next(run, after(count))
      if (there.ok) run = there.value.run
      else problem = there.problem
    }
    expect([problem, run.callers.length]).toEqual(['too-deep', 20])
  })

  it('begins nothing where there is no such guide', () => {
    expect(begin({ ...beginning([renewal]), guide: '__proto__' }, after(0))).toEqual({
      ...{ ok: false, problem: 'no-such-guide' },
    })
  })
})
