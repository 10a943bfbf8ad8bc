import { appendFileSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { moveIn, returnTo } from '../soak/kills/desk-life.ts'
import { openKillableDesk } from '../soak/kills/killable-desk.ts'
import { openCaseOffice } from './case-office.ts'

/** The log of what was written last. */
function newestLog(userData: string): string {
  const names = readdirSync(userData, { recursive: true, encoding: 'utf8' })
  const logs = names.filter((name) => /IndexedDB.*leveldb[\\/]\d+\.log$/.test(name)).sort()
  const newest = logs.at(-1)
  if (newest === undefined) throw new Error('the browser keeps its database in another form')
  return join(userData, newest)
}

/** The first hundred bytes of a record of five hundred: the browser was killed while it wrote it. */
const half = Buffer.concat([Buffer.from([1, 2, 3, 4, 500 & 255, 500 >> 8, 1]), Buffer.alloc(100, 7)])

it('keeps every record where the browser was killed in the middle of a write, twice', async () => {
  const office = await openCaseOffice(11)
  let desk = await openKillableDesk(office.settings)
  const { userData } = desk
  try {
    await moveIn(desk, office)
    for (let kill = 1; kill <= 2; kill += 1) {
      await desk.kill()
      appendFileSync(newestLog(userData), half)
      desk = await openKillableDesk(office.settings, userData)
      await office.wire.drop()
      // The case is pinned: that is known on this computer alone.
      await returnTo(desk, office)
      // More is written behind what is left of the log.
      await desk.work.note('Rang about the photo.')
    }
    await desk.kill()
    desk = await openKillableDesk(office.settings, userData)
    await returnTo(desk, office)
    expect(readFileSync(join(userData, 'logs', 'foyer.log'), 'utf8').match(/database-mended/g)).toHaveLength(
      2,
    )
  } finally {
    await desk.close({ keep: true }).catch(() => undefined)
    rmSync(userData, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    await office.close()
  }
})
