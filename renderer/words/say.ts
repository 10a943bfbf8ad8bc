import { IntlMessageFormat } from 'intl-messageformat'

import type { Language } from '../domain/language.ts'
import { callWords } from './call.ts'
import { caseNoteWords } from './case-note.ts'
import { caseLinkWords } from './case-link.ts'
import { caseFormWords } from './case-forms.ts'
import { caseListWords } from './cases.ts'
import { caseWords } from './case.ts'
import { dialWords } from './dial.ts'
import { historyWords } from './history.ts'
import { keyWords } from './keys.ts'
import { lineCheckWords } from './line-check.ts'
import type { Arguments } from './message.ts'
import { problemFrameWords, problemWords } from './problems.ts'
import { qualityWords } from './quality.ts'
import { shiftWords } from './shift.ts'
import { soundWords } from './sound.ts'
import { workWords } from './work.ts'

/** Every message of the desk. */
export const words = {
  ...shiftWords,
  ...callWords,
  ...caseNoteWords,
  ...workWords,
  ...historyWords,
  ...dialWords,
  ...qualityWords,
  ...soundWords,
  ...lineCheckWords,
  ...caseListWords,
  ...caseWords,
  ...caseFormWords,
  ...caseLinkWords,
  ...keyWords,
  ...problemWords,
  ...problemFrameWords,
} as const

type Words = typeof words
export type WordKey = keyof Words

/** Says a message in one language. The arguments are those that the English text names. */
export type Say = <K extends WordKey>(key: K, ...values: Arguments<Words[K]['en']>) => string

/** The regional form that dates, numbers and plurals follow. */
export const locales = { en: 'en-CA', fr: 'fr-CA' } as const satisfies Record<Language, string>

const compiled = new Map<string, IntlMessageFormat>()

function formatOf(language: Language, key: WordKey): IntlMessageFormat {
  const name = `${language}:${key}`
  const known = compiled.get(name)
  if (known) return known
  // Texts are ours and are never marked up: a `<` in one is a `<`.
  const format = new IntlMessageFormat(words[key][language], locales[language], undefined, {
    ignoreTag: true,
  })
  compiled.set(name, format)
  return format
}

export const sayIn =
  (language: Language): Say =>
  (key, ...values) =>
    String(formatOf(language, key).format(values[0]))
