/** ISO 8601 durations of whole weeks, days, hours and minutes: what can be promised. */
const duration = /^P(?:(\d{1,4})W|(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,4})M)?)?)$/

const minute = 60_000

/** Milliseconds; `undefined` for what is no duration. */
export function durationOf(text: string): number | undefined {
  const match = duration.exec(text)
  if (!match || /T$|^P$/.test(text)) return undefined
  const [weeks, days, hours, minutes] = match.slice(1).map((part: string | undefined) => Number(part ?? 0))
  return ((((weeks ?? 0) * 7 + (days ?? 0)) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * minute
}

/** @param from epoch milliseconds. What is no duration adds nothing: a checked pack has none. */
export const addDuration = (from: number, text: string): number => from + (durationOf(text) ?? 0)
