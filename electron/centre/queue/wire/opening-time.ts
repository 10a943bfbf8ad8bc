import type { Language } from '../../../../renderer/domain/language.ts'
import { locales } from '../../../../renderer/words/locales.ts'

/** `Monday, November 23 at 8:00 a.m.`, by the queue's own clock. @param at epoch milliseconds */
export const openingTime = (language: Language, at: number, timeZone: string | undefined): string =>
  new Intl.DateTimeFormat(locales[language], {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    ...(timeZone !== undefined && { timeZone }),
  }).format(at)
