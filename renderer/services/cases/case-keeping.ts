import type { CaseRecord } from '../../domain/case-record.ts'
import type { CaseId } from '../../domain/ids.ts'
import { problem } from '../../domain/problem.ts'
import type { CaseStore, PageMark } from '../../ports/case-store.ts'
import type { StorageRoom } from '../../ports/storage-room.ts'
import type { Timing } from '../../ports/timing.ts'
import type { CaseStateStore } from '../../state/case-store.ts'
import type { Problems } from '../problems.ts'
import type { Spared } from '../story/spared.ts'

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
  /** What must not be forgotten; `undefined` where nobody can say, and then nothing is. */
  readonly spared: () => Promise<Spared | undefined>
}

/** Whether a case can be forgotten on this computer: nothing is left to do, nothing waits, and nobody has looked at it. */
export function isForgettable(record: CaseRecord, before: number): boolean {
  const { active, pinned, underWay, needsAgent, promises, current, openedAt } = record
  const isIdle = underWay === 0 && needsAgent === 0 && promises.length === 0
  return !active && !pinned && isIdle && current.updatedAt < before && openedAt < before
}

/** Keeps the room on the disk in view, and forgets what is no longer needed there. */
export function createCaseKeeping(needs: CaseKeepingNeeds) {
  const { store, room, state, timing, problems, keepDays } = needs

  async function look(): Promise<void> {
    const found = await room.estimate()
    if (!found || found.quota === 0) return
    const share = found.used / found.quota
    state.setState({ room: share })
    if (share >= fullShare) problems.show(problem('storage-low'))
    else problems.clear('storage-low')
  }

  async function forget(spared: Spared): Promise<void> {
    const before = timing.now() - keepDays() * day
    let mark: PageMark | undefined
    do {
      const page = await store.idle(before, mark, pageSize)
      if (!page.ok) return
      const old = page.value.records.filter((record) => isForgettable(record, before) && !spared.has(record))
      const ids: readonly CaseId[] = old.map(({ id }) => id)
      if (ids.length > 0) await store.commit({ dropCases: ids })
      mark = page.value.next
    } while (mark)
  }

  return {
    /** Once a shift: asks that nothing is thrown away, then throws away what is old. */
    async tidy(): Promise<void> {
      await room.persist()
      const spared = await needs.spared()
      if (spared) await forget(spared)
      await look()
    },
    look,
  }
}
