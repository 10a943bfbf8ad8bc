import { detect } from 'tinyld/light'

import type { Language } from '../language.ts'
import { english } from './english/turning-words.ts'
import { french } from './french/turning-words.ts'
import type { Token } from './token.ts'

/** So many words are enough, and so many letters for the statistics of letters. */
const wordsLooked = 60
const lettersLooked = 200
/** By as many words of one language's own must it lead, so that nothing else need be asked. */
const clearLead = 2
/** A text shorter than this says little by its letters: the hint is believed where nothing speaks against it. */
const shortText = 12

export type OwnWords = Readonly<Record<Language, (word: string) => boolean>>

/** In so few words one that is a language's own says more than the letters. */
const fewWords = 4

/** Words without a feeling that both languages have, or that look alike. */
const inBoth = new Set([
  'on',
  'as',
  'a',
  'me',
  'or',
  'an',
  'si',
  'son',
  'ton',
  'des',
  'dit',
  'comment',
  'est',
  'une',
])

/**
 * The language of one utterance. Its commonest words tell most at once, its words of feeling most of the rest; what is
 * left is asked of tinyld, restricted to both languages. Where it cannot say, more words win, and last the hint.
 */
export function languageOf(
  text: string,
  tokens: readonly Token[],
  { hint, isOwn }: { readonly hint: Language; readonly isOwn: OwnWords },
): Language {
  const words = tokens.filter(({ kind }) => kind === 'word').slice(0, wordsLooked)
  const common = sumOf(words, leadOfCommon)
  if (Math.abs(common) >= clearLead) return leading(common, hint)
  const lead = common + sumOf(words, (word) => Number(isOwn.en(word)) - Number(isOwn.fr(word)))
  if (Math.abs(lead) >= (words.length <= fewWords ? 1 : clearLead)) return leading(lead, hint)
  const byLetters = words.length <= 2 || text.length < shortText ? '' : detectedIn(text)
  return byLetters || leading(lead, hint)
}

const sumOf = (words: readonly Token[], lead: (word: string) => number): number =>
  words.reduce((sum, { word }) => sum + lead(word), 0)

const leadOfCommon = (word: string): number =>
  inBoth.has(word) ? 0 : Number(english.common.has(word)) - Number(french.common.has(word))

/** Above nothing English leads, below it French. */
function leading(lead: number, hint: Language): Language {
  if (lead === 0) return hint
  return lead > 0 ? 'en' : 'fr'
}

function detectedIn(text: string): Language | '' {
  const found = detect(text.slice(0, lettersLooked), { only: ['en', 'fr'] })
  return found === 'en' || found === 'fr' ? found : ''
}
