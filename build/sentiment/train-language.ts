import { createHash } from 'node:crypto'

import type { Language } from '../../renderer/domain/language.ts'
import { rulesLeaning, writeWeights } from '../../renderer/domain/sentiment/linear-layer.ts'
import type { LinearLayer } from '../../renderer/domain/sentiment/linear-layer.ts'
import type { TrainedLanguage } from '../../renderer/domain/sentiment/weights.ts'
import { wordsOf } from '../../renderer/domain/sentiment/words-of.ts'
import { calibrationOf } from './calibration.ts'
import { fitLayer } from './fit-layer.ts'
import { foldsOf, sharesBy } from './folds.ts'
import type { SampleSet } from './samples.ts'
import { seenSet } from './seen.ts'
import type { Seen } from './seen.ts'

/** Chosen by cross-validation inside the training sets (cross-validate.ts). */
const everywhere = { epochs: 3, rate: 0.1, pull: { hashed: 1e-4, rules: 1e-4 } }
const atHome = { epochs: 15, rate: 0.1, pull: { hashed: 1e-3, rules: 1e-3 } }
/** How much of what the home set alone teaches is added to what all sets teach together. */
const homeShare = 0.5
/** Utterances of the home set count as they are; another set's by the root of this over its size. */
const othersLike = 1000
const [home, seed] = [0, 7]

export interface Training {
  readonly language: Language
  /** The first is where the layer will be used. */
  readonly sets: readonly SampleSet[]
  /** Calibrates by folds of the first set; without, by nothing (a bench that looks at moods alone). */
  readonly calibrate: boolean
}

const seenSets = ({ language, sets }: Pick<Training, 'language' | 'sets'>): readonly (readonly Seen[])[] => {
  const words = wordsOf(language)
  return sets.map((set, at) => seenSet(set, words, at))
}

/** A layer from all sets, and one from the home set alone: added, since both are sums of weights. */
export function layerFor(samples: readonly Seen[]): LinearLayer {
  const ofHome = samples.filter(({ set }) => set === home)
  const alone = fitLayer(ofHome, { ...atHome, counts: () => 1, home, seed })
  if (ofHome.length === samples.length) return alone
  const sizes = new Map<number, number>()
  for (const { set } of samples) sizes.set(set, (sizes.get(set) ?? 0) + 1)
  const counts = (set: number): number => (set === home ? 1 : Math.sqrt(othersLike / (sizes.get(set) ?? 1)))
  return added(fitLayer(samples, { ...everywhere, counts, home, seed }), alone)
}

function added(all: LinearLayer, alone: LinearLayer): LinearLayer {
  const sum = (a: number, b: number | undefined): number => a + homeShare * (b ?? 0)
  const side = (mood: 'negative' | 'positive') => ({
    rules: all.rules[mood].map((weight, at) => sum(weight, alone.rules[mood][at])),
    bias: sum(all.bias[mood], alone.bias[mood]),
    hashed: all.hashed[mood].map((weight, at) => sum(weight, alone.hashed[mood][at])),
  })
  const [negative, positive] = [side('negative'), side('positive')]
  return {
    rules: { negative: negative.rules, positive: positive.rules },
    bias: { negative: negative.bias, positive: positive.bias },
    hashed: { negative: negative.hashed, positive: positive.hashed },
  }
}

export function trainLanguage(training: Training): TrainedLanguage {
  const { language } = training
  const seen = seenSets(training)
  const layer = layerFor(seen.flat())
  const hashed = {
    negative: writeWeights(layer.hashed.negative),
    positive: writeWeights(layer.hashed.positive),
  }
  const calibration = training.calibrate
    ? calibrationOf(foldsOf(seen, home).flatMap(({ train, test }) => sharesBy(layerFor(train), test)))
    : { leaned: [0, 1], right: [0, 1] }
  const trained = {
    rules: rounded(layer.rules),
    bias: rounded(layer.bias),
    hashed,
    perWeight: perWeightOf(layer, seen.flat()),
    calibration,
  }
  const digest = createHash('sha256').update(JSON.stringify(trained)).digest('hex').slice(0, 8)
  return { version: `${language}-${digest}`, ...trained }
}

const rounded = <Value extends object>(value: Value): Value =>
  JSON.parse(
    JSON.stringify(value, (_, part: unknown) => (typeof part === 'number' ? roundTo4(part) : part)),
  ) as Value

const roundTo4 = (value: number): number => Math.round(value * 1e4) / 1e4

/** The rules' leaning against the sum of the lexicons' weights: the slope of the line through the training texts. */
function perWeightOf(layer: LinearLayer, seen: readonly Seen[]): number {
  let [both, squares] = [0, 0]
  for (const { rules } of seen) {
    // `compound` is sum / √(sum² + 15): the sum again.
    const compound = rules[2] ?? 0
    const sum = (compound * Math.sqrt(15)) / Math.sqrt(Math.max(1e-6, 1 - compound * compound))
    const { negative, positive } = rulesLeaning(layer, rules)
    const leaning = (positive - negative - (layer.bias.positive - layer.bias.negative)) / 2
    both += sum * leaning
    squares += sum * sum
  }
  return roundTo4(Math.max(0.05, squares === 0 ? 0 : both / squares))
}
