import { describe, expect, it } from 'vitest'

import { answersSoFar } from '../../../../renderer/domain/knowledge/answers-so-far.ts'
import { abandon } from '../../../../renderer/domain/knowledge/follow-guide.ts'
import { answer, correct } from '../../../../renderer/domain/knowledge/answer-step.ts'
import { acts, after, begun, went } from './follow.ts'
import { askFor, endIt, makeField, makeGuide, sayIt } from './make-guide.ts'

const fee = makeField('fee', { kind: 'number', least: 0, most: 500 }, { fills: 'custom:Fee' })
const day = makeField('paid_on', { kind: 'date', earliest: undefined, latest: 0 }, { required: false })
const guide = makeGuide('pay', [askFor('ask', [fee, day], 'thanks'), sayIt('thanks', 'end'), endIt('end')])

describe('the answers so far', () => {
  it('are the newest of each field, written out for the agent, with whose word they are', () => {
    const { run } = went(
      answer(
        begun(guide).run,
        new Map([
          ['fee', '150.5'],
          ['paid_on', ''],
        ]),
        after(1),
      ),
    )
    const { run: right } = went(correct(run, { field: 'paid_on', typed: '2026-11-01' }, after(2)))
    expect(
      answersSoFar(right, 'fr', after(3)).map(({ shown, text, by }) => [shown.label, shown.known, text, by]),
    ).toEqual([
      ['Label of fee (fr)', 150.5, '150,5', 'customer'],
      ['Label of paid_on (fr)', '2026-11-01', '1er novembre 2026', 'agent'],
    ])
    expect(answersSoFar(run, 'en', after(3)).map(({ text }) => text)).toEqual(['150.5', undefined])
  })

  it('can be put right after the guide was given up, and fill the case again', () => {
    const { run } = went(answer(begun(guide).run, new Map([['fee', '150']]), after(1)))
    const { run: right, asked } = went(
      correct(went(abandon(run, after(2))).run, { field: 'fee', typed: '170' }, after(3)),
    )
    expect([right.state, acts(asked)]).toEqual(['abandoned', ['pay/ask: fill 170']])
  })
})
