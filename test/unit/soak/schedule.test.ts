import { describe, expect, it } from 'vitest'

import { dealOutages, drawOutages, outageKinds } from '../../soak/outages/schedule.ts'

const range = { shortest: 1_000, longest: 60_000 }
const drawn = drawOutages(1_000, 1, range)

describe('outages as a seed draws them', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(drawOutages(1_000, 1, range)).toEqual(drawn)
    expect(drawOutages(1_000, 2, range)).not.toEqual(drawn)
  })

  it('are of every kind, and as many last 1 s to 8 s as 8 s to 60 s', () => {
    for (const kind of outageKinds)
      expect(drawn.filter((outage) => outage.kind === kind).length).toBeGreaterThan(150)
    expect(drawn.every(({ length }) => length >= 1_000 && length <= 60_000)).toBe(true)
    const short = drawn.filter(({ length }) => length < Math.sqrt(1_000 * 60_000)).length
    expect(short).toBeGreaterThan(450)
    expect(short).toBeLessThan(550)
  })

  it('are dealt to lanes that take about as long as each other, and none is lost', () => {
    const lanes = dealOutages(drawn.slice(0, 200), 8)
    expect(lanes.flat().length).toBe(200)
    const takes = lanes.map((lane) => lane.reduce((sum, { length }) => sum + length, 10_000 * lane.length))
    expect(Math.max(...takes) / Math.min(...takes)).toBeLessThan(1.05)
  })
})
