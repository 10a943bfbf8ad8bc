import { assert, constantFrom, integer, property, array, record } from 'fast-check'
import { describe, expect, it } from 'vitest'

import { dayEntryOf, dayLoad, startOfDay, stretchesOf } from '../../../../renderer/domain/well-being/day.ts'
import type { DayEntry } from '../../../../renderer/domain/well-being/day.ts'

const minute = 60_000
/** Nine in the morning, wherever the test runs. */
const nine = new Date(2026, 10, 24, 9).getTime()
const at = (minutes: number, state: DayEntry['state'], reason?: DayEntry['reason']): DayEntry => ({
  at: nine + minutes * minute,
  state,
  reason,
})

const morning = [
  at(0, 'not-ready', 'signed-in'),
  at(5, 'available'),
  at(10, 'on-interaction'),
  at(40, 'wrap-up'),
  at(45, 'available'),
  at(60, 'not-ready', 'break'),
  at(62, 'available'),
  at(90, 'not-ready', 'lunch'),
  at(120, 'available'),
]

describe('an agent’s day', () => {
  it('is summed up by what was done, with the breaks that were taken', () => {
    expect(dayLoad(morning, nine + 150 * minute)).toEqual({
      ...{ contact: 30 * minute, wrapUp: 5 * minute, waiting: 78 * minute, resting: 32 * minute },
      sinceBreak: 30 * minute,
      breaks: [
        { ...at(60, 'not-ready', 'break'), until: nine + 62 * minute },
        { ...at(90, 'not-ready', 'lunch'), until: nine + 120 * minute },
      ],
      hours: [
        { hour: 9, share: 35 / 60 },
        { hour: 10, share: 0 },
        { hour: 11, share: 0 },
      ],
    })
  })

  it('does not take two minutes for a rest, and training for none', () => {
    const entries = [...morning.slice(0, 7), at(80, 'not-ready', 'training'), at(90, 'available')]
    expect(dayLoad(entries, nine + 95 * minute).sinceBreak).toBe((55 + 18 + 5) * minute)
  })

  it('begins at midnight, also where a night shift goes on', () => {
    const midnight = startOfDay(nine)
    const late = { at: midnight - 60 * minute, state: 'on-interaction', reason: undefined } as const
    expect(dayLoad([late], midnight + 10 * minute)).toMatchObject({ contact: 10 * minute })
  })

  it('leaves out what a desk that was killed was last: nobody knows until when', () => {
    const entries = [at(0, 'available'), at(10, 'on-interaction'), at(200, 'not-ready', 'signed-in')]
    expect(dayLoad(entries, nine + 210 * minute)).toMatchObject({ contact: 0, waiting: 10 * minute })
  })

  it('counts nothing between two shifts', () => {
    const entries = [at(0, 'available'), at(10, 'signed-out'), at(200, 'not-ready', 'signed-in')]
    expect(dayLoad(entries, nine + 210 * minute)).toMatchObject({ contact: 0, waiting: 10 * minute })
  })

  it('knows what of a shift belongs to it', () => {
    expect(dayEntryOf({ kind: 'signing-in' }, 7)).toBeUndefined()
    expect(dayEntryOf({ kind: 'reading' }, 7)).toBeUndefined()
    expect(dayEntryOf({ kind: 'signed-out' }, 7)).toEqual({ at: 7, state: 'signed-out', reason: undefined })
    expect(dayEntryOf({ kind: 'not-ready', reason: 'lunch', since: 5 }, 7)).toEqual({
      ...{ at: 5, state: 'not-ready', reason: 'lunch' },
    })
  })

  it('is never longer than it was, whatever was written in whatever order', () => {
    const entries = array(
      record({
        at: integer({ min: nine - 86_400_000, max: nine + 86_400_000 }),
        state: constantFrom(
          ...(['available', 'on-interaction', 'wrap-up', 'not-ready', 'signed-out'] as const),
        ),
        reason: constantFrom(undefined, 'lunch' as const, 'signed-in' as const),
      }),
      { maxLength: 30 },
    )
    assert(
      property(entries, (all) => {
        const now = nine + 3 * 3600_000
        const stretches = stretchesOf(all, startOfDay(now), now)
        const { hours, ...load } = dayLoad(all, now)
        const sum = load.contact + load.wrapUp + load.waiting + load.resting
        return (
          sum <= now - startOfDay(now) &&
          load.sinceBreak <= sum &&
          stretches.every((one) => one.until > one.at) &&
          hours.every(({ share }) => share >= 0 && share <= 1)
        )
      }),
      { seed: 8 },
    )
  })
})
