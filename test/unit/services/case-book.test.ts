import { describe, expect, it } from 'vitest'

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
