import * as v from 'valibot'

import type { Language } from '../../../domain/language.ts'
import type { StoredLanguage } from './language-index.ts'

/** Where the index outlives the shift. */
export interface IndexShelf {
  /** `undefined` where there is none, or one of another format, or one that cannot be read. Never fails. */
  read(): Promise<StoredIndex | undefined>
  /** Without a disk the next shift makes it anew. Never fails. */
  write(index: StoredIndex): Promise<void>
}

export type StoredIndex = Readonly<Record<Language, StoredLanguage>>

/** To be raised with every change of what is indexed, and how: stems, stop words, fields, the library's own format. */
export const indexFormat = 1

const count = v.tuple([v.string(), v.number()])
const vocabulary = v.object({ ids: v.array(v.string()), words: v.array(count), stems: v.array(count) })
const language = v.object({
  index: v.string(),
  editions: v.array(v.tuple([v.string(), vocabulary])),
})
const StoredSchema = v.object({ format: v.literal(indexFormat), en: language, fr: language })

const [database, store, key] = ['article-index', 'indexes', 'articles'] as const

/** An IndexedDB of the worker's own: it holds what packs say, and nothing of a customer. */
export function createIndexShelf(disk: IDBFactory = globalThis.indexedDB): IndexShelf {
  /** @throws DOMException */
  async function within<T>(
    mode: IDBTransactionMode,
    work: (rows: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> {
    const opening = disk.open(database, 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore(store)
    const opened = await answerOf(opening)
    try {
      return await answerOf(work(opened.transaction(store, mode).objectStore(store)))
    } finally {
      opened.close()
    }
  }

  return {
    async read() {
      try {
        const stored: unknown = await within('readonly', (rows): IDBRequest<unknown> => rows.get(key))
        const parsed = v.safeParse(StoredSchema, stored)
        return parsed.success ? parsed.output : undefined
      } catch {
        return undefined
      }
    },
    async write(index) {
      try {
        await within('readwrite', (rows) => rows.put({ format: indexFormat, ...index }, key))
      } catch {
        // Read only, full, or gone: it is searched all the same.
      }
    },
  }
}

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new DOMException('unknown', 'UnknownError'))
  })
