/** RT writes "no date" as the first second of 1970, or leaves it out. */
const none = 0

/** Epoch milliseconds of what RT gives as W3C-DTF (`2026-11-23T11:29:37Z`) or as its database has it (the same in UTC). */
export function timeOf(text: string): number | undefined {
  const sql = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)$/.exec(text)
  const time = Date.parse(sql ? `${sql[1] ?? ''}T${sql[2] ?? ''}Z` : text)
  return Number.isNaN(time) || time === none ? undefined : time
}

/** The one form in which the desk has a date with its time: `2026-11-23T11:29:37Z`. */
export const asField = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}Z`

/**
 * The only form that RT's database takes for a case's own dates: anything else is stored as it is, and then reads as no
 * date at all.
 */
export const asSql = (time: number): string => asField(time).replace('T', ' ').replace('Z', '')

export const noDate = asSql(none)
