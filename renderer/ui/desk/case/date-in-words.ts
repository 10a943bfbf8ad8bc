import type { Language } from '../../../domain/language.ts'
import { locales } from '../../../words/locales.ts'

/**
 * What stands in a date field, written out. The field itself follows the computer's settings, in which 3/4 may be either
 * of two days, in another language than the agent's.
 * @param text as `<input type="date">` or `datetime-local` has it
 */
export function dateInWords(language: Language, text: string): string | undefined {
  const day = /^\d{4}-\d\d-\d\d$/.test(text)
  const at = Date.parse(day ? `${text}T00:00` : text)
  if (Number.isNaN(at)) return undefined
  return new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'full',
    ...(!day && { timeStyle: 'short' }),
  }).format(at)
}
