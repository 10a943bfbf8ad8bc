import { beforeEach, describe, expect, it } from 'vitest'

import { asContactId } from '../../../renderer/domain/ids.ts'
import { problem } from '../../../renderer/domain/problem.ts'
import { failed } from '../../../renderer/domain/result.ts'
import { later } from '../../later.ts'
import { makeCentre, makeContact, offered } from '../../make.ts'
import { createDesk } from '../../stand-ins/desk.ts'
import { agent, at, available, soon } from './story.ts'

let disk = 2_000_000
beforeEach(() => {
  disk += 1
})

describe('between two shifts', () => {
  it('keeps the name that the agent gave a practice customer, and closes the records', async () => {
    const desk = await available(disk)
    await desk.records.saveContact(makeContact({ id: asContactId('tremblay'), name: 'Amélie T.-Roy' }))
    await desk.signIn.signOut()
    expect(await desk.records.recentInteractions(1)).toMatchObject({ problem: { code: 'store-unopened' } })
    await desk.signIn.signIn({ kind: 'practice' })
    expect(await desk.records.contactByNumber('+15145550123')).toMatchObject({
      value: { name: 'Amélie T.-Roy' },
    })
  })

  it('forgets the password, and offers no way back in without it', async () => {
    const desk = createDesk({ disk })
    await desk.signIn.signIn({ kind: 'live', centre: makeCentre(), user: 'anne', password: 'x' })
    desk.problems.show(problem('not-saved'))
    await desk.signIn.signOut()
    await desk.signIn.again({ setAside: false })
    expect([agent(desk).kind, desk.codes()]).toEqual(['signed-out', []])
  })

  it('does not close the new shift’s records when the old goodbye takes long', async () => {
    const desk = await available(disk)
    const slow = later<undefined>()
    desk.wire.telephony.signOut = () => slow.promise
    const leaving = desk.signIn.signOut()
    await soon(() => expect(agent(desk).kind).toBe('signed-out'))
    const coming = desk.signIn.signIn({ kind: 'practice' })
    slow.resolve(undefined)
    await Promise.all([leaving, coming])
    expect(agent(desk).kind).toBe('not-ready')
    expect((await desk.records.recentInteractions(1)).ok).toBe(true)
  })

  it('does not begin while a customer rings, nor while a word is on the screen only', async () => {
    const desk = await available(disk)
    desk.wire.tell(offered())
    await desk.signIn.signOut()
    expect(agent(desk).kind).toBe('available')
    desk.records.saveInteraction = () => Promise.resolve(failed(problem('not-saved', false)))
    desk.wire.tell({ kind: 'call-ended', cause: 'customer-gave-up', ...at(2) })
    await desk.signIn.signOut()
    expect([agent(desk).kind, desk.codes()]).toEqual(['available', ['not-saved']])
  })
})
