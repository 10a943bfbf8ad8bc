import type { Language } from '../domain/language.ts'

/** The regional form that dates, numbers and plurals follow. */
export const locales = { en: 'en-CA', fr: 'fr-CA' } as const satisfies Record<Language, string>
