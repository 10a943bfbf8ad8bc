import type { CaseRecord } from '../../renderer/domain/case-record.ts'
import type { OutboxEntry } from '../../renderer/domain/outbox.ts'
import type { World } from './world.ts'

/** What is on the disk at this moment, read past the desk. */
export async function recordsOf({ raw }: World): Promise<readonly CaseRecord[]> {
  const page = await raw().scan(undefined, 10_000)
  if (!page.ok) throw new Error(page.problem.code)
  return [...page.value.records].sort((a, b) => (a.id < b.id ? -1 : 1))
}

export async function entriesOf({ raw }: World): Promise<readonly OutboxEntry[]> {
  const entries = await raw().allEntries()
  if (!entries.ok) throw new Error(entries.problem.code)
  return entries.value
}
