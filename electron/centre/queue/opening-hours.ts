import type { OpeningHours, OpenSpan, Weekday } from './site.ts'
import { weekdays } from './site.ts'

interface WallTime {
  /** `YYYY-MM-DD` */
  readonly day: string
  readonly weekday: Weekday
  /** `HH:MM` */
  readonly hour: string
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  formats.set(timeZone, format)
  return format
}

/** What a clock on the wall shows there. */
function wallTime(at: number, timeZone: string): WallTime {
  const parts = formatOf(timeZone).formatToParts(at)
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((one) => one.type === type)?.value ?? ''
  const day = `${part('year')}-${part('month')}-${part('day')}`
  return { day, weekday: weekdayOf(day), hour: `${part('hour')}:${part('minute')}` }
}

/** `Date` counts from Sunday; the week here begins on Monday. */
const weekdayOf = (day: string): Weekday =>
  weekdays[(new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7] ?? 'mon'

const spansOn = (hours: OpeningHours, day: string): readonly OpenSpan[] =>
  hours.holidays.includes(day) ? [] : (hours.week[weekdayOf(day)] ?? [])

/** @param at epoch milliseconds */
export function isOpen(hours: OpeningHours | undefined, at: number): boolean {
  if (!hours) return true
  const { day, hour } = wallTime(at, hours.timeZone)
  return spansOn(hours, day).some(([from, until]) => from <= hour && hour < until)
}

const minute = 60_000
/** A year of holidays is a mistake of the configuration; nothing is said then. */
const daysLookedAt = 366

/** When the queue opens next, in epoch milliseconds. */
export function opensAt(hours: OpeningHours, at: number): number | undefined {
  const noon = Date.parse(`${wallTime(at, hours.timeZone).day}T12:00:00Z`)
  for (let ahead = 0; ahead < daysLookedAt; ahead += 1) {
    const day = new Date(noon + ahead * 86_400_000).toISOString().slice(0, 10)
    const starts = spansOn(hours, day)
      .map(([from]) => epochOf(day, from, hours.timeZone))
      .filter((start) => start > at)
    if (starts.length > 0) return Math.min(...starts)
  }
  return undefined
}

/** The moment at which the wall shows this; where a clock that is put forward never shows it, just after. */
function epochOf(day: string, hour: string, timeZone: string): number {
  const wanted = Date.parse(`${day}T${hour}:00Z`)
  let guess = wanted
  // Twice, because the offset can differ between the guess and the moment that is meant.
  for (let round = 0; round < 2; round += 1) {
    const shown = wallTime(guess, timeZone)
    guess += wanted - Date.parse(`${shown.day}T${shown.hour}:00Z`)
  }
  return Math.round(guess / minute) * minute
}
