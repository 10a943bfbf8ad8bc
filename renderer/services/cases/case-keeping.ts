import type { CaseRecord } from '../../domain/case-record.ts'
import type { CaseId } from '../../domain/ids.ts'
import { problem } from '../../domain/problem.ts'
import type { CaseStore, PageMark } from '../../ports/case-store.ts'
import type { StorageRoom } from '../../ports/storage-room.ts'
import type { Timing } from '../../ports/timing.ts'
import type { CaseStateStore } from '../../state/case-store.ts'
import type { Problems } from '../problems.ts'

const day = 24 * 3600_000
/** Few enough to be looked through between two frames. */
const pageSize = 500

/** From here on a write may fail soon. */
const fullShare = 0.9

export interface CaseKeepingNeeds {
  readonly store: CaseStore
  readonly room: StorageRoom
  readonly state: CaseStateStore
  readonly timing: Timing
  readonly problems: Problems
  readonly keepDays: () => number
}

/** Whether a case can be forgotten on this computer: nothing is left to do, nothing waits, and nobody has looked at it. */
export function isForgettable(record: CaseRecord, before: number): boolean {
  const { active, pinned, underWay, needsAgent, promises, current, openedAt } = record
  const isIdle = underWay === 0 && needsAgent === 0 && promises.length === 0
  return !active && !pinned && isIdle && current.updatedAt < before && openedAt < before
}

/** Keeps the room on the disk in view, and forgets what is no longer needed there. */
export function createCaseKeeping({ store, room, state, timing, problems, keepDays }: CaseKeepingNeeds) {
  async function look(): Promise<void> {
    const found = await room.estimate()
    if (!found || found.quota === 0) return
    const share = found.used / found.quota
    state.setState({ room: share })
    if (share >= fullShare) problems.show(problem('storage-low'))
    else problems.clear('storage-low')
  }

  return {
    /** Once a shift: asks that nothing is thrown away, then throws away what is old. */
    async tidy(): Promise<void> {
      await room.persist()
      const before = timing.now() - keepDays() * day
      let mark: PageMark | undefined
      do {
        const page = await store.idle(before, mark, pageSize)
        if (!page.ok) return
        const old = page.value.records.filter((record) => isForgettable(record, before))
        const ids: readonly CaseId[] = old.map(({ id }) => id)
        if (ids.length > 0) await store.commit({ dropCases: ids })
        mark = page.value.next
      } while (mark)
      await look()
    },
    look,
  }
}
