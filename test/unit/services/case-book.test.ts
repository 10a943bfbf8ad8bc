import { describe, expect, it, vi } from 'vitest'

import { recordOf } from '../../../renderer/domain/case-record.ts'
import { createCaseBook } from '../../../renderer/services/cases/case-book.ts'
import type { Known } from '../../../renderer/services/cases/case-book.ts'
import { createMemoryDatabase, createMemoryStore } from '../../model/memory-store.ts'
import { storedCase } from '../adapters/stored-cases.ts'

const { id } = storedCase()

/** Two windows of one disk, and what the first has read before the second pinned the case. */
async function overtaken() {
  const store = createMemoryStore(createMemoryDatabase(), 'ada')
  const window = () => createCaseBook({ store, inactive: () => [], onChanged: () => undefined })
  const [first, second] = [window(), window()]
  await store.commit({ cases: [recordOf(storedCase())] })
  const lately = await first.read(id)
  await second.revise(id, ({ record }) => record && { record: { ...record, pinned: true } })
  if (!lately.ok) throw new Error('it was not read')
  return { book: first, lately: lately.value }
}

const isPinned = ({ record }: Known): boolean | undefined => record?.pinned

describe('a case that another window has stored since it was read', () => {
  it('is changed as it is there', async () => {
    const { book, lately } = await overtaken()
    const seen: unknown[] = []
    const revised = await book.revise(
      id,
      (known) => {
        seen.push(isPinned(known))
        return known.record && { record: { ...known.record, openedAt: 7 } }
      },
      lately,
    )
    expect(seen).toEqual([false, true])
    expect(revised.ok && [revised.value.record?.pinned, revised.value.record?.openedAt]).toEqual([true, 7])
  })

  it('is looked at once more before nothing is done', async () => {
    const { book, lately } = await overtaken()
    await book.revise(
      id,
      (known) =>
        isPinned(known) === true && known.record ? { record: { ...known.record, openedAt: 7 } } : undefined,
      lately,
    )
    const now = await book.read(id)
    expect(now.ok && now.value.record?.openedAt).toBe(7)
  })
})

describe('a case that this window has just stored', () => {
  const pinned = ({ record }: Known) => record && { record: { ...record, pinned: true } }

  async function watched() {
    const store = createMemoryStore(createMemoryDatabase(), 'ada')
    await store.commit({ cases: [recordOf(storedCase())] })
    const reads = vi.spyOn(store, 'case')
    return {
      ...{ store, reads },
      book: createCaseBook({ store, inactive: () => [], onChanged: () => undefined }),
    }
  }

  it('is recalled as it was stored, without the disk', async () => {
    const { book, reads, store } = await watched()
    await book.revise(id, pinned)
    reads.mockClear()
    const known = await book.recall(id)
    expect(reads).not.toHaveBeenCalled()
    expect(known).toEqual(await book.read(id))
    expect(known.ok && isPinned(known.value)).toBe(true)
    expect(known.ok && known.value.record).toEqual(await store.case(id).then((one) => one.ok && one.value))
  })

  it('is not taken back by a reading that began before', async () => {
    const { book, store, reads } = await watched()
    const old = await store.case(id)
    let answer: () => void = () => undefined
    reads.mockImplementationOnce(() => new Promise((resolve) => (answer = () => resolve(old))))
    const late = book.read(id)
    await book.revise(id, pinned)
    answer()
    const read = await late
    expect(read.ok && isPinned(read.value)).toBe(false)
    const known = await book.recall(id)
    expect(known.ok && isPinned(known.value)).toBe(true)
  })

  it('is read once more after another window was quicker', async () => {
    const { book, store } = await watched()
    const mine = await book.read(id)
    const other = createCaseBook({ store, inactive: () => [], onChanged: () => undefined })
    await other.revise(id, pinned)
    const known = await book.recall(id)
    expect(known).toEqual(mine)
    if (!known.ok) throw new Error('it was not recalled')
    await book.revise(id, ({ record }) => record && { record: { ...record, openedAt: 7 } }, known.value)
    const now = await book.recall(id)
    expect(now.ok && [now.value.record?.pinned, now.value.record?.openedAt]).toEqual([true, 7])
  })

  it('is read from the disk in the next shift', async () => {
    const { book, reads } = await watched()
    await book.revise(id, pinned)
    book.forget()
    reads.mockClear()
    await book.recall(id)
    expect(reads).toHaveBeenCalledTimes(1)
  })
})
