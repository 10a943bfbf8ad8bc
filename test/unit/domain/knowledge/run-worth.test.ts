import { describe, expect, it } from 'vitest'

import { answer } from '../../../../renderer/domain/knowledge/answer-step.ts'
import { abandon, back, jump, leave, next } from '../../../../renderer/domain/knowledge/follow-guide.ts'
import { worthOf } from '../../../../renderer/domain/knowledge/run-worth.ts'
import { after, begun, went } from './follow.ts'
import { askFor, checkIt, endIt, makeGuide, said, sayIt } from './make-guide.ts'

const guide = makeGuide('renewal', [
  sayIt('hello', 'ask'),
  askFor('ask', { why: { kind: 'text', longest: 20, lines: 'one' } }, 'check'),
  checkIt('check', { when: undefined, to: 'bye' }),
  endIt('bye', { say: said('Goodbye') }),
])
const start = () => begun(guide).run
const typed = new Map([['why', 'A secret']])
const throughTo = (hello: number, ask: number) =>
  went(answer(went(next(start(), after(hello))).run, typed, after(hello + ask))).run
const day = 86_400_000

describe('what a guide is worth', () => {
  it('is told by the time at each step, by who gave up where, by jumps and returns', () => {
    const runs = [
      went(next(throughTo(10, 100), after(120))).run,
      went(next(throughTo(20, 300), after(320))).run,
      went(abandon(went(next(start(), after(30))).run, after(40))).run,
      went(
        abandon(
          went(jump(went(back(went(next(start(), after(5))).run, after(6))).run, 'bye', after(7))).run,
          after(8),
        ),
      ).run,
    ]
    expect(worthOf(runs, 1000)).toEqual([
      {
        ...{
          pack: 'passports',
          version: 3,
          guide: 'renewal',
          runs: 4,
          done: 2,
          abandoned: 2,
          medianTime: 220,
        },
        steps: [
          {
            ...{ guide: 'renewal', step: 'hello', visits: 5, medianTime: 10, droppedOff: 0 },
            ...{ jumpsFrom: 1, jumpsTo: 0, backsFrom: 0 },
          },
          {
            ...{ guide: 'renewal', step: 'ask', visits: 4, medianTime: 55, droppedOff: 1 },
            ...{ jumpsFrom: 0, jumpsTo: 0, backsFrom: 1 },
          },
          {
            ...{ guide: 'renewal', step: 'bye', visits: 3, medianTime: 1, droppedOff: 0 },
            ...{ jumpsFrom: 0, jumpsTo: 1, backsFrom: 0 },
          },
        ],
      },
    ])
  })

  it('counts a run as dropped when nobody has gone on with it for a day, unless it was at the last words', () => {
    const left = leave(went(next(start(), after(30))).run, after(40))
    const dropped = (now: number) =>
      worthOf([left, throughTo(1, 1)], now).flatMap(({ steps }) =>
        steps.filter(({ droppedOff }) => droppedOff > 0).map(({ step }) => step),
      )
    expect([dropped(day), dropped(day + 41)]).toEqual([[], ['ask']])
  })

  it('says nothing of a customer, and nothing of nothing', () => {
    expect(JSON.stringify(worthOf([throughTo(1, 1)], 5))).not.toContain('secret')
    expect(worthOf([], 5)).toEqual([])
  })
})
