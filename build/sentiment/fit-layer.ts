import { seededRandom } from '../../renderer/domain/seeded-random.ts'
import { places } from '../../renderer/domain/sentiment/hashed-features.ts'
import { sharesOf } from '../../renderer/domain/sentiment/linear-layer.ts'
import type { Leaning, LinearLayer } from '../../renderer/domain/sentiment/linear-layer.ts'
import { ruleFeatures } from '../../renderer/domain/sentiment/rule-features.ts'
import type { Seen } from './seen.ts'

export interface Fit {
  readonly epochs: number
  readonly rate: number
  /** How strongly weights are drawn to nothing: of words, and of rules. */
  readonly pull: { readonly hashed: number; readonly rules: number }
  /** How much a sample counts, by its set. */
  readonly counts: (set: number) => number
  /** The set whose intercept the layer keeps: where it will be used. */
  readonly home: number
  readonly seed: number
}

/** AdaGrad (Duchi et al. 2011) over one logit's weights. */
class Weights {
  readonly weights: Float64Array
  readonly #squares: Float64Array

  constructor(count: number) {
    this.weights = new Float64Array(count)
    this.#squares = new Float64Array(count).fill(1e-4)
  }

  step(at: number, gradient: number, { rate, pull }: { readonly rate: number; readonly pull: number }): void {
    const weight = this.weights[at] ?? 0
    const slope = gradient + pull * weight
    const squares = (this.#squares[at] ?? 0) + slope * slope
    this.#squares[at] = squares
    this.weights[at] = weight - (rate * slope) / Math.sqrt(squares)
  }
}

interface Side {
  readonly rules: Weights
  readonly hashed: Weights
  /** One intercept for all, and one per set, so that how often a mood occurs in a set teaches nothing about words. */
  readonly bias: Weights
}

const sets = 16
const newSide = (): Side => ({
  rules: new Weights(ruleFeatures.length),
  hashed: new Weights(places),
  bias: new Weights(sets),
})

/** The same samples and seed give the same layer. */
export function fitLayer(samples: readonly Seen[], fit: Fit): LinearLayer {
  const [negative, positive] = [newSide(), newSide()]
  const random = seededRandom(fit.seed)
  for (let epoch = 0; epoch < fit.epochs; epoch++)
    for (const sample of shuffledFast(random, samples)) {
      const slopes = slopesOf(sample, {
        negative: leaning(sample, negative),
        positive: leaning(sample, positive),
      })
      const count = fit.counts(sample.set)
      learn(sample, negative, { slope: slopes.negative * count, fit })
      learn(sample, positive, { slope: slopes.positive * count, fit })
    }
  return {
    rules: { negative: [...negative.rules.weights], positive: [...positive.rules.weights] },
    bias: { negative: negative.bias.weights[fit.home] ?? 0, positive: positive.bias.weights[fit.home] ?? 0 },
    hashed: {
      negative: Float32Array.from(negative.hashed.weights),
      positive: Float32Array.from(positive.hashed.weights),
    },
  }
}

/** `shuffled` draws from a list in quadratic time; here there are tens of thousands. */
function shuffledFast(random: () => number, samples: readonly Seen[]): readonly Seen[] {
  const order = [...samples]
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    ;[order[at], order[other]] = [order[other] as Seen, order[at] as Seen]
  }
  return order
}

function leaning({ rules, hashed, set }: Seen, side: Side): number {
  let sum = side.bias.weights[set] ?? 0
  for (let at = 0; at < rules.length; at++) sum += (rules[at] ?? 0) * (side.rules.weights[at] ?? 0)
  const { places: at, values, count } = hashed
  for (let next = 0; next < count; next++)
    sum += (values[next] ?? 0) * (side.hashed.weights[at[next] ?? 0] ?? 0)
  return sum
}

/** Of the log loss. Where a set tells two moods apart only, neutral is left out of the comparison. */
function slopesOf({ mood, moods }: Seen, sure: Leaning): Leaning {
  if (moods === 2) {
    const good = 1 / (1 + Math.exp(sure.negative - sure.positive))
    const positive = good - Number(mood === 2)
    return { negative: -positive, positive }
  }
  const shares = sharesOf(sure)
  return { negative: shares.negative - Number(mood === 0), positive: shares.positive - Number(mood === 2) }
}

function learn(
  { rules, hashed, set }: Seen,
  side: Side,
  { slope, fit }: { readonly slope: number; readonly fit: Fit },
): void {
  const { rate, pull } = fit
  for (let at = 0; at < rules.length; at++) {
    const value = rules[at] ?? 0
    if (value !== 0) side.rules.step(at, slope * value, { rate, pull: pull.rules })
  }
  for (let next = 0; next < hashed.count; next++)
    side.hashed.step(hashed.places[next] ?? 0, slope * (hashed.values[next] ?? 0), {
      rate,
      pull: pull.hashed,
    })
  side.bias.step(set, slope, { rate, pull: 0 })
}
