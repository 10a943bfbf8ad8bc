import { createRequire } from 'node:module'

import type { Language } from '../../../renderer/domain/language.ts'

/** Another program's reading of a text. */
export interface Engine {
  readonly name: string
  readonly language: Language
  /** Its own score: below nothing negative, above nothing positive. */
  score(text: string): number
  /** As far from nothing as its makers call neutral. */
  readonly neutral: number
}

// Packages without types, or with types for another way of importing: each is used through one function.
const require = createRequire(import.meta.url)

interface Vader {
  readonly SentimentIntensityAnalyzer: { polarity_scores(text: string): { readonly compound: number } }
}
type Sentiment = new () => { analyze(text: string): { readonly score: number } }
type Wink = (text: string) => { readonly score: number }
interface Natural {
  readonly SentimentAnalyzer: new (
    language: string,
    stemmer: unknown,
    vocabulary: string,
  ) => { getSentiment(words: readonly string[]): number }
  readonly AggressiveTokenizerFr: new () => { tokenize(text: string): string[] }
}

function english(): readonly Engine[] {
  const vader = require('vader-sentiment') as Vader
  const sentiment = new (require('sentiment') as Sentiment)()
  const wink = require('wink-sentiment') as Wink
  return [
    {
      ...{ name: 'vader-sentiment', language: 'en', neutral: 0.05 },
      score: (text) => vader.SentimentIntensityAnalyzer.polarity_scores(text).compound,
    },
    { name: 'sentiment', language: 'en', neutral: 0, score: (text) => sentiment.analyze(text).score },
    { name: 'wink-sentiment', language: 'en', neutral: 0, score: (text) => wink(text).score },
  ]
}

interface NlpScore {
  readonly sentiment: { readonly score: number }
}
interface Nlp {
  readonly SentimentAnalyzer: new () => {
    readonly container: { use(plugin: unknown): void }
    process(input: object): Promise<NlpScore>
  }
}

/** `@nlpjs/sentiment` is asynchronous: the scores of all texts are asked for before. */
async function nlpScores(texts: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { SentimentAnalyzer } = require('@nlpjs/sentiment') as Nlp
  const { LangFr } = require('@nlpjs/lang-fr') as { readonly LangFr: unknown }
  const analyzer = new SentimentAnalyzer()
  analyzer.container.use(LangFr)
  const scores = new Map<string, number>()
  for (const text of texts)
    scores.set(text, (await analyzer.process({ utterance: text, locale: 'fr' })).sentiment.score)
  return scores
}

async function french(texts: readonly string[]): Promise<readonly Engine[]> {
  // natural reads a file of settings when it is loaded, and says so otherwise.
  process.env['DOTENV_CONFIG_QUIET'] = 'true'
  const natural = require('natural') as Natural
  const words = new natural.AggressiveTokenizerFr()
  const pattern = new natural.SentimentAnalyzer('French', undefined, 'pattern')
  const scores = await nlpScores(texts)
  return [
    {
      ...{ name: 'natural (pattern)', language: 'fr', neutral: 0 },
      score: (text) => pattern.getSentiment(words.tokenize(text.toLowerCase())) || 0,
    },
    { name: '@nlpjs/lang-fr', language: 'fr', neutral: 0, score: (text) => scores.get(text) ?? 0 },
  ]
}

/** Each as its makers show it in its own README. */
export const enginesFor = async (language: Language, texts: readonly string[]): Promise<readonly Engine[]> =>
  language === 'en' ? english() : french(texts)
