import type { Language } from '../language.ts'
import type { Turn } from './mood.ts'
import { weightOf } from './lexicon.ts'
import type { Lexicon } from './lexicon.ts'
import { withoutAccents } from './letters.ts'
import { negationsOver } from './negation.ts'
import { phrasesIn } from './phrase.ts'
import type { PhraseBook, PhraseFound } from './phrase.ts'
import type { Token } from './token.ts'
import type { TurningWords } from './turning-words.ts'

export interface Words {
  readonly language: Language
  readonly lexicon: Lexicon
  readonly phrases: PhraseBook
  readonly turning: TurningWords
  /** Whether a word is one of this language's. */
  isOwn(word: string): boolean
}

/** A word or a phrase that weighs something, after what stands around it has turned it. */
export interface Weighed {
  /** Indexes of tokens, `last` included. */
  readonly first: number
  readonly last: number
  readonly weight: number
  readonly turns: readonly Turn[]
}

/** An utterance as the rules see it. */
export interface RuleReading {
  readonly tokens: readonly Token[]
  /** The tokens' words without accents and with drawn-out letters shortened. */
  readonly plain: readonly string[]
  readonly negations: Uint8Array
  readonly weighed: readonly Weighed[]
  readonly phrases: readonly PhraseFound[]
  /** The last "but" with words on both sides, as an index of tokens, or −1. */
  readonly but: number
}

/** A negated good word is bad, a negated bad word only half good: VADER's −0.74, and what ratings of "not bad" say. */
const negated = { good: -0.75, bad: -0.4 }
const afterBut = 1.4
const beforeBut = 0.5
const inQuestion = 0.7
const shoutedBy = 1.3
const drawnOutBy = 1.2

export function readByRules(tokens: readonly Token[], words: Words): RuleReading {
  const { language, lexicon, turning } = words
  const plain = tokens.map(({ kind, word }) =>
    kind === 'mark' || kind === 'link' ? '' : withoutAccents(word),
  )
  const negations = negationsOver(tokens, turning, language)
  const phrases = phrasesIn(tokens, plain, words.phrases)
  const but = lastBut(tokens, turning)
  const asked = askedFrom(tokens)
  const inPhrase = new Uint8Array(tokens.length)
  const weighed: Weighed[] = []
  const place = (at: number) => ({ but, asked: at >= asked })
  for (const { weight, first, last } of phrases) {
    if (weight === 0) continue
    inPhrase.fill(1, first, last + 1)
    weighed.push({ first, last, ...turnedByPlace({ weight, turns: [] }, first, place(first)) })
  }
  for (const [at, { kind, word }] of tokens.entries()) {
    if (inPhrase[at] === 1 || kind === 'mark' || kind === 'link' || kind === 'number') continue
    const weight = weightOf(lexicon, word)
    if (weight === 0 || turning.negators.has(word)) continue
    const turned = turnedByWords({ tokens, negations, turning }, at, weight)
    weighed.push({ first: at, last: at, ...turnedByPlace(turned, at, place(at)) })
  }
  return { tokens, plain, negations, weighed, phrases, but }
}

interface Turned {
  readonly weight: number
  readonly turns: readonly Turn[]
}

interface Around {
  readonly tokens: readonly Token[]
  readonly negations: Uint8Array
  readonly turning: TurningWords
}

function turnedByWords({ tokens, negations, turning }: Around, at: number, base: number): Turned {
  const turns: Turn[] = []
  let weight = base
  const token = tokens[at]
  for (const back of [1, 2]) {
    const strength = strengthAt(tokens, turning, at - back)
    if (strength === 1) continue
    weight *= 1 + (strength - 1) / back
    turns.push(strength > 1 ? 'boosted' : 'softened')
    break
  }
  if (token?.drawnOut) weight *= drawnOutBy
  if (token?.shouted) {
    weight *= shoutedBy
    turns.push('shouted')
  }
  const count = negations[at] ?? 0
  if (count % 2 === 1) weight *= weight > 0 ? negated.good : negated.bad
  if (count > 0) turns.push('negated')
  return { weight, turns }
}

function strengthAt(tokens: readonly Token[], { strength }: TurningWords, at: number): number {
  const token = tokens[at]
  return token?.kind === 'word' ? (strength.get(token.word) ?? 1) : 1
}

function turnedByPlace(
  { weight, turns }: Turned,
  at: number,
  { but, asked }: { readonly but: number; readonly asked: boolean },
): Turned {
  const side: Turn | undefined = but < 0 ? undefined : at > but ? 'after-but' : 'before-but'
  const sided = side === 'after-but' ? afterBut : side === 'before-but' ? beforeBut : 1
  return {
    weight: weight * sided * (asked ? inQuestion : 1),
    turns: [...turns, ...(side ? [side] : []), ...(asked ? (['question'] as const) : [])],
  }
}

/** "… though" at the end turns nothing: of these two words or more must follow, of others one. */
const mayEnd = new Set(['though', 'however', 'yet', 'pourtant', 'cependant'])

function lastBut(tokens: readonly Token[], { buts }: TurningWords): number {
  for (let at = tokens.length - 2; at > 0; at--) {
    const token = tokens[at]
    if (token?.kind !== 'word' || !buts.has(token.word)) continue
    if (at < tokens.length - 2 || !mayEnd.has(token.word)) return at
  }
  return -1
}

/** Where the last sentence begins, if it is a question; beyond the end otherwise. */
function askedFrom(tokens: readonly Token[]): number {
  const end = tokens.length - 1
  if (!tokens[end]?.word.includes('?') || tokens[end].kind !== 'mark') return tokens.length
  for (let at = end - 1; at >= 0; at--) {
    const token = tokens[at]
    if (token?.kind === 'mark' && /[.!?…\n]/u.test(token.word)) return at + 1
  }
  return 0
}
