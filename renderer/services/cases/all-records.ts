import type { CaseRecord } from '../../domain/case-record.ts'
import type { CaseStore, PageMark } from '../../ports/case-store.ts'

/** Few enough to be read and opened between two frames. */
const rowsAtOnce = 50

/** Every case that is kept here; `undefined` when the disk does not give them. */
export async function allRecords(store: Pick<CaseStore, 'scan'>): Promise<readonly CaseRecord[] | undefined> {
  const all: CaseRecord[] = []
  let mark: PageMark | undefined
  do {
    const page = await store.scan(mark, rowsAtOnce)
    if (!page.ok) return undefined
    all.push(...page.value.records)
    mark = page.value.next
  } while (mark)
  return all
}
