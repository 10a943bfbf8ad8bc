import { afterEach, beforeEach, expect, it } from 'vitest'

import { asInteractionId } from '../../../renderer/domain/ids.ts'
import { makeInteraction, shiftStart } from '../../make.ts'
import { createDesk } from '../../stand-ins/desk.ts'
import type { DeskStandIn } from '../../stand-ins/desk.ts'

let disk = 62_000
let desk: DeskStandIn

beforeEach(async () => {
  disk += 1
  desk = createDesk({ disk })
  await desk.signIn.signIn({ kind: 'practice' })
})
afterEach(() => {
  desk.stop()
  desk.records.close()
})

const day = 86_400_000
const shown = () => desk.stores.outcomes.getState()

it('reads the last ninety days with their moods, and lets go of them when nobody looks', async () => {
  const [near, far] = [asInteractionId('near'), asInteractionId('far')]
  await desk.records.saveInteraction(makeInteraction({ id: near, offeredAt: shiftStart - 89 * day }))
  await desk.records.saveInteraction(makeInteraction({ id: far, offeredAt: shiftStart - 91 * day }))
  const mood = {
    ...({ interaction: near, version: '1', utterances: 1, to: 0, mood: 'positive', score: 0.5 } as const),
    ...{ start: 0.1, end: 0.6, quotes: [] },
  } as const
  await desk.storyStore.saveMoods([mood])
  await desk.outcomes.look()
  expect(shown().contacts?.map(({ interaction, mood }) => [interaction.id, mood?.end])).toEqual([[near, 0.6]])
  desk.outcomes.lookAway()
  expect(shown().contacts).toBeUndefined()
})

it('shows nothing that was read after the agent had looked away', async () => {
  await desk.records.saveInteraction(makeInteraction())
  const looking = desk.outcomes.look()
  desk.outcomes.lookAway()
  await looking
  expect(shown().contacts).toBeUndefined()
})

it('asks for no moods where the site reads none', async () => {
  const id = asInteractionId('one')
  await desk.records.saveInteraction(makeInteraction({ id, offeredAt: shiftStart }))
  const mood = {
    ...({ interaction: id, version: '1', utterances: 1, to: 0, mood: 'positive', score: 0.5 } as const),
    ...{ start: 0.1, end: 0.6, quotes: [] },
  } as const
  await desk.storyStore.saveMoods([mood])
  desk.stores.moods.setState({ isOn: false })
  await desk.outcomes.look()
  expect(shown().contacts).toMatchObject([{ mood: undefined }])
})
