import { beforeEach, describe, expect, it, vi } from 'vitest'

import { asCallId } from '../../../renderer/domain/ids.ts'
import { problem } from '../../../renderer/domain/problem.ts'
import { done, failed, ok } from '../../../renderer/domain/result.ts'
import type { Result } from '../../../renderer/domain/result.ts'
import type { Problem } from '../../../renderer/domain/problem.ts'
import { later } from '../../later.ts'
import { offered } from '../../make.ts'
import { createDesk } from '../../stand-ins/desk.ts'
import type { DeskStandIn } from '../../stand-ins/desk.ts'
import { agent, at, available, call, inHand, page, soon } from './story.ts'

/** Two things at once: what a slow disk, a slow link and a quick agent can do to each other. */

let disk = 1_000_000
beforeEach(() => {
  disk += 1
})

/** A desk that has an unfinished record from a call before, and is available again. */
async function withUnfinished(): Promise<DeskStandIn> {
  const desk = await available(disk)
  desk.wire.tell(offered({}, 'call-0'), { kind: 'call-answering', ...at(0, asCallId('call-0')) })
  desk.wire.tell({ kind: 'call-ended', cause: 'failed', ...at(1, asCallId('call-0')) })
  desk.writeUp.note(page(desk), 'before the crash')
  await soon(() => expect(inHand(desk)?.saved).toBe('saved'))
  const restarted = createDesk({ disk })
  await restarted.signIn.signIn({ kind: 'practice' })
  await restarted.availability.becomeAvailable()
  return restarted
}

describe('a call that is answered meanwhile', () => {
  it('keeps its page when the save of another one ends', async () => {
    const desk = await withUnfinished()
    const left = desk.stores.work.getState().recent[0]
    if (left) await desk.writeUp.reopen(left.id)
    const slow = later<Result<undefined, Problem>>()
    const save = desk.records.saveInteraction.bind(desk.records)
    desk.records.saveInteraction = () => slow.promise
    const finishing = desk.writeUp.finish(page(desk))
    desk.records.saveInteraction = save
    desk.wire.tell(offered(), { kind: 'call-answering', ...at(2) }, { kind: 'call-connected', ...at(3) })
    slow.resolve(done)
    expect(await finishing).toBe(true)
    expect(inHand(desk)?.call).toBe(call)
    desk.wire.tell({ kind: 'call-ended', cause: 'agent-hung-up', ...at(9) })
    expect(agent(desk).kind).toBe('wrap-up')
  })

  it('keeps its page when another one was just being opened', async () => {
    const desk = await withUnfinished()
    const left = desk.stores.work.getState().recent[0]
    const opening = left && desk.writeUp.reopen(left.id)
    desk.wire.tell(offered(), { kind: 'call-answering', ...at(2) })
    await opening
    expect(inHand(desk)?.call).toBe(call)
  })

  it('goes on when the agent went on a break while the microphone opened', async () => {
    const desk = await available(disk)
    desk.wire.tell(offered())
    desk.availability.becomeNotReady('break')
    desk.wire.tell({ kind: 'call-answering', ...at(1) }, { kind: 'call-connected', ...at(2) })
    expect(agent(desk).kind).toBe('on-interaction')
  })

  it('is not taken back by the ring limit while the microphone opens', async () => {
    const desk = await available(disk)
    const slow = later<Result<undefined, Problem>>()
    desk.wire.tell(offered())
    desk.wire.telephony.answer = () => slow.promise
    const answering = desk.callDesk.answer(call)
    desk.timing.pass(25_000)
    expect(agent(desk).kind).toBe('available')
    slow.resolve(failed(problem('microphone-refused')))
    await answering
    desk.timing.pass(20_000)
    expect(agent(desk)).toMatchObject({ kind: 'not-ready', reason: 'rang-out' })
  })
})

describe('who calls', () => {
  function slowLookUp(desk: DeskStandIn) {
    const answer = later<undefined>()
    const contactByNumber = desk.records.contactByNumber.bind(desk.records)
    desk.records.contactByNumber = async (number) => {
      await answer.promise
      return contactByNumber(number)
    }
    return () => answer.resolve(undefined)
  }

  it('is never shown for the next caller, however slow the look-up was', async () => {
    const desk = await available(disk)
    const answer = slowLookUp(desk)
    desk.wire.tell(offered(), { kind: 'call-ended', cause: 'customer-gave-up', ...at(1) })
    desk.records.contactByNumber = () => Promise.resolve(ok(undefined))
    desk.wire.tell(offered({ number: '+442079460999' }, 'call-2'))
    const looked = vi.spyOn(desk.records, 'interactionsWith')
    answer()
    await soon(() => expect(looked).toHaveBeenCalled())
    await looked.mock.results[0]?.value
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(desk.stores.work.getState().offer).toMatchObject({ call: 'call-2', contact: undefined })
  })

  it('is linked to a call that was answered before they were found', async () => {
    const desk = await available(disk)
    const answer = slowLookUp(desk)
    desk.wire.tell(offered(), { kind: 'call-answering', ...at(1) })
    answer()
    await soon(() => expect(inHand(desk)?.contact?.name).toBe('Amélie Tremblay'))
    desk.wire.tell({ kind: 'call-connected', ...at(2) })
    await soon(() => expect(inHand(desk)?.saved).toBe('saved'))
    const id = inHand(desk)?.interaction.id
    expect(id && (await desk.records.interaction(id))).toMatchObject({ value: { contact: 'tremblay' } })
  })

  it('gets the name on the page on which it was written, however slow the disk is', async () => {
    const desk = await available(disk)
    const stranger = { number: '+442079460999', name: undefined }
    desk.wire.tell(offered(stranger), { kind: 'call-answering', ...at(1) })
    desk.wire.tell({ kind: 'call-ended', cause: 'agent-hung-up', ...at(2) })
    await soon(() => expect(inHand(desk)?.saved).toBe('saved'))
    const first = inHand(desk)?.interaction.id
    const slow = later<Result<undefined, Problem>>()
    desk.records.saveContact = () => slow.promise
    const naming = desk.writeUp.nameContact(page(desk), 'Walter Osei')
    await desk.writeUp.finish(page(desk))
    await desk.availability.endWrapUp('available')
    desk.wire.tell(offered({ number: '+442079460111' }, 'call-2'), {
      kind: 'call-answering',
      ...at(9, asCallId('call-2')),
    })
    slow.resolve(done)
    await naming
    expect([inHand(desk)?.contact, inHand(desk)?.interaction.contact]).toEqual([undefined, undefined])
    const kept = first && (await desk.records.interaction(first))
    expect(kept && kept.ok && kept.value?.contact).toBeDefined()
  })
})

describe('two calls, two presses', () => {
  it('lets one customer ring at a time', async () => {
    const desk = await available(disk)
    desk.wire.tell(offered(), offered({ name: 'Second' }, 'call-2'))
    expect(desk.wire.asked).toContain('refuse call-2 on-call')
    expect([...desk.stores.calls.getState().calls.keys()]).toEqual([call])
  })

  it('runs one command at a time on a call, and lets go of it when the telephone throws', async () => {
    const desk = await available(disk)
    desk.wire.tell(offered())
    await Promise.all([desk.callDesk.answer(call), desk.callDesk.answer(call)])
    expect(desk.wire.asked.filter((ask) => ask === 'answer call-1')).toHaveLength(1)
    desk.wire.telephony.answer = () => Promise.reject(new Error('a bug'))
    await expect(desk.callDesk.answer(call)).rejects.toThrow('a bug')
    expect(desk.stores.calls.getState().busy.size).toBe(0)
  })

  it('tells the agent when a conversation breaks off', async () => {
    const desk = await available(disk)
    desk.wire.tell(offered(), { kind: 'call-answering', ...at(1) }, { kind: 'call-connected', ...at(2) })
    desk.wire.tell({ kind: 'call-ended', cause: 'failed', ...at(9) })
    expect(desk.codes()).toEqual(['call-failed'])
  })
})

describe('a page that is put aside', () => {
  it('has its last words again, also when it is opened before they are on the disk', async () => {
    const desk = await withUnfinished()
    const left = desk.stores.work.getState().recent[0]
    if (!left) throw new Error('a record was left unfinished')
    await desk.writeUp.reopen(left.id)
    const save = desk.records.saveInteraction.bind(desk.records)
    const slow = later<undefined>()
    desk.records.saveInteraction = async (interaction) => {
      await slow.promise
      return save(interaction)
    }
    desk.writeUp.note(page(desk), 'the last words')
    desk.writeUp.putAside(page(desk))
    const opening = desk.writeUp.reopen(left.id)
    await new Promise((resolve) => setTimeout(resolve, 30)) // a look at the disk would be over by now
    slow.resolve(undefined)
    await opening
    expect(inHand(desk)?.interaction.note).toBe('the last words')
  })
})

describe('a damaged record', () => {
  it('is told of, and hides none of the others', async () => {
    const desk = await withUnfinished()
    const list = desk.records.recentInteractions.bind(desk.records)
    desk.records.recentInteractions = async (limit) => {
      const found = await list(limit)
      return found.ok ? ok({ ...found.value, unreadable: 1 }) : found
    }
    await desk.signIn.signOut()
    await desk.signIn.signIn({ kind: 'practice' })
    expect(desk.codes()).toEqual(['rows-unreadable'])
    expect(desk.stores.work.getState().recent).toHaveLength(1)
  })
})
