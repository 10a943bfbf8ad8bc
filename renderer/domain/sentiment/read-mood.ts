import { languages } from '../language.ts'
import type { Language } from '../language.ts'
import { evidenceOf, phraseMoods } from './evidence.ts'
import type { Additions } from './evidence.ts'
import { languageOf } from './language-of.ts'
import type { OwnWords } from './language-of.ts'
import { hashedLeanings, rulesLeaning, sharesOf } from './linear-layer.ts'
import type { LinearLayer } from './linear-layer.ts'
import type { Evidence, Mood, MoodReader, UtteranceMood } from './mood.ts'
import { ruleFeaturesOf } from './rule-features.ts'
import { readableEnd, tokensOf } from './token.ts'
import { readByRules } from './turns.ts'
import type { RuleReading, Words } from './turns.ts'
import { calibrated, layerOf, trainedFor } from './weights.ts'
import type { TrainedLanguage } from './weights.ts'
import { wordsOf } from './words-of.ts'

/** Longer texts are read up to here: some ten pages. */
const mostLetters = 20_000

interface Reader {
  readonly words: Words
  readonly layer: LinearLayer
  readonly trained: TrainedLanguage
}

export interface MoodReaderOptions {
  /** UTF-16 units. */
  readonly mostLetters?: number
  /** Other weights than those that ship: of a bench that leaves a set out. */
  readonly trained?: Partial<Readonly<Record<Language, TrainedLanguage>>>
}

/** The mood reader that ships: rules over lexicons, and a linear layer over both. */
export function createMoodReader(options: MoodReaderOptions = {}): MoodReader {
  const readers = new Map<Language, Reader>()
  const trainedOf = (language: Language): TrainedLanguage =>
    options.trained?.[language] ?? trainedFor(language)
  const readerFor = (language: Language): Reader => {
    const known = readers.get(language)
    if (known) return known
    const trained = trainedOf(language)
    const reader = { words: wordsOf(language), layer: layerOf(trained), trained }
    readers.set(language, reader)
    return reader
  }
  const isOwn: OwnWords = {
    en: (word) => readerFor('en').words.isOwn(word),
    fr: (word) => readerFor('fr').words.isOwn(word),
  }
  return {
    version: languages.map((language) => trainedOf(language).version).join('+'),
    read(text, hint) {
      const readTo = readableEnd(text, options.mostLetters ?? mostLetters)
      const seen = readTo === text.length ? text : text.slice(0, readTo)
      const tokens = tokensOf(seen)
      const language = languageOf(seen, tokens, { hint, isOwn })
      const { words, ...learnt } = readerFor(language)
      return { ...judged(readByRules(tokens, words), words, learnt), language, readTo }
    },
  }
}

type Judged = Omit<UtteranceMood, 'language' | 'readTo'>

function judged(
  reading: RuleReading,
  { turning }: Words,
  { layer, trained }: Pick<Reader, 'layer' | 'trained'>,
): Judged {
  const leanings = hashedLeanings(layer, reading)
  const ofRules = rulesLeaning(layer, ruleFeaturesOf(reading, turning))
  const shares = sharesOf({
    negative: ofRules.negative + sum(leanings.negative),
    positive: ofRules.positive + sum(leanings.positive),
  })
  const additions = additionsOf(reading, leanings, trained.perWeight)
  const isCommon = (word: string): boolean => turning.common.has(word)
  const evidence = evidenceOf(reading, additions, isCommon)
  const leaned = leanedTo(shares)
  // Whoever says a mood shows its words: where none speaks for it, nothing but marks and habits did.
  const shown = withSupport(evidence, leaned, () => evidenceOf(reading, additions, () => false))
  const mood = shown ? leaned : 'neutral'
  return {
    mood,
    confidence: calibrated(trained.calibration, shares[mood]),
    score: shares.positive - shares.negative,
    phrases: phraseMoods(reading, additions, (word) => turning.buts.has(word)),
    evidence: shown ?? evidence,
  }
}

const sum = (values: Float64Array): number => values.reduce((all, value) => all + value, 0)

function leanedTo(shares: Readonly<Record<Mood, number>>): Mood {
  if (shares.neutral >= shares.negative && shares.neutral >= shares.positive) return 'neutral'
  return shares.positive > shares.negative ? 'positive' : 'negative'
}

/** The evidence where some of it speaks for the mood; with the common words too where only they do. */
function withSupport(
  evidence: readonly Evidence[],
  mood: Mood,
  withCommon: () => readonly Evidence[],
): readonly Evidence[] | undefined {
  if (mood === 'neutral') return evidence
  const supports = ({ weight }: Evidence): boolean => weight > 0 === (mood === 'positive')
  if (evidence.some(supports)) return evidence
  const more = withCommon()
  return more.some(supports) ? more : undefined
}

function additionsOf(
  { tokens, weighed }: RuleReading,
  { negative, positive }: ReturnType<typeof hashedLeanings>,
  perWeight: number,
): Additions {
  const ruled = new Float64Array(tokens.length)
  for (const { first, last, weight } of weighed)
    for (let at = first; at <= last; at++) ruled[at] = (perWeight * weight) / (last - first + 1)
  return { ruled, learnt: positive.map((good, at) => (good - (negative[at] ?? 0)) / 2) }
}
