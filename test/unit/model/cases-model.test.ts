import 'fake-indexeddb/auto'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { createDexieDisk, createMemoryDisk } from '../../model/disks.ts'
import { runMany } from '../../model/many-schedules.ts'
import { runSchedule } from '../../model/run-schedule.ts'
import { schedules } from '../../model/schedule.ts'

/** `npm run soak -- cases` runs ten thousand, and finds the shortest schedule for a seed: `--schedules 1 --seed …`. */
const seed = 20261123
const harmless = { lost: 0, doubled: 0, torn: 0, diverged: 0, stuck: 0 }

describe('cases on a desk that loses its link, its windows, its database and its mind', () => {
  it(`loses, doubles and tears nothing in 150 schedules from seed ${seed}`, { timeout: 60_000 }, async () => {
    const many = await runMany({ count: 150, seed, disk: createMemoryDisk, shortened: 0 })
    expect(many).toEqual({ run: 150, harmed: harmless, failures: [] })
  })

  it(`does so on its own database in 5 schedules from seed ${seed}`, { timeout: 60_000 }, async () => {
    const many = await runMany({ count: 5, seed, disk: createDexieDisk, shortened: 0 })
    expect(many).toEqual({ run: 5, harmed: harmless, failures: [] })
  })

  it('does the same things in the same order when a schedule is run again', { timeout: 60_000 }, async () => {
    const [schedule] = fc.sample(schedules, { seed, numRuns: 1 })
    const again = schedule && structuredClone(schedule)
    if (!schedule || !again) throw new Error('one was asked for')
    const first = await runSchedule(schedule, { disk: createDexieDisk() })
    expect(first.taken.length).toBeGreaterThan(100)
    expect(await runSchedule(again, { disk: createDexieDisk() })).toEqual(first)
  })
})
