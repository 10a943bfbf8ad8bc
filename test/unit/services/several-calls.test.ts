import { beforeEach, describe, expect, it } from 'vitest'

import { callOutcome } from '../../../renderer/domain/call-history.ts'
import { asCallId } from '../../../renderer/domain/ids.ts'
import { problem } from '../../../renderer/domain/problem.ts'
import type { Problem } from '../../../renderer/domain/problem.ts'
import { done } from '../../../renderer/domain/result.ts'
import type { Result } from '../../../renderer/domain/result.ts'
import { later } from '../../later.ts'
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

  it('is heard aloud when the first call ended, and goes back too when nobody answers', async () => {
    const desk = await talking()
    desk.wire.tell(offered({}, second), { kind: 'call-ended', cause: 'agent-hung-up', ...at(9) })
    expect([agent(desk).kind, desk.heard.filter((sound) => /ring|waiting/.test(sound)).slice(-3)]).toEqual([
      'wrap-up',
      ['call-waiting', 'no call-waiting', 'ring'],
    ])
    desk.timing.pass(20_000)
    expect(controls(desk)).toEqual(['refuse call-2 wrap-up'])
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
    // What is written next is about the customer who is heard.
    expect(inHand(desk)?.call).toBe(call)
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

describe('one conversation at a time', () => {
  it('survives a key that is pressed twice: there and back again, never both', async () => {
    const desk = await talkingToTwo()
    const wire = desk.wire.telephony
    const setHeld = wire.setHeld.bind(wire)
    wire.setHeld = async (id, held) => {
      const agreed = await setHeld(id, held)
      await new Promise((resolve) => setTimeout(resolve, 5))
      desk.wire.tell({ kind: held ? 'call-held' : 'call-resumed', ...at(held ? 20 : 21, id) })
      return agreed
    }
    const heardIn = () =>
      [...desk.stores.calls.getState().calls.values()].filter(({ state }) => state === 'connected').length
    const watched: number[] = []
    desk.stores.calls.subscribe(() => watched.push(heardIn()))
    await Promise.all([desk.callDesk.swap(), desk.callDesk.swap()])
    await desk.callDesk.swap()
    expect(Math.max(...watched)).toBe(1)
  })

  it('gives the customer in hand back when the one who rang has gone meanwhile', async () => {
    const desk = await talking()
    desk.wire.tell(offered({}, second))
    const holding = later<Result<undefined, Problem>>()
    const wire = desk.wire.telephony
    const setHeld = wire.setHeld.bind(wire)
    wire.setHeld = (id, held) => (held ? setHeld(id, held).then(() => holding.promise) : setHeld(id, held))
    const answering = desk.callDesk.answer(second)
    await soon(() => expect(controls(desk)).toEqual(['hold call-1']))
    desk.wire.tell({ kind: 'call-ended', cause: 'customer-gave-up', ...at(9, second) })
    desk.wire.tell({ kind: 'call-held', ...at(9) })
    holding.resolve(done)
    await answering
    expect(controls(desk)).toEqual(['hold call-1', 'resume call-1'])
  })

  it('mutes at once, whatever else is under way in the call', async () => {
    const desk = await talking()
    const slow = later<Result<undefined, Problem>>()
    const wire = desk.wire.telephony
    wire.setHeld = () => slow.promise
    const holding = desk.callDesk.setHeld(call, true)
    await desk.callDesk.setMuted(call, true)
    expect(desk.wire.asked.at(-1)).toBe('mute call-1')
    slow.resolve(done)
    await holding
  })

  it('swaps to whoever has waited longest, so that nobody is forgotten', async () => {
    const desk = await talkingToTwo()
    const third = asCallId('call-3')
    desk.wire.tell(offered({ number: '+16135550133' }, third), { kind: 'call-held', ...at(30, second) })
    desk.wire.tell({ kind: 'call-answering', ...at(31, third) }, { kind: 'call-connected', ...at(32, third) })
    await desk.callDesk.swap()
    expect(controls(desk).slice(-2)).toEqual(['hold call-3', 'resume call-1'])
    desk.wire.tell({ kind: 'call-held', ...at(40, third) }, { kind: 'call-resumed', ...at(41) })
    await desk.callDesk.swap()
    expect(controls(desk).slice(-2)).toEqual(['hold call-1', 'resume call-2'])
  })

  it('has a customer back whom nobody took, unless the agent talks to somebody else by then', async () => {
    const desk = await talking()
    desk.wire.tell({ kind: 'transfer-asked', to: '2001', ...at(5) }, { kind: 'call-held', ...at(5) })
    desk.wire.tell({ kind: 'transfer-refused', ...at(7) })
    await soon(() => expect(controls(desk)).toEqual(['resume call-1']))
    const other = await talkingToTwo()
    other.wire.tell(
      { kind: 'transfer-asked', to: '2001', ...at(12) },
      { kind: 'transfer-refused', ...at(14) },
    )
    await new Promise((resolve) => setTimeout(resolve, 10))
    expect(controls(other).at(-1)).toBe('answer call-2')
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
