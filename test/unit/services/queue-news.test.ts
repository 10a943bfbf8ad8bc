import { beforeEach, describe, expect, it } from 'vitest'

import { problem } from '../../../renderer/domain/problem.ts'
import { done } from '../../../renderer/domain/result.ts'
import type { Result } from '../../../renderer/domain/result.ts'
import type { Problem } from '../../../renderer/domain/problem.ts'
import { later } from '../../later.ts'
import { makeCentre, offered, shiftStart } from '../../make.ts'
import { createDesk } from '../../stand-ins/desk.ts'
import { at, available, soon } from './story.ts'

let disk = 5_000_000
beforeEach(() => {
  disk += 1
})

const queueOf = (desk: ReturnType<typeof createDesk>) => desk.stores.shift.getState().queue

describe('the queue', () => {
  it('hears of every state of a shift, in their order, the reason with it', async () => {
    const desk = await available(disk)
    await soon(() => expect(desk.queue.told).toEqual(['not-ready: signed-in', 'available']))
    desk.wire.tell(offered(), { kind: 'call-answering', ...at(1) }, { kind: 'call-connected', ...at(2) })
    await soon(() => expect(desk.queue.told.at(-1)).toBe('on-interaction'))
    desk.wire.tell({ kind: 'call-ended', cause: 'agent-hung-up', ...at(9) })
    await soon(() => expect(desk.queue.told.at(-1)).toBe('wrap-up'))
    await desk.availability.endWrapUp('break')
    await soon(() => expect(desk.queue.told.at(-1)).toBe('not-ready: break'))
    await desk.signIn.signOut()
    expect(desk.queue.told.at(-1)).toBe('signed-out')
  })

  it('is told the newest state only, when it was slow with an older one', async () => {
    const desk = await available(disk)
    await soon(() => expect(queueOf(desk)).toBe('told'))
    const slow = later<Result<undefined, Problem>>()
    const tell = desk.queue.queue.tell.bind(desk.queue.queue)
    desk.queue.queue.tell = (state) => tell(state).then(() => slow.promise)
    desk.availability.becomeNotReady('break')
    desk.availability.becomeNotReady('lunch')
    desk.availability.becomeNotReady('training')
    slow.resolve(done)
    await soon(() => expect(queueOf(desk)).toBe('told'))
    expect(desk.queue.told.slice(2)).toEqual(['not-ready: break', 'not-ready: training'])
  })

  it('that does not agree is shown, asked again after a while, and at once on request', async () => {
    const desk = await available(disk)
    await soon(() => expect(queueOf(desk)).toBe('told'))
    desk.queue.failWith(problem('queue-not-told'))
    desk.availability.becomeNotReady('break')
    await soon(() => expect([queueOf(desk), desk.codes()]).toEqual(['untold', ['queue-not-told']]))
    desk.timing.pass(15_000)
    await soon(() => expect(desk.queue.told.slice(2)).toEqual(['not-ready: break', 'not-ready: break']))
    desk.queue.succeed()
    await soon(() => expect(queueOf(desk)).toBe('untold'))
    desk.queueNews.tellAgain()
    await soon(() => expect([queueOf(desk), desk.codes()]).toEqual(['told', []]))
  })

  it('is told again when a lost link is back, and not while it is lost', async () => {
    const desk = await available(disk)
    await soon(() => expect(queueOf(desk)).toBe('told'))
    desk.wire.tell({ kind: 'link-lost', at: shiftStart })
    desk.availability.becomeNotReady('break')
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(desk.queue.told).toHaveLength(2)
    desk.wire.tell({ kind: 'link-back', at: shiftStart + 3_000 })
    await soon(() => expect(desk.queue.told.slice(2)).toEqual(['not-ready: break']))
  })

  it('hears of a new shift although the last news of the old one was still on its way', async () => {
    const desk = await available(disk)
    await soon(() => expect(queueOf(desk)).toBe('told'))
    const slow = later<Result<undefined, Problem>>()
    const tell = desk.queue.queue.tell.bind(desk.queue.queue)
    desk.queue.queue.tell = (state) => tell(state).then(() => slow.promise)
    desk.availability.becomeNotReady('break')
    const leaving = desk.signIn.signOut()
    await soon(() => expect(desk.queue.told.at(-1)).toBe('not-ready: break'))
    desk.queue.queue.tell = tell
    slow.resolve(done)
    await leaving
    await desk.signIn.signIn({ kind: 'practice' })
    await soon(() => expect(queueOf(desk)).toBe('told'))
    expect(desk.queue.told.slice(2)).toEqual(['not-ready: break', 'signed-out', 'not-ready: signed-in'])
  })

  it('of a centre without a way to hear is left alone', async () => {
    const desk = createDesk({ disk })
    await desk.signIn.signIn({ kind: 'live', centre: makeCentre(), user: 'anne', password: 'x' })
    expect([queueOf(desk), desk.queue.told]).toEqual(['none', []])
  })
})

describe('the link', () => {
  it('that the centre has ended is shown so, and nothing is tried', async () => {
    const desk = await available(disk)
    desk.wire.tell(
      { kind: 'link-lost', at: shiftStart },
      { kind: 'signed-out-by-server', at: shiftStart + 9 },
    )
    expect([desk.stores.shift.getState().link, desk.codes()]).toEqual([
      { kind: 'signed-out' },
      ['signed-out'],
    ])
  })

  it('is shown with the moment of the next try, tried at once on request, and looked at after sleep', async () => {
    const desk = await available(disk)
    desk.wire.tell({ kind: 'link-lost', at: shiftStart })
    desk.wire.tell({ kind: 'link-waiting', retryAt: shiftStart + 900, at: shiftStart + 100 })
    expect(desk.stores.shift.getState().link).toEqual({
      kind: 'waiting',
      since: shiftStart,
      retryAt: shiftStart + 900,
    })
    desk.wire.tell({ kind: 'link-trying', at: shiftStart + 900 })
    expect(desk.stores.shift.getState().link).toEqual({ kind: 'trying', since: shiftStart })
    desk.linkWatch.retry()
    desk.computer.wake()
    desk.computer.changeNetwork('network')
    desk.computer.changeNetwork('online')
    expect(desk.wire.asked.slice(-4)).toEqual(['doubt asked', 'doubt wake', 'doubt network', 'doubt online'])
    desk.wire.tell({ kind: 'link-back', at: shiftStart + 1_000 })
    expect([desk.stores.shift.getState().link, desk.codes()]).toEqual([{ kind: 'up' }, []])
  })
})
