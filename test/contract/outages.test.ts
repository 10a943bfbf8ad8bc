import { expect, it } from 'vitest'

import { drawOutages, outageKinds } from '../soak/outages/schedule.ts'
import { runOutages } from '../soak/outages/run-outages.ts'

/** Milliseconds from the end of an outage until a customer who calls would ring at the desk. */
const registeredGoal = 5_000

/** A part of `npm run soak -- calls`: outages as a seed draws them, short ones, one of each kind and side by side. */
it('is registered soon after every outage, and keeps the call, its sound and its controls', async () => {
  const drawn = drawOutages(outageKinds.length, 3, { shortest: 1_000, longest: 6_000 })
  const outages = drawn.map((outage, index) => ({ ...outage, kind: outageKinds[index] ?? outage.kind }))
  const { aftermaths } = await runOutages({
    outages,
    lanes: outages.length,
    clients: [{ name: 'desk', client: 'desk' }],
    seed: 3,
  })
  const desk = aftermaths.get('desk') ?? []
  expect(desk.map(({ outage }) => outage.kind).sort()).toEqual([...outageKinds].sort())
  const soon = ({ registered, heard }: (typeof desk)[number]) =>
    registered <= registeredGoal && heard <= registeredGoal
  expect(desk.filter((one) => !soon(one) || !one.callKept || !one.controllable)).toEqual([])
}, 40_000)
