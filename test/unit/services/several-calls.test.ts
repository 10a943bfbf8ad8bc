import { beforeEach, describe, expect, it } from 'vitest'

import { callOutcome } from '../../../renderer/domain/call-history.ts'
import { asCallId } from '../../../renderer/domain/ids.ts'
import { problem } from '../../../renderer/domain/problem.ts'
import { offered } from '../../make.ts'
import type { DeskStandIn } from '../../stand-ins/desk.ts'
import { agent, at, available, call, inHand, page, soon } from './story.ts'

const second = asCallId('call-2')

let disk = 3_000_000
beforeEach(() => {
  disk += 1
})

/** A desk whose agent talks to a first customer. */
async function talking(): Promise<DeskStandIn> {
  const desk = await available(disk)
  desk.wire.tell(offered(), { kind: 'call-answering', ...at(1) }, { kind: 'call-connected', ...at(2) })
  return desk
}

/** And a second one, with the first on hold. */
async function talkingToTwo(): Promise<DeskStandIn> {
  const desk = await talking()
  desk.wire.tell(offered({ number: '+16135550117', name: 'Margaret Ellis' }, second))
  await desk.callDesk.answer(second)
  desk.wire.tell({ kind: 'call-held', ...at(10) })
  desk.wire.tell({ kind: 'call-answering', ...at(10, second) }, { kind: 'call-connected', ...at(11, second) })
  return desk
}

const controls = (desk: DeskStandIn): readonly string[] =>
  desk.wire.asked.filter((ask) => /^(answer|hold|resume|refuse|hang up)/.test(ask))

describe('a second customer while the agent talks', () => {
  it('is heard as a soft tone in the ear, and answered with the first on hold', async () => {
    const desk = await talkingToTwo()
    expect(desk.heard).toContain('call-waiting')
    expect(controls(desk)).toEqual(['hold call-1', 'answer call-2'])
    expect(inHand(desk)?.call).toBe(second)
    expect(desk.stores.work.getState().pages.map(({ call: of }) => of)).toEqual([call, second])
  })

  it('is not answered when the first will not be held: nobody may hear what is meant for the other', async () => {
    const desk = await talking()
    desk.wire.tell(offered({}, second))
    desk.wire.failWith(problem('control-failed'))
    await desk.callDesk.answer(second)
    expect(controls(desk)).toEqual(['hold call-1'])
    expect(desk.codes()).toEqual(['control-failed'])
  })

  it('goes back after the ring limit, and the agent who is talking stays where they are', async () => {
    const desk = await talking()
    desk.wire.tell(offered({}, second))
    desk.timing.pass(20_000)
    expect(controls(desk)).toEqual(['refuse call-2 on-call'])
    expect(agent(desk).kind).toBe('on-interaction')
  })

  it('goes back too when the first call ended meanwhile and nobody answered', async () => {
    const desk = await talking()
    desk.wire.tell(offered({}, second), { kind: 'call-ended', cause: 'agent-hung-up', ...at(9) })
    expect(agent(desk).kind).toBe('wrap-up')
    desk.timing.pass(20_000)
    expect(controls(desk)).toEqual(['refuse call-2 on-call'])
  })

  it('is one at a time: a third is told that the agent is on a call', async () => {
    const desk = await talking()
    desk.wire.tell(offered({}, second), offered({ number: '+16135550199' }, 'call-3'))
    expect(controls(desk)).toEqual(['refuse call-3 on-call'])
    await soon(() => expect(desk.stores.work.getState().recent.map(callOutcome)).toContain('never-rang'))
  })
})

describe('two calls', () => {
  it('are swapped by one key, the one in hand held before the other is heard', async () => {
    const desk = await talkingToTwo()
    await desk.callDesk.swap()
    expect(controls(desk).slice(-2)).toEqual(['hold call-2', 'resume call-1'])
  })

  it('end one after the other: wrap-up comes after the last, with a page for each', async () => {
    const desk = await talkingToTwo()
    desk.wire.tell({ kind: 'call-ended', cause: 'customer-hung-up', ...at(20, second) })
    expect(agent(desk).kind).toBe('on-interaction')
    desk.writeUp.disposition(page(desk), 'resolved')
    expect(await desk.writeUp.finish(page(desk))).toBe(true)
    expect([inHand(desk)?.call, agent(desk).kind]).toEqual([call, 'on-interaction'])
    desk.wire.tell({ kind: 'call-ended', cause: 'agent-hung-up', ...at(30) })
    expect(agent(desk).kind).toBe('wrap-up')
  })

  it('keep what is written apart', async () => {
    const desk = await talkingToTwo()
    const [first, other] = desk.stores.work.getState().pages
    if (!first || !other) throw new Error('there are two pages')
    desk.writeUp.note(other.interaction.id, 'passport')
    desk.writeUp.show(first.interaction.id)
    desk.writeUp.note(page(desk), 'benefit')
    expect(desk.stores.work.getState().pages.map(({ interaction }) => interaction.note)).toEqual([
      'benefit',
      'passport',
    ])
  })
})

describe('a call without sound', () => {
  it('is held open and shown as such until the sound is back', async () => {
    const desk = await talking()
    desk.wire.tell({ kind: 'sound-lost', ...at(5) })
    expect(desk.stores.calls.getState().calls.get(call)?.soundLostAt).toBe(at(5).at)
    desk.wire.tell({ kind: 'sound-back', ...at(8) })
    expect(desk.stores.calls.getState().calls.get(call)?.soundLostAt).toBeUndefined()
  })
})
