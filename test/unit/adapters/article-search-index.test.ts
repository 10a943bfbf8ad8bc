import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'

import { createArticleIndex } from '../../../renderer/adapters/packs/search/article-index.ts'
import type { ArticleIndex } from '../../../renderer/adapters/packs/search/article-index.ts'
import { createIndexShelf } from '../../../renderer/adapters/packs/search/index-shelf.ts'
import type { IndexShelf, StoredIndex } from '../../../renderer/adapters/packs/search/index-shelf.ts'
import type { IndexState } from '../../../renderer/domain/knowledge/article-hit.ts'
import type { Pack } from '../../../renderer/domain/knowledge/pack.ts'
import { article, inMemory, packOf, somePack } from './searched-packs.ts'

const today = inMemory.today

/** A shelf that tells when it has been written. */
function watched(shelf: IndexShelf) {
  let [reads, writes] = [0, 0]
  const waiting: (() => void)[] = []
  return {
    shelf: {
      read: () => {
        reads += 1
        return shelf.read()
      },
      async write(index: StoredIndex) {
        await shelf.write(index)
        writes += 1
        waiting.splice(0).forEach((go) => go())
      },
    },
    counts: () => ({ reads, writes }),
    written: () => new Promise<void>((resolve) => void waiting.push(resolve)),
  }
}

const found = (index: ArticleIndex, query: string): readonly string[] =>
  index.search(query, { language: 'en' }, 30).map(({ article: id }) => id)

/** Enough for several slices. */
const large = (version: number, word: string): Pack =>
  packOf(
    Array.from({ length: 1200 }, (_, nth) =>
      article(`a-${String(nth)}`, 'en', `${word} number ${String(nth)}`, {
        text: `${word} words `.repeat(40),
      }),
    ),
    { version },
  )

describe('the index of the articles', () => {
  it('says how far it is, and ends with being ready', async () => {
    const states: IndexState[] = []
    const index = createArticleIndex((now) => states.push(now), inMemory)
    await index.take(large(1, 'letter'))
    expect(states[0]).toEqual({ kind: 'indexing', progress: 0 })
    expect(states.length).toBeGreaterThan(2)
    expect(states.map(({ progress }) => progress)).toEqual(
      states.map(({ progress }) => progress).sort((a, b) => a - b),
    )
    expect(states.at(-1)).toEqual({ kind: 'ready', progress: 1 })
    index.forget('benefits')
    expect(states.at(-1)).toEqual({ kind: 'empty', progress: 0 })
    expect(found(index, 'letter')).toEqual([])
  })

  it('goes on to answer of the pack before while a newer one is taken in, and then of the newer alone', async () => {
    const index = createArticleIndex(() => undefined, inMemory)
    await index.take(somePack)
    const taking = index.take(large(2, 'passport'))
    for (let nth = 0; nth < 3; nth += 1) {
      await new Promise((resolve) => setTimeout(resolve))
      expect(found(index, 'passport')).toEqual(['lost'])
    }
    await taking
    expect(found(index, 'passport')).toHaveLength(30)
    expect(found(index, 'lost')).toEqual([])
  })

  it('gives up a pack that a newer one overtakes, or that is forgotten', async () => {
    const index = createArticleIndex(() => undefined, inMemory)
    const all = [index.take(large(1, 'letter')), index.take(large(2, 'zebras')), index.take(somePack)]
    await Promise.all(all)
    expect([found(index, 'letter'), found(index, 'zebras'), found(index, 'fees')]).toEqual([[], [], ['fees']])
    const taking = index.take(large(3, 'letter'))
    index.forget('benefits')
    await taking
    expect([found(index, 'letter'), found(index, 'fees')]).toEqual([[], []])
    await index.take(somePack)
    expect(found(index, 'fees')).toEqual(['fees'])
  })

  it('is there again after a start, without being made anew', async () => {
    const disk = new IDBFactory()
    const first = watched(createIndexShelf(disk))
    const before = createArticleIndex(() => undefined, { shelf: first.shelf, today })
    const other = packOf([article('x', 'en', 'Extra photo')], { name: 'other' })
    for (const pack of [somePack, other]) {
      const written = first.written()
      await before.take(pack)
      await written
    }
    const second = watched(createIndexShelf(disk))
    const states: IndexState[] = []
    const after = createArticleIndex((now) => states.push(now), { shelf: second.shelf, today })
    await after.take(somePack)
    expect(found(after, 'photo')).toEqual([])
    await after.take(other)
    expect(found(after, 'photo')).toEqual(['x'])
    const hit = (index: ArticleIndex): unknown => index.search('pasport perdu', { language: 'fr' }, 9)
    expect(hit(after)).toEqual(hit(before))
    expect(second.counts()).toEqual({ reads: 1, writes: 0 })
    expect(states.filter(({ kind, progress }) => kind === 'indexing' && progress > 0)).toEqual([])
  })

  it('is made anew for another version, and for other words under the same one', async () => {
    const disk = new IDBFactory()
    for (const [version, title] of [
      [1, 'Oranges'],
      [2, 'Pears'],
      [2, 'Plums'],
    ] as const) {
      const { shelf, written } = watched(createIndexShelf(disk))
      const index = createArticleIndex(() => undefined, { shelf, today })
      const kept = written()
      await index.take(packOf([article('a', 'en', title), article('b', 'en', 'Bread')], { version }))
      await kept
      expect(found(index, title)).toEqual(['a'])
    }
    const stored = await createIndexShelf(disk).read()
    expect(stored?.en.editions).toHaveLength(1)
    expect(stored?.en.index).not.toContain('orang')
  })

  it.each([
    ['an older format', { format: 0 }],
    ['something else', 'words'],
    [
      'half of it',
      { format: 1, en: { index: '{"documentCount":3', editions: [] }, fr: { index: '{}', editions: [] } },
    ],
  ])('is made anew where %s is on the disk', async (_name, there) => {
    const disk = new IDBFactory()
    await createIndexShelf(disk).write(there as never)
    await put(disk, there)
    const index = createArticleIndex(() => undefined, { shelf: createIndexShelf(disk), today })
    await index.take(somePack)
    expect(found(index, 'fees')).toEqual(['fees'])
  })

  it('searches all the same where there is no disk', async () => {
    const broken = {
      open: () => {
        throw new DOMException('no', 'SecurityError')
      },
    } as unknown as IDBFactory
    const index = createArticleIndex(() => undefined, { shelf: createIndexShelf(broken), today })
    await index.take(somePack)
    expect(found(index, 'fees')).toEqual(['fees'])
  })
})

/** Past the shelf, as another program would. */
const put = (disk: IDBFactory, value: unknown): Promise<void> =>
  new Promise((resolve, reject) => {
    const opening = disk.open('article-index')
    opening.onerror = () => reject(new Error('not opened'))
    opening.onsuccess = () => {
      const change = opening.result.transaction('indexes', 'readwrite')
      change.objectStore('indexes').put(value, 'articles')
      change.oncomplete = () => {
        opening.result.close()
        resolve()
      }
    }
  })
