/** A day of the calendar: ISO 8601 `YYYY-MM-DD`, from the year 1 on. */
const form = /^(\d{4})-(\d\d)-(\d\d)$/

const millisecondsOfDay = 86_400_000

/** Whether there is such a day: not the 30th of February. */
export const isDay = (text: string): boolean =>
  form.test(text) && !text.startsWith('0000') && text === textOf(timeOf(text))

const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)

const textOf = (time: number): string | undefined => {
  const date = new Date(time)
  const text = Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10)
  return form.test(text) ? text : undefined
}

/** A bound of a field: a day as it is, or so many days from today; `undefined` for none, or one beyond the calendar. */
export function dayFrom(bound: string | number | undefined, today: string): string | undefined {
  if (typeof bound !== 'number') return bound
  return textOf(timeOf(today) + bound * millisecondsOfDay)
}
