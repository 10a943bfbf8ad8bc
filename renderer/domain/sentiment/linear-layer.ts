import { hashFeatures, places } from './hashed-features.ts'
import type { RuleReading } from './turns.ts'

/** Multinomial logistic regression: how much each feature speaks for negative and for positive, against neutral. */
export interface LinearLayer {
  readonly rules: { readonly negative: readonly number[]; readonly positive: readonly number[] }
  readonly bias: { readonly negative: number; readonly positive: number }
  readonly hashed: { readonly negative: Float32Array; readonly positive: Float32Array }
}

export interface Leaning {
  readonly negative: number
  readonly positive: number
}

/** A data file's weights: one sign each, so that 65,536 of them are 65,536 bytes. */
export interface WrittenWeights {
  readonly largest: number
  readonly signs: string
}

/** The signs from "#" to "~", but for the backslash, which JSON would double. */
const firstSign = 35
const backslash = 92
/** Steps to each side of nothing; they grow with their square, so that small weights are told apart best. */
const steps = 45

export function writeWeights(weights: Float32Array): WrittenWeights {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9)
  let signs = ''
  for (const weight of weights) {
    const step = Math.round(Math.sign(weight) * Math.sqrt(Math.abs(weight) / largest) * steps)
    const sign = firstSign + step + steps
    signs += String.fromCharCode(sign >= backslash ? sign + 1 : sign)
  }
  return { largest, signs }
}

export function readWeights({ largest, signs }: WrittenWeights): Float32Array {
  const weights = new Float32Array(places)
  for (let at = 0; at < places; at++) {
    const sign = signs.charCodeAt(at)
    const step = ((sign > backslash ? sign - 1 : sign) - firstSign - steps) / steps
    weights[at] = step * Math.abs(step) * largest
  }
  return weights
}

/** The leaning of the rules' part and of the bias. */
export function rulesLeaning({ rules, bias }: LinearLayer, features: Float64Array): Leaning {
  let { negative, positive } = bias
  for (let at = 0; at < features.length; at++) {
    const feature = features[at] ?? 0
    negative += feature * (rules.negative[at] ?? 0)
    positive += feature * (rules.positive[at] ?? 0)
  }
  return { negative, positive }
}

/** Per token: what its words, pairs and parts add. A pair's weight is split between its tokens. */
export function hashedLeanings(
  { hashed }: LinearLayer,
  reading: RuleReading,
): { readonly negative: Float64Array; readonly positive: Float64Array } {
  const { length } = reading.tokens
  const [negative, positive] = [new Float64Array(length), new Float64Array(length)]
  hashFeatures(reading, (place, value, owner, span) => {
    const end = Math.min(length, owner + span)
    const part = value / (end - owner)
    const [bad, good] = [part * (hashed.negative[place] ?? 0), part * (hashed.positive[place] ?? 0)]
    for (let token = owner; token < end; token++) {
      negative[token] = (negative[token] ?? 0) + bad
      positive[token] = (positive[token] ?? 0) + good
    }
  })
  return { negative, positive }
}

/** Shares that add up to 1 (softmax over negative, neutral = 0, positive). */
export function sharesOf({ negative, positive }: Leaning) {
  const highest = Math.max(negative, positive, 0)
  const [bad, even, good] = [negative - highest, -highest, positive - highest].map(Math.exp) as [
    number,
    number,
    number,
  ]
  const sum = bad + even + good
  return { negative: bad / sum, neutral: even / sum, positive: good / sum }
}
