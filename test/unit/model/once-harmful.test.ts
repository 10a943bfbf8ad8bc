import { describe, expect, it } from 'vitest'

import { createMemoryDisk } from '../../model/disks.ts'
import { runMany } from '../../model/many-schedules.ts'

/**
 * Seeds of schedules that once did harm, each by another defect. A seed draws the same schedule for as long as
 * `test/model/schedule.ts` draws as it does.
 */
const once: readonly (readonly [seed: number, why: string])[] = [
  [125, 'a case that only the journal knew was not looked for after a restored backup'],
  [180, 'what was sent to a case that was merged since was looked for in its old history'],
  [1598, 'what the journal could not forget was said to be saved, and only one window knew'],
  [1869, 'a case that was merged could not be found by its id, and was made again'],
  [2176, 'a case was merged after a backup was restored'],
  [2976, 'a case had been read past the cursor'],
  [3303, 'a note arrived under a number that another had before'],
  [3816, 'the journal gave back what was just being forgotten'],
  [4287, 'the number of a note that was looked for had been a change’s'],
  [4696, 'a reply went by a number that was another case’s by then'],
  [4844, 'a reply to a merged case was later than all that was read'],
  [5324, 'the case that another was merged into could not be read just then'],
  [6087, 'a deletion was read, the link was lost, and the backup restored'],
  [8643, 'two new cases were given one number'],
  [8855, 'a link of which only was known that it was there'],
  [12433, 'one’s own choice in a conflict on a merged case was asked for again and again'],
  [500686, 'a reply to a merged case was sent while the other one was read'],
  [502443, 'notes were sent while the case system was known to have gone back'],
  [503997, 'something was written before the desk knew its site'],
  [505847, 'a case was made again, and what was looked for stayed after its old history'],
]

describe('a schedule that once did harm', () => {
  it.each(once)('number %i does none any more: %s', async (seed) => {
    const { failures } = await runMany({ count: 1, seed, disk: createMemoryDisk, shortened: 0 })
    expect(failures).toEqual([])
  })
})
