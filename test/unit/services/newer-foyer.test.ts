import { beforeEach, describe, expect, it, vi } from 'vitest'

import { problem } from '../../../renderer/domain/problem.ts'
import type { CaseSite } from '../../../renderer/domain/setup.ts'
import { makeCentre, makeContact, makeInteraction, offered } from '../../make.ts'
import { createDesk } from '../../stand-ins/desk.ts'
import type { DeskStandIn } from '../../stand-ins/desk.ts'
import { everythingIn, makeNewerStore } from '../adapters/newer-store.ts'
import { storedCase, storedEntry, storedEvent } from '../adapters/stored-cases.ts'
import { chatId } from '../adapters/stored-chats.ts'
import { agent, soon } from './story.ts'

const site: CaseSite = {
  ...{ account: 'same' as const, inactive: ['resolved'] },
  ...{ clientIdField: 'ClientUUID', keepDays: 30 },
}
const centre = makeCentre({ cases: site })

let disk = 3_000_000
let before: unknown
let desk: DeskStandIn
beforeEach(async () => {
  disk += 1
  await makeNewerStore(disk, centre.id)
  before = await everythingIn(disk, centre.id)
  desk = createDesk({ disk })
})

const signIn = () => desk.signIn.signIn({ kind: 'live', centre, user: 'anne', password: 'x' })
const cases = () => desk.stores.cases.getState()

describe('an agent whose records a newer Foyer has written', () => {
  it('reads them, and is signed in nowhere', async () => {
    const journal = vi.spyOn(desk.caseSide.needs.journal, 'open')
    await signIn()
    expect(agent(desk)).toEqual({ kind: 'reading' })
    expect([desk.wire.asked, desk.queue.told, desk.codes()]).toEqual([['sign in anne', 'sign out'], [], []])
    expect(desk.stores.work.getState()).toMatchObject({
      recent: [makeInteraction()],
      contacts: new Map([[makeContact().id, makeContact()]]),
    })
    expect(desk.stores.chats.getState().past).toMatchObject([{ id: chatId(1) }])
    await soon(() => expect(desk.stores.shift.getState().strange).toBe(3))
    expect(journal).not.toHaveBeenCalled()
    await desk.signIn.signOut()
    expect(await everythingIn(disk, centre.id)).toEqual(before)
  })

  it('searches and opens cases, and nothing is fetched, sent or remembered', async () => {
    const commit = vi.spyOn(desk.caseStore, 'commit')
    await signIn()
    await desk.cases.search('prestation')
    expect(cases().list.records).toMatchObject([{ id: storedCase().id }])
    await desk.cases.open(storedCase().id)
    expect(cases().open).toMatchObject({ events: [storedEvent()], entries: [storedEntry()] })
    desk.computer.wake()
    desk.timing.pass(600_000)
    expect(desk.caseSide.system.wire.requests).toEqual([])
    expect(commit).not.toHaveBeenCalled()
    await desk.signIn.signOut()
    expect(cases().list.records).toEqual([])
    expect(await everythingIn(disk, centre.id)).toEqual(before)
  })

  it('is asked for the password as ever, before anything is shown', async () => {
    desk.wire.failWith(problem('wrong-password'))
    await signIn()
    expect([agent(desk).kind, desk.codes()]).toEqual(['signed-out', ['wrong-password']])
    expect(desk.stores.work.getState().recent).toEqual([])
    expect(await desk.records.recentInteractions(1)).toMatchObject({ problem: { code: 'store-unopened' } })
  })

  it('can go and practise, where the records are this Foyer’s own', async () => {
    await signIn()
    await desk.signIn.signOut()
    await desk.signIn.signIn({ kind: 'practice' })
    expect([agent(desk).kind, desk.codes()]).toEqual(['not-ready', []])
    await desk.signIn.signOut()
    expect(await everythingIn(disk, centre.id)).toEqual(before)
  })

  it('cannot practise where those of practice are newer as well: the centre is not even started', async () => {
    await makeNewerStore(disk)
    const kept = await everythingIn(disk)
    desk.losePracticeCentre()
    await desk.signIn.signIn({ kind: 'practice' })
    expect([agent(desk).kind, desk.wire.asked, desk.codes()]).toEqual(['reading', [], []])
    await desk.signIn.signOut()
    expect(await everythingIn(disk)).toEqual(kept)
  })

  it('gets no call; one that comes while the centre is asked goes back, and keeps nobody in', async () => {
    const ask = desk.wire.telephony.signIn.bind(desk.wire.telephony)
    desk.wire.telephony.signIn = (account) => {
      desk.wire.tell(offered())
      return ask(account)
    }
    await signIn()
    expect(desk.wire.asked).toContain('refuse call-1 technical')
    await soon(() => expect(desk.codes()).toEqual(['store-newer']))
    await desk.signIn.signOut()
    await desk.signIn.signIn({ kind: 'practice' })
    await desk.signIn.signOut()
    expect([agent(desk).kind, desk.codes()]).toEqual(['signed-out', []])
    expect(await everythingIn(disk, centre.id)).toEqual(before)
  })
})
