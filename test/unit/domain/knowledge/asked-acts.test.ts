import { describe, expect, it } from 'vitest'

import { answer, correct } from '../../../../renderer/domain/knowledge/answer-step.ts'
import {
  abandon,
  back,
  endPrivate,
  jump,
  next,
  resume,
} from '../../../../renderer/domain/knowledge/follow-guide.ts'
import { acts, after, at, begun, went } from './follow.ts'
import { askFor, doIt, endIt, makeFacts, makeField, makeGuide, said, sayIt } from './make-guide.ts'

const fee = makeField('fee', { kind: 'number', least: undefined, most: undefined }, { fills: 'custom:Fee' })
const agreed = makeField('agreed', { kind: 'consent', words: said('I agree') }, { fills: 'custom:Consent' })
const open = makeFacts().case

describe('what a guide asks the desk to do', () => {
  const record = makeGuide('record', [
    askFor('ask', [fee, agreed], 'do'),
    doIt(
      'do',
      [
        { kind: 'fill', field: 'custom:Channel', value: '"by " + channel' },
        { kind: 'fill', field: 'custom:Mood', value: 'mood' },
        { kind: 'promise', what: said('{customer} pays {fee}'), within: 'P5D' },
        { kind: 'call-back', what: said('Call {customer}'), within: 'P1D' },
        { kind: 'transfer', to: 'lead' },
      ],
      'after',
    ),
    sayIt('after', 'end'),
    endIt('end'),
  ])
  const typed = new Map<string, string | boolean>([
    ['fee', '160'],
    ['agreed', true],
  ])
  const moment = after(5, { contact: { known: true, name: 'Ada', language: undefined, recent: 0 } })

  it('fills the case with the answers and with what the guide works out, and not with what is unknown', () => {
    const { asked } = went(answer(begun(record).run, typed, moment))
    expect(acts(asked)).toEqual([
      ...['record/ask: fill 160', 'record/ask: fill yes', 'record/do: fill by call'],
      ...['record/do: promise', 'record/do: call-back', 'record/do: transfer'],
    ])
    expect(asked[3]?.act).toEqual({
      ...{ kind: 'promise', within: 'P5D' },
      what: { en: 'Ada pays 160', fr: 'Ada pays 160 (fr)' },
    })
  })

  it('makes no promise twice, and fills nothing again that is as it was', () => {
    const { run } = went(answer(begun(record).run, typed, moment))
    const again = went(back(run, after(6)))
    expect([at(again.run), again.asked]).toEqual(['record/ask', []])
    expect(acts(went(answer(again.run, typed, after(7))).asked)).toEqual([
      ...['record/do: fill by call', 'record/do: transfer'],
    ])
  })

  it('leaves the case alone where it says the same already, which nobody said here', () => {
    const known = after(5, { case: { ...open, fields: { Fee: '160' } } })
    const { run, asked } = went(answer(begun(record).run, typed, known))
    expect(acts(asked)[0]).toBe('record/ask: fill yes')
    expect(run.answers.map(({ field, by }) => [field, by])).toEqual([
      ['fee', 'desk'],
      ['agreed', 'customer'],
    ])
  })

  it('puts an answer right without going anywhere, and keeps what it was', () => {
    const { run } = went(answer(begun(record).run, typed, moment))
    const { run: right, asked } = went(correct(run, { field: 'fee', typed: '170' }, after(9)))
    expect([at(right), acts(asked)]).toEqual([at(run), ['record/ask: fill 170']])
    expect(right.answers.map(({ field, value, by, step }) => [field, value, by, step])).toEqual([
      ['fee', 160, 'customer', 'ask'],
      ['agreed', true, 'customer', 'ask'],
      ['fee', 170, 'agent', 'ask'],
    ])
    expect(correct(run, { field: 'fee', typed: 'much' }, after(9))).toEqual({
      ...{ ok: false, problem: [{ field: 'fee', fault: 'not-a-number' }] },
    })
    expect(correct(run, { field: 'none', typed: '' }, after(9))).toEqual({
      ok: false,
      problem: 'no-such-field',
    })
  })
})

describe('a private stretch', () => {
  const card = makeField('card', { kind: 'text', longest: 30, lines: 'one' }, { fills: 'custom:Card' })
  const pay = makeGuide('pay', [
    sayIt('hello', 'begin'),
    doIt('begin', [{ kind: 'private', on: true }], 'card'),
    askFor(
      'card',
      [card],
      [
        { when: 'card = "none"', to: 'stop' },
        { when: undefined, to: 'keep' },
      ],
    ),
    doIt('keep', [{ kind: 'fill', field: 'custom:Paid', value: 'card' }], 'stop'),
    doIt('stop', [{ kind: 'private', on: false }], 'bye'),
    sayIt('bye', 'end'),
    endIt('end'),
  ])
  const inside = went(next(begun(pay).run, after(1)))

  it('begins and ends with the steps that say so', () => {
    expect([at(inside.run), inside.run.isPrivate, acts(inside.asked)]).toEqual([
      ...['pay/card', true, ['pay/begin: private on']],
    ])
    const { run, asked } = went(answer(inside.run, new Map([['card', 'none']]), after(2)))
    expect([at(run), run.isPrivate, acts(asked)]).toEqual(['pay/bye', false, ['pay/stop: private off']])
  })

  it('keeps nothing that was answered in it: not in the run, not in the case', () => {
    const { run, asked } = went(answer(inside.run, new Map([['card', '4111 1111']]), after(2)))
    expect([run.answers, JSON.stringify([run, asked]).includes('4111')]).toEqual([[], false])
    const right = went(correct(inside.run, { field: 'card', typed: '4111' }, after(2)))
    expect([right.run.answers, right.asked]).toEqual([[], []])
  })

  it('has its answers decide where to go on', () => {
    expect(acts(went(answer(inside.run, new Map([['card', 'none']]), after(2))).asked)).toHaveLength(1)
    const paid = went(answer(inside.run, new Map([['card', '4111']]), after(2))).run
    expect(paid.visits.map(({ step }) => step)).toContain('keep')
  })

  it('is entered again by going back and by a jump, and left by going back', () => {
    const { run } = went(answer(inside.run, new Map([['card', 'none']]), after(2)))
    const again = went(back(run, after(3)))
    expect([at(again.run), again.run.isPrivate, acts(again.asked)]).toEqual([
      ...['pay/card', true, ['pay/card: private on']],
    ])
    const jumped = went(jump(begun(pay).run, 'card', after(3)))
    expect([at(jumped.run), jumped.run.isPrivate, acts(jumped.asked)]).toEqual([
      ...['pay/card', true, ['pay/card: private on']],
    ])
    const out = went(back(again.run, after(4)))
    expect([at(out.run), out.run.isPrivate, acts(out.asked)]).toEqual([
      ...['pay/hello', false, ['pay/hello: private off']],
    ])
  })

  it('goes on after a jump out of it and after the guide is given up, until the agent ends it', () => {
    const out = went(jump(inside.run, 'bye', after(3)))
    expect([out.run.isPrivate, out.asked]).toEqual([true, []])
    const given = went(abandon(out.run, after(4))).run
    expect(given.isPrivate).toBe(true)
    const ended = went(endPrivate(given))
    expect([ended.run.isPrivate, acts(ended.asked)]).toEqual([false, ['pay/bye: private off']])
    expect(went(endPrivate(ended.run)).asked).toEqual([])
  })

  it('is made sure of when the run is gone on with', () => {
    expect(acts(went(resume(inside.run, inside.run.interaction, after(3))).asked)).toEqual([
      'pay/card: private on',
    ])
  })
})
