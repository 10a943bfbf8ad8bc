import { expect, it } from 'vitest'

import { isOpen, opensAt } from '../../../../electron/centre/queue/opening-hours.ts'
import type { OpeningHours } from '../../../../electron/centre/queue/site.ts'

const hours: OpeningHours = {
  timeZone: 'America/Toronto',
  week: {
    mon: [
      ['08:00', '12:00'],
      ['13:00', '17:00'],
    ],
    tue: [['08:00', '24:00']],
    sun: [['01:00', '04:00']],
  },
  holidays: ['2026-11-24'],
}
const at = (text: string): number => Date.parse(text)

it('is open by the clock of its own place', () => {
  const open = (text: string): boolean => isOpen(hours, at(text))
  // 23 November 2026 is a Monday; Toronto is five hours behind in winter.
  expect(open('2026-11-23T12:59:59Z')).toBe(false)
  expect(open('2026-11-23T13:00:00Z')).toBe(true)
  expect(open('2026-11-23T17:30:00Z')).toBe(false)
  expect(open('2026-11-23T21:59:00Z')).toBe(true)
  expect(open('2026-11-23T22:00:00Z')).toBe(false)
  expect(open('2026-11-24T15:00:00Z')).toBe(false)
  expect(open('2026-12-02T04:59:00Z')).toBe(true)
})

it('says when it opens next, over holidays and days that are closed', () => {
  expect(opensAt(hours, at('2026-11-23T17:30:00Z'))).toBe(at('2026-11-23T18:00:00Z'))
  expect(opensAt(hours, at('2026-11-23T23:00:00Z'))).toBe(at('2026-11-29T06:00:00Z'))
})

it('opens at the right moment when the clocks change in the night', () => {
  // On 8 March 2026 Toronto goes from 02:00 to 03:00.
  expect(opensAt(hours, at('2026-03-08T09:00:00Z'))).toBe(at('2026-03-09T12:00:00Z'))
  expect(isOpen(hours, at('2026-03-08T07:30:00Z'))).toBe(true)
})

it('says nothing when it never opens, and is always open without hours', () => {
  expect(opensAt({ ...hours, week: {} }, at('2026-11-23T00:00:00Z'))).toBeUndefined()
  expect(isOpen(undefined, 0)).toBe(true)
})
