import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as french } from '@orama/stemmers/french'

import type { Language } from '../../../domain/language.ts'
import { irregularForms } from './irregular-forms.ts'
import { stopWords } from './stop-words.ts'
import { eachWord, fold } from './words.ts'

/** Snowball's stemmers (snowballstem.org): the English one is Porter's. */
const stemmers: Readonly<Record<Language, (word: string) => string>> = { en: english, fr: french }

/** Words that are remembered: more than a language has in use. */
const mostKnown = 200_000
const known: Readonly<Record<Language, Map<string, string>>> = { en: new Map(), fr: new Map() }

/** What is left of a word without its endings; nothing of a word that says nothing. */
export function stemOf(raw: string, language: Language): string | undefined {
  const there = known[language].get(raw)
  if (there !== undefined) return there === '' ? undefined : there
  const folded = fold(raw)
  const stem = stopWords[language].has(folded) ? '' : stemOfFolded(folded, language)
  if (known[language].size >= mostKnown) known[language].clear()
  known[language].set(raw, stem)
  return stem === '' ? undefined : stem
}

/** The same for a word that is folded, also for one that says nothing. */
export function stemOfFolded(folded: string, language: Language): string {
  const stem = stemmers[language](irregularForms[language].get(folded) ?? folded)
  // Without its accents déclarée keeps one e of two, and payé is not pai: what is left of them is brought together here.
  const bare = stem.length > 3 ? stem.replace(/e+$/, '') : stem
  return bare.length > 2 ? bare.replace(/y$/, 'i') : bare
}

/**
 * What a text is about, word by word.
 * @param met takes in each word as it is written, with its stem
 */
export function stemsIn(text: string, language: Language, met?: Map<string, string>): readonly string[] {
  const stems: string[] = []
  eachWord(text, Infinity, (raw) => {
    const stem = stemOf(raw, language)
    if (stem === undefined) return
    stems.push(stem)
    met?.set(raw, stem)
  })
  return stems
}
