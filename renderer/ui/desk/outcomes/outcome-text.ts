import { csvOf } from '../../../domain/outcomes/csv.ts'
import type { OutcomeWeek, Share } from '../../../domain/outcomes/outcomes.ts'
import type { Language } from '../../../domain/language.ts'
import { locales } from '../../../words/locales.ts'
import type { Say } from '../../../words/say.ts'

export const dayOf = (language: Language, at: number): string =>
  new Intl.DateTimeFormat(locales[language], { day: 'numeric', month: 'short' }).format(at)

export function shareText(say: Say, language: Language, { part, whole }: Share): string {
  if (whole === 0) return say('outcomes.share.none')
  const share = new Intl.NumberFormat(locales[language], { style: 'percent' }).format(part / whole)
  return say('outcomes.share', { share, part, whole })
}

/** On a scale of −1 to 1, with its sign. */
export const moodText = (language: Language, score: number): string =>
  new Intl.NumberFormat(locales[language], {
    ...{ minimumFractionDigits: 2, maximumFractionDigits: 2 },
    signDisplay: 'exceptZero',
  }).format(score)

const isoDay = (at: number): string => {
  const date = new Date(at)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** A row for each week: parts and wholes, so that nobody has to take a rounded share apart. */
export function outcomeCsv(say: Say, weeks: readonly OutcomeWeek[]): string {
  const names = [say('outcomes.resolved-first'), say('outcomes.repeats'), say('outcomes.passed-on')].flatMap(
    (name) => [name, `${name} /`],
  )
  const head = [
    say('outcomes.week'),
    say('outcomes.contacts'),
    ...names,
    say('outcomes.mood.start'),
    say('outcomes.mood.end'),
  ]
  const rows = weeks.map(({ from, contacts, resolvedFirst, repeats, passedOn, mood }) => [
    isoDay(from),
    String(contacts),
    ...[resolvedFirst, repeats, passedOn].flatMap(({ part, whole }) => [String(part), String(whole)]),
    ...(mood ? [mood.start.toFixed(3), mood.end.toFixed(3)] : ['', '']),
  ])
  return csvOf([head, ...rows])
}
