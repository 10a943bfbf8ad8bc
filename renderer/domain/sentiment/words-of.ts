import type { Language } from '../language.ts'
import englishWords from './data/en-words.json'
import frenchWords from './data/fr-words.json'
import { emojiWords } from './emoji-words.ts'
import { ownWords as ownEnglish } from './english/own-words.ts'
import { phrases as englishPhrases } from './english/phrases.ts'
import { english } from './english/turning-words.ts'
import { ownWords as ownFrench } from './french/own-words.ts'
import { phrases as frenchPhrases } from './french/phrases.ts'
import { french } from './french/turning-words.ts'
import { lexiconOf } from './lexicon.ts'
import type { Lexicon } from './lexicon.ts'
import { phraseBook } from './phrase.ts'
import type { TurningWords } from './turning-words.ts'
import type { Words } from './turns.ts'

/** Words of the other language that are said in this one: weighed, but they tell no language. */
const borrowed: Readonly<Record<Language, string>> = {
  en: '2 merci bravo magnifique',
  fr: '2 thanks thx great happy best nice wow love yeah\n-2.4 shit wtf worst bullshit awful fuck fucking',
}

/** Everything that the rules know of a language. Takes some milliseconds: once per reader. */
export function wordsOf(language: Language): Words {
  return language === 'en'
    ? {
        language,
        lexicon: lexiconOf(englishWords.words, ownEnglish, emojiWords, borrowed.en),
        isOwn: ownBy(lexiconOf(englishWords.words, ownEnglish), english),
        phrases: phraseBook(englishPhrases),
        turning: english,
      }
    : {
        language,
        lexicon: lexiconOf(frenchWords.words, ownFrench, emojiWords, borrowed.fr),
        isOwn: ownBy(lexiconOf(frenchWords.words, ownFrench), french),
        phrases: phraseBook(frenchPhrases),
        turning: french,
      }
}

const ownBy =
  ({ words }: Lexicon, { courtesy, negators }: TurningWords) =>
  (word: string): boolean =>
    words.has(word) || courtesy.has(word) || negators.has(word)
