import { describe, expect, it } from 'vitest'

import type { CaseStore } from '../../../renderer/ports/case-store.ts'
import { createMemoryDisk } from '../../model/disks.ts'
import { runSchedule } from '../../model/run-schedule.ts'
import type { Circumstances } from '../../model/run-schedule.ts'
import type { Act, Schedule } from '../../model/schedule.ts'
import type { Disk } from '../../model/world.ts'

/** Each takes one protection away: a model that stays silent then is worth nothing. */

type Short = readonly [act: Act, which: number, what: number, then: number]

const scheduleOf = (...steps: readonly Short[]): Schedule => ({
  ...{ seed: 7, weather: 0, skew: 0 },
  // The desk first reads what there is.
  steps: [['refresh', 0, 0, 500] as Short, ...steps].map(([act, which, what, then]) => ({
    act,
    which,
    what,
    then,
  })),
})

/** The disk of a desk whose `commit` is another one. */
function diskWith(commit: (store: CaseStore) => CaseStore['commit']): Disk {
  const disk = createMemoryDisk()
  return {
    ...disk,
    async open() {
      const opened = await disk.open()
      return { ...opened, store: { ...opened.store, commit: commit(opened.store) } }
    },
  }
}

async function harmsOf(schedule: Schedule, circumstances: Circumstances): Promise<readonly string[]> {
  const { violations } = await runSchedule(schedule, circumstances)
  return [...new Set(violations.map(({ harm }) => harm))].sort()
}

/** A note, of which the desk hears nothing and which arrives 38 seconds later. */
const lateNote = scheduleOf(
  ['look', 0, 0, 500],
  ['fault', 4, 99, 0],
  ['note', 0, 1, 500],
  ['pass', 3, 99, 500],
)

describe('the model', () => {
  it('finds nothing when nothing is wrong', async () => {
    expect(await harmsOf(lateNote, { disk: createMemoryDisk() })).toEqual([])
  })

  it('sees a row that is stored without its entry', async () => {
    const disk = diskWith((store) => (change) => store.commit({ ...change, entries: [] }))
    expect(await harmsOf(scheduleOf(['change', 0, 0, 500]), { disk })).toEqual(['torn'])
  })

  it('sees an entry whose row was left as it was', async () => {
    const disk = diskWith((store) => (change) => store.commit({ ...change, cases: [] }))
    expect(await harmsOf(scheduleOf(['create', 0, 0, 500]), { disk })).toEqual(['torn'])
  })

  it('sees a note that is sent again while the first one is still on its way', async () => {
    expect(await harmsOf(lateNote, { disk: createMemoryDisk(), settle: 1000 })).toEqual(['doubled'])
  })

  it('sees what was said to be saved and was not', async () => {
    const disk = diskWith((store) => (change) => {
      const notes = change.entries?.some(({ edit }) => edit.kind === 'note')
      return notes ? Promise.resolve({ ok: true, value: undefined }) : store.commit(change)
    })
    expect(await harmsOf(scheduleOf(['note', 0, 1, 500]), { disk })).toContain('lost')
  })
})
