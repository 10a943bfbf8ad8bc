import 'fake-indexeddb/auto'

import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { databaseName } from '../../../renderer/adapters/dexie/database.ts'
import { createDexieRecords } from '../../../renderer/adapters/dexie/dexie-records.ts'
import { asCaseId, asContactId, asInteractionId } from '../../../renderer/domain/ids.ts'
import { problem } from '../../../renderer/domain/problem.ts'
import { done, failed, ok } from '../../../renderer/domain/result.ts'
import type { Records } from '../../../renderer/ports/records.ts'
import { makeContact, makeInteraction, makeKey, shiftStart } from '../../make.ts'

let disk = 100
let records: Records

beforeEach(async () => {
  disk += 1
  records = createDexieRecords()
  expect(await records.open('practice', makeKey(disk))).toEqual(done)
})
afterEach(() => records.close())

/** Everything that lies on the disk, as text. */
async function onDisk(): Promise<string> {
  const database = new Dexie(databaseName('practice', makeKey(disk)))
  await database.open()
  const tables = await Promise.all(database.tables.map((table) => table.toArray()))
  database.close()
  return JSON.stringify(tables, (_key, value: unknown) =>
    value instanceof ArrayBuffer
      ? Buffer.from(value).toString('latin1')
      : value instanceof Uint8Array
        ? Buffer.from(value).toString('latin1')
        : value,
  )
}

describe('the records of this computer', () => {
  it('give back what was saved, to the letter, after a restart', async () => {
    const interaction = makeInteraction({
      note: 'Élodie « 🇫🇷 » \u0000 \u{1F469}\u200D\u{1F467}\n'.repeat(50),
      case: asCaseId('case-7'),
    })
    const contact = makeContact()
    expect([await records.saveInteraction(interaction), await records.saveContact(contact)]).toEqual([
      done,
      done,
    ])
    records.close()
    await records.open('practice', makeKey(disk))
    expect(await records.interaction(interaction.id)).toEqual(ok(interaction))
    expect(await records.contacts([contact.id, asContactId('nobody')])).toEqual(ok([contact]))
  })

  it('hold no name, number or word of a customer in clear', async () => {
    await records.saveInteraction(makeInteraction({ note: 'planted-word' }))
    await records.saveContact(makeContact())
    const text = await onDisk()
    expect(text).toContain('interaction-1') // the scanner sees what is there
    for (const secret of ['planted-word', '5145550123', 'Tremblay', 'contact.number', 'resolved'])
      expect(text).not.toContain(secret)
  })

  it('find a contact by any writing of the number, and nobody by what is not one', async () => {
    await records.saveContact(makeContact())
    expect(await records.contactByNumber('+1 514 555-0123')).toEqual(ok(makeContact()))
    expect(await records.contactByNumber('+15145550124')).toEqual(ok(undefined))
    expect(await records.contactByNumber('anonymous')).toEqual(ok(undefined))
  })

  it('find a contact by mail address, whatever its capitals', async () => {
    const contact = makeContact({ addresses: ['Amelie@Example.org', 'at@example.com'] })
    await records.saveContact(contact)
    await records.saveContact(makeContact({ id: asContactId('contact-2'), addresses: [] }))
    expect(await records.contactByAddress(' amelie@example.ORG')).toEqual(ok(contact))
    expect(await records.contactByAddress('example.org')).toEqual(ok(undefined))
    expect(await onDisk()).not.toContain('xample')
  })

  it('list the newest first, the unfinished apart, and each contact’s own', async () => {
    for (let index = 0; index < 6; index += 1)
      await records.saveInteraction(
        makeInteraction({
          id: asInteractionId(`i${index}`),
          offeredAt: shiftStart + index,
          contact: asContactId(index % 2 === 0 ? 'even' : 'odd'),
          finishedAt: index === 2 ? undefined : shiftStart,
        }),
      )
    const ids = async (found: ReturnType<Records['recentInteractions']>) => {
      const result = await found
      return result.ok ? result.value.interactions.map(({ id }) => id) : result.problem
    }
    expect(await ids(records.recentInteractions(3))).toEqual(['i5', 'i4', 'i3'])
    expect(await ids(records.unfinishedInteractions())).toEqual(['i2'])
    expect(await ids(records.interactionsWith(asContactId('even'), 2))).toEqual(['i4', 'i2'])
  })

  it('are not opened by another key, and stay as they are', async () => {
    await records.saveInteraction(makeInteraction())
    records.close()
    const wrong = { ...makeKey(disk), bytes: makeKey(disk + 5000).bytes }
    expect(await records.open('practice', wrong)).toEqual(failed(problem('store-undecryptable')))
    expect(await records.interaction(asInteractionId('interaction-1'))).toEqual(
      failed(problem('store-unopened')),
    )
    expect(await records.open('practice', makeKey(disk))).toEqual(done)
    expect(await records.interaction(asInteractionId('interaction-1'))).toEqual(ok(makeInteraction()))
  })

  it('notice a row whose bytes were changed, or that was moved into another’s place', async () => {
    await records.saveInteraction(makeInteraction())
    await records.saveInteraction(makeInteraction({ id: asInteractionId('interaction-2'), note: 'two' }))
    const database = new Dexie(databaseName('practice', makeKey(disk)))
    await database.open()
    const second: unknown = await database.table('interactions').get('interaction-2')
    await database.table('interactions').put({ ...(second as object), id: 'interaction-1' })
    database.close()
    expect(await records.interaction(asInteractionId('interaction-1'))).toEqual(
      failed(problem('store-undecryptable')),
    )
    expect((await records.interaction(asInteractionId('interaction-2'))).ok).toBe(true)
    const recent = await records.recentInteractions(10)
    expect(recent).toMatchObject(ok({ interactions: [{ id: 'interaction-2' }], unreadable: 1 }))
  })

  it('say so when a newer desk has written them in a way that cannot even be read', async () => {
    records.close()
    await Dexie.delete(databaseName('practice', makeKey(disk)))
    const newer = new Dexie(databaseName('practice', makeKey(disk)))
    newer.version(99).stores({ interactions: 'id', contacts: 'id' })
    await newer.open()
    newer.close()
    expect(await records.open('practice', makeKey(disk))).toEqual(failed(problem('store-newer')))
  })

  it('say so when the browser does not open them, and open when it does', async () => {
    records.close()
    const opening = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError')
    })
    const refused = await records.open('practice', makeKey(disk))
    const tries = opening.mock.calls.length
    opening.mockRestore()
    expect(refused).toEqual(failed(problem('store-unopened')))
    expect(tries).toBeGreaterThan(3)
    expect(await records.open('practice', makeKey(disk))).toEqual(done)
  })

  it('open by themselves once the browser has mended its files', async () => {
    await records.saveInteraction(makeInteraction())
    records.close()
    const refuse = (): never => {
      throw new DOMException('Internal error opening backing store', 'UnknownError')
    }
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementationOnce(refuse).mockImplementationOnce(refuse)
    expect(await records.open('practice', makeKey(disk))).toEqual(done)
    expect(await records.interaction(asInteractionId('interaction-1'))).toEqual(ok(makeInteraction()))
  })

  it('wipe the key that they were given', async () => {
    const key = makeKey(disk)
    await records.open('practice', key)
    expect(key.bytes.every((byte) => byte === 0)).toBe(true)
  })

  it('show no contact in another’s place, and the others all the same', async () => {
    await records.saveContact(makeContact())
    await records.saveContact(makeContact({ id: asContactId('contact-2'), numbers: ['+442079460999'] }))
    const database = new Dexie(databaseName('practice', makeKey(disk)))
    await database.open()
    const second: unknown = await database.table('contacts').get('contact-2')
    await database.table('contacts').put({ ...(second as object), id: 'contact-1' })
    database.close()
    expect(await records.contacts([asContactId('contact-1'), asContactId('contact-2')])).toMatchObject(
      ok([{ id: 'contact-2' }]),
    )
  })

  it('are forced to the disk before they are called saved', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction') // before it opens: Dexie binds it then
    await records.open('practice', makeKey(disk))
    await records.saveInteraction(makeInteraction())
    const writes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite')
    expect(writes.length).toBeGreaterThan(0)
    for (const [, , options] of writes) expect(options).toEqual({ durability: 'strict' })
    transaction.mockRestore()
  })

  it('take nothing while they are closed, and say that it is not kept', async () => {
    records.close()
    expect(await records.saveInteraction(makeInteraction())).toEqual(failed(problem('not-saved', false)))
  })
})
