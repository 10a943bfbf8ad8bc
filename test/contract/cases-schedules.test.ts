// @vitest-environment node
import 'fake-indexeddb/auto'

import { expect, it } from 'vitest'

import { runOnTracker, withTracker } from '../soak/tracker/run-tracker.ts'

/** `npm run soak -- cases` has three hundred of them. */
const seeds = [1, 2]
/** Milliseconds: calm weather is waited for. */
const limit = 300_000

it(
  'lets two agents work on through faults on the way to Request Tracker, and loses and doubles nothing',
  async () => {
    await withTracker(1, async (place) => {
      for (const seed of seeds) {
        const { violations, written } = await runOnTracker(place, seed)
        expect(violations, `seed ${seed}`).toEqual([])
        expect(written).toBeGreaterThan(0)
      }
    })
  },
  limit,
)
