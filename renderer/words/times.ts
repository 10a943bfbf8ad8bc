import type { Language } from '../domain/language.ts'
import { locales } from './locales.ts'

/** A length of time as a clock shows it: `3:12`, `1:03:12`. @param milliseconds of any size; negative counts as none. */
export function clockTime(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const two = (value: number): string => String(value).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

/** The day and the hour, as people write them: `23 Nov, 10:42`. @param at epoch milliseconds. */
export const dayAndHour = (language: Language, at: number): string =>
  written(new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium', timeStyle: 'short' }), at)

const hours: Partial<Record<Language, Intl.DateTimeFormat>> = {}

/** The hour alone: `2:39 p.m.`. @param at epoch milliseconds */
export function hourOf(language: Language, at: number): string {
  // To make one takes longer than to write a hundred hours.
  hours[language] ??= new Intl.DateTimeFormat(locales[language], { timeStyle: 'short' })
  return written(hours[language], at)
}

/** What stands within an hour: `14 h 39` and `2:39 p.m.` are one word. */
const withinHour = /(?<=\d)\s(?=h\b|[ap]\.?m)|(?<=\bh)\s(?=\d)/g

/** An hour is never torn between two lines. */
const written = (format: Intl.DateTimeFormat, at: number): string =>
  format.format(at).replace(withinHour, '\u00a0')

/**
 * A moment or a day as short as it can be said: the hour for today, else the day, with its year only when it is another.
 * @param at epoch milliseconds
 * @param now epoch milliseconds
 */
export function shortTime(
  language: Language,
  at: number,
  { now, wholeDay = false }: { readonly now: number; readonly wholeDay?: boolean },
): string {
  const [then, today] = [new Date(at), new Date(now)]
  const isToday = then.toDateString() === today.toDateString()
  const parts: Intl.DateTimeFormatOptions = {
    ...(!(isToday && !wholeDay) && { month: 'short', day: 'numeric' }),
    ...(then.getFullYear() !== today.getFullYear() && { year: 'numeric' }),
    ...(!wholeDay && { hour: 'numeric', minute: '2-digit' }),
  }
  return written(new Intl.DateTimeFormat(locales[language], parts), at)
}

/** A day in full: `November 23, 2026`. @param day ISO 8601 `YYYY-MM-DD`; anything else comes back as it is */
export function longDay(language: Language, day: string): string {
  const at = Date.parse(`${day}T00:00`)
  if (Number.isNaN(at)) return day
  const text = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long' }).format(at)
  // The first of a month is an ordinal in French, which CLDR leaves out.
  return language === 'fr' ? text.replace(/^1 /, '1er ') : text
}
