import { databaseName } from '../../../renderer/adapters/dexie/database.ts'
import { createDexieStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import { toEventRow } from '../../../renderer/adapters/dexie/event-row.ts'
import { toInteractionRow } from '../../../renderer/adapters/dexie/interaction-row.ts'
import { deriveKeys } from '../../../renderer/adapters/dexie/sealing.ts'
import { asContactId, asInteractionId } from '../../../renderer/domain/ids.ts'
import type { Realm } from '../../../renderer/domain/setup.ts'
import { makeContact, makeInteraction, makeKey } from '../../make.ts'
import { storedCase, storedEntry, storedEvent, storedRecord, must } from './stored-cases.ts'
import { storedChat, storedMessage } from './stored-chats.ts'
import { storedRun } from './stored-guides.ts'
import { storedJudgement, storedMood, storedUtterance } from './stored-stories.ts'

/** What another Foyer may make of the database: a version, in Dexie's way times ten. */
const newerVersion = 990

/** A database that this desk has filled and a newer one has taken over: with a store and rows that only that one knows. */
export async function makeNewerStore(disk: number, realm: Realm = 'practice'): Promise<void> {
  const { records, cases, chats, guides, story } = createDexieStores({ user: () => 'ada' })
  await must(records.open(realm, makeKey(disk)))
  await must(records.saveInteraction(makeInteraction()))
  await must(records.saveContact(makeContact()))
  await must(
    cases.commit({
      cases: [storedRecord({}, { pinned: true })],
      entries: [storedEntry()],
      events: { case: storedCase().id, events: [storedEvent()] },
      files: [{ id: 'f1', case: storedCase().id, bytes: new Uint8Array([1, 2, 3]) }],
    }),
  )
  await must(
    cases.saveDraft({ id: 'd1', case: undefined, kind: 'case', values: { text: 'Begun' }, savedAt: 1 }),
  )
  await must(guides.saveRun(storedRun()))
  await must(story.saveUtterances([storedUtterance()]))
  await must(story.saveMoods([storedMood()]))
  await must(story.saveJudgement(storedJudgement()))
  const [kept, gone] = [asContactId('contact-2'), asContactId('contact-3')]
  for (const id of [kept, gone])
    await must(records.saveContact(makeContact({ id, name: 'Zoé', numbers: [] })))
  await must(story.mergeContacts(kept, gone))
  await must(chats.commit({ conversations: [storedChat(ended)], messages: [storedMessage()] }))
  records.close()
  await upgrade(disk, realm)
}

const ended = { endedAt: 1, end: 'customer-left', lastAt: 1 } as const

async function upgrade(disk: number, realm: Realm): Promise<void> {
  const keys = await deriveKeys(makeKey(disk).bytes)
  const rows = {
    interactions: await toInteractionRow(
      keys,
      makeInteraction({ id: asInteractionId('video-1'), channel: 'video' as never }),
    ),
    caseEvents: await toEventRow(keys, storedCase().id, {
      ...storedEvent({ id: '42' }),
      kind: 'sung' as never,
    }),
    guides: { id: 'guide-1', steps: ['listen'] },
  }
  const database = await opened(databaseName(realm, makeKey(disk)), newerVersion)
  const stores = Object.keys(rows)
  const transaction = database.transaction(stores, 'readwrite')
  for (const [store, row] of Object.entries(rows)) transaction.objectStore(store).put(row)
  await new Promise((resolve) => transaction.addEventListener('complete', resolve))
  database.close()
}

function opened(name: string, version?: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version)
    request.onupgradeneeded = () => request.result.createObjectStore('guides', { keyPath: 'id' })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('not opened'))
  })
}

/** Its version, its stores with their indexes, and every row, without a library between. */
export async function everythingIn(disk: number, realm: Realm = 'practice'): Promise<unknown> {
  const database = await opened(databaseName(realm, makeKey(disk)))
  const names = [...database.objectStoreNames]
  const transaction = database.transaction(names, 'readonly')
  const stores = await Promise.all(
    names.map(async (name) => {
      const store = transaction.objectStore(name)
      return { name, indexes: [...store.indexNames], rows: await allOf(store) }
    }),
  )
  database.close()
  return { version: database.version, stores }
}

const allOf = (store: IDBObjectStore): Promise<unknown[]> =>
  new Promise((resolve, reject) => {
    const request = store.getAll()
    request.onsuccess = () => resolve(request.result as unknown[])
    request.onerror = () => reject(request.error ?? new Error('not read'))
  })
