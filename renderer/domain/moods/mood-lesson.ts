import { hashFeatures } from '../sentiment/hashed-features.ts'
import { rulesLeaning } from '../sentiment/linear-layer.ts'
import type { Leaning, LinearLayer } from '../sentiment/linear-layer.ts'
import type { Mood } from '../sentiment/mood.ts'
import { ruleFeaturesOf } from '../sentiment/rule-features.ts'
import { readableEnd, tokensOf } from '../sentiment/token.ts'
import type { Token } from '../sentiment/token.ts'
import { readByRules } from '../sentiment/turns.ts'
import type { Words } from '../sentiment/turns.ts'
import type { MoodJudgement } from './mood-correction.ts'

/** UTF-16 units: what is said in the first lines of a long letter teaches enough. */
const mostLetters = 400

/** One judged utterance, as the linear layer sees it. */
export interface MoodLesson {
  readonly given: Mood
  /** What the rules say of it, with the bias: neither is changed. */
  readonly ruled: Leaning
  readonly places: Uint32Array
  readonly values: Float64Array
  /** 1 where it may be learnt from; 0 for words that every utterance has: they would change the others too. */
  readonly teaches: Uint8Array
}

export function lessonOf(
  { text, given }: Pick<MoodJudgement, 'text' | 'given'>,
  words: Words,
  layer: LinearLayer,
): MoodLesson {
  const seen = text.slice(0, readableEnd(text, mostLetters))
  const reading = readByRules(tokensOf(seen), words)
  const telling = reading.tokens.map((token) => isTelling(token, words))
  const [places, values, teaches]: [number[], number[], number[]] = [[], [], []]
  hashFeatures(reading, (place, value, owner, span) => {
    places.push(place)
    values.push(value)
    let tells = false
    for (let at = owner; at < owner + span; at++) tells ||= telling[at] ?? false
    teaches.push(Number(tells))
  })
  return {
    given,
    ruled: rulesLeaning(layer, ruleFeaturesOf(reading, words.turning)),
    places: Uint32Array.from(places),
    values: Float64Array.from(values),
    teaches: Uint8Array.from(teaches),
  }
}

const isTelling = ({ kind, word }: Token, { turning }: Words): boolean =>
  kind !== 'mark' && !turning.common.has(word) && !turning.negators.has(word)
