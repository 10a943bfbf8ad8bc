import { expect, it } from 'vitest'

import { liveThrough } from '../soak/kills/desk-life.ts'

/** `npm run soak -- cases` has two hundred of them, also with a link to the case system. */
it('loses nothing that the desk had said to be saved when it is killed within 50 ms of a write', async () => {
  const { harmed } = await liveThrough({ kills: 3, seed: 4, links: 0 })
  expect(harmed).toEqual([])
})
