import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { wipeStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import { noStory } from '../../../renderer/state/story-store.ts'
import { offered } from '../../make.ts'
import { practiceAddress } from '../../stand-ins/desk.ts'
import type { DeskStandIn } from '../../stand-ins/desk.ts'
import { must } from '../adapters/stored-cases.ts'
import { at, available, page, soon } from './story.ts'

let disk = 35_000
let desk: DeskStandIn

beforeEach(async () => {
  disk += 1
  desk = await available(disk)
})
afterEach(async () => {
  desk.stop()
  await must(wipeStores('practice'))
})

const story = () => desk.stores.story.getState()
const [known] = practiceAddress.customers

describe('the story in a shift', () => {
  it('is there while it rings, stays through the call and the wrap-up, and goes with the page', async () => {
    desk.wire.tell(offered({ number: known?.number }))
    await soon(() => expect(story().inHand?.person.contact.name).toBe(known?.name))
    desk.wire.tell({ kind: 'call-answering', ...at(3) }, { kind: 'call-connected', ...at(4) })
    await soon(() => expect(desk.stores.work.getState().pages).toMatchObject([{ saved: 'saved' }]))
    await soon(() => expect(story().inHand?.head).toBeDefined())
    desk.timing.pass(1000)
    await soon(() => expect(story().inHand?.items).toMatchObject([{ interaction: { id: page(desk) } }]))
    desk.wire.tell({ kind: 'call-ended', cause: 'customer-hung-up', ...at(60) })
    expect(story().inHand?.person.contact.name).toBe(known?.name)
    await desk.writeUp.finish(page(desk))
    expect(story().inHand).toBeUndefined()
  })

  it('is nobody’s for a stranger, and nothing of it is left for the next agent', async () => {
    desk.wire.tell(offered({ number: '+15145550999' }))
    await soon(() => expect(desk.stores.work.getState().offer?.call).toBeDefined())
    expect(story().inHand).toBeUndefined()
    desk.wire.tell({ kind: 'call-ended', cause: 'customer-gave-up', ...at(3) })
    await desk.stories.findContacts(known?.name ?? '')
    const [found] = story().contacts.found
    if (found) await desk.stories.open(found.id)
    expect(story().lookedUp?.person.contact).toEqual(found)
    await desk.signIn.signOut()
    expect([story(), desk.codes()]).toEqual([noStory, []])
  })
})
