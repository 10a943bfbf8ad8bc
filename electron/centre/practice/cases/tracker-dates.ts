/** RT keeps seconds, in UTC; 0 is "not set" and is shown as the start of 1970. */

/** `2026-12-01T10:00:00Z` (W3C date and time formats). */
export const w3cDate = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}Z`

/** `2026-12-01 10:00:00`, as in the database and in transactions. */
export const sqlDate = (time: number): string => new Date(time).toISOString().slice(0, 19).replace('T', ' ')

/** `Tue Dec 01 10:00:00 2026`, as in messages to people. */
export function spokenDate(time: number): string {
  if (time === 0) return 'Not set'
  const [day = '', date = '', month = '', year = '', clock = ''] = new Date(time).toUTCString().split(/,? /)
  return `${day} ${month} ${date} ${clock} ${year}`
}

const fullDate = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)Z?$/

/** A date with a time. All else RT takes for "not set", a date alone and a time zone included, and says nothing. */
export function parseTrackerDate(text: string): number {
  const match = fullDate.exec(text)
  return match ? timeOf(match[1], match[2]) : 0
}

/** What a date field keeps: a date alone or with a time; the start of 1970 for whatever is neither. */
export const dateOnly = (text: string): string => {
  const match = /^(\d{4}-\d\d-\d\d)(?:[ T].*)?$/.exec(text)
  return match ? sqlDate(timeOf(match[1], '00:00:00')).slice(0, 10) : '1970-01-01'
}

/** What a field of date and time keeps. With `T` between the two RT loses the time. */
export function dateWithTime(text: string): string {
  const match = /^(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d:\d\d))?/.exec(text)
  return sqlDate(match ? timeOf(match[1], match[2] ?? '00:00:00') : 0)
}

/** The start of a query's date; `undefined` when it is none. */
export function parseQueryDate(text: string): number | undefined {
  const match = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d(?::\d\d)?)Z?)?$/.exec(text)
  const time = match ? Date.parse(`${match[1] ?? ''}T${match[2] ?? '00:00:00'}Z`) : Number.NaN
  return Number.isNaN(time) ? undefined : time
}

function timeOf(date = '', clock = ''): number {
  const time = Date.parse(`${date}T${clock}Z`)
  return Number.isNaN(time) ? 0 : time
}
