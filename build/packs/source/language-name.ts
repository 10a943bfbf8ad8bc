import { languages } from '../../../renderer/domain/language.ts'
import type { Language } from '../../../renderer/domain/language.ts'

const names: Readonly<Record<Language, string>> = { en: 'English', fr: 'French' }

export const isLanguage = (text: string): text is Language => languages.some((one) => one === text)

export const languageName = (language: Language): string => names[language]
