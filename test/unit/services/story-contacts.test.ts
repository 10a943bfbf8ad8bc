import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { wipeStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import { asContactId } from '../../../renderer/domain/ids.ts'
import { makeContact } from '../../make.ts'
import { fieldsOf, must, storedRecord } from '../adapters/stored-cases.ts'
import { soon } from './story.ts'
import { amelie, call, calls, keysOf, openStories } from './story-under-test.ts'
import type { StoriesUnderTest } from './story-under-test.ts'

let disk = 32_000
let at: StoriesUnderTest

beforeEach(async () => {
  disk += 1
  at = await openStories(disk)
  await at.keep.contact(amelie)
})
afterEach(async () => {
  at.close()
  await must(wipeStores('practice'))
})

describe('customers', () => {
  const double = makeContact({ id: asContactId('contact-2'), name: 'A. Tremblay', numbers: ['+15145550199'] })

  it('are found by the number of a case, through those who asked', async () => {
    const fields = fieldsOf({ requestors: ['amelie@example.org'] })
    await at.keep.case({ record: storedRecord({ number: '7', fields }) })
    at.stories.look()
    await at.desk.findContacts('#7')
    expect(at.state.getState().contacts).toEqual({ text: '#7', found: [amelie], busy: false })
    await at.desk.findContacts('#8')
    expect(at.state.getState().contacts.found).toEqual([])
  })

  it('who are one person have one story, until that is taken back', async () => {
    await at.keep.contact(double)
    await at.keep.interactions(call(1), call(2, { contact: double.id }))
    at.stories.look()
    await at.desk.open(amelie.id)
    expect(keysOf(at.lookedUp())).toEqual(calls(1))
    await at.desk.merge(amelie.id, double.id)
    at.timing.pass(1000)
    await soon(() => expect(keysOf(at.lookedUp())).toEqual(calls(1, 2)))
    expect(at.state.getState().merged?.gone).toEqual(double)
    await at.desk.undoMerge()
    at.timing.pass(1000)
    await soon(() => expect(keysOf(at.lookedUp())).toEqual(calls(1)))
    expect([at.state.getState().merged, at.codes()]).toEqual([undefined, []])
  })

  it('are written to a file, newest first', async () => {
    await at.keep.interactions(call(1), call(2))
    at.stories.look()
    const text = await at.desk.exportText(amelie.id)
    expect(text?.startsWith('The story of Amélie Tremblay\nNumbers: +15145550123')).toBe(true)
    expect(text?.match(/Call number \d/g)).toEqual(['Call number 1', 'Call number 2'])
    expect(at.state.getState().exporting).toBeUndefined()
  })

  it('see nothing lost where the disk says no: the problem is shown', async () => {
    at.stories.look()
    at.stored.records.close()
    await at.desk.saveContact({ ...amelie, needs: ['interpreter'] })
    expect(at.codes()).toEqual(['not-saved'])
  })
})
