import { shownNumber } from '../dial.ts'
import type { Language } from '../language.ts'
import { isDay } from './day.ts'
import type { AnswerValue } from './guide-run.ts'
import type { FieldType } from './guide.ts'
import type { Said } from './said.ts'

/** What a yes or a no reads as inside a sentence that somebody else wrote. */
const yes: Said = { en: 'yes', fr: 'oui' }
const no: Said = { en: 'no', fr: 'non' }

/** The desk is Canadian in both languages (CLDR). */
const locales: Readonly<Record<Language, string>> = { en: 'en-CA', fr: 'fr-CA' }

/** For whom an answer is written out. */
export interface Readers {
  readonly language: Language
  /** Whose national numbers are written without their country: ISO 3166-1 alpha-2. */
  readonly country: string
}

/** An answer as it is read aloud: “23 novembre 2026”, the label of a choice, a number as people write it. */
export function shownValue(value: AnswerValue, type: FieldType, { language, country }: Readers): string {
  if (typeof value === 'boolean') return (value ? yes : no)[language]
  if (typeof value === 'number') return value.toLocaleString(locales[language], { maximumFractionDigits: 20 })
  if (type.kind === 'date') return isDay(value) ? longDay(value, language) : value
  if (type.kind === 'telephone') return shownNumber(value, country)
  const choice = type.kind === 'choice' ? type.choices.find((one) => one.value === value) : undefined
  return choice?.label[language] ?? value
}

function longDay(day: string, language: Language): string {
  const time = new Date(`${day}T00:00:00Z`)
  const text = time.toLocaleDateString(locales[language], { dateStyle: 'long', timeZone: 'UTC' })
  // The first of a month is an ordinal in French, which CLDR leaves out.
  return language === 'fr' ? text.replace(/^1 /, '1er ') : text
}
