import type { Language } from '../language.ts'
import english from './data/en-weights.json'
import french from './data/fr-weights.json'
import { readWeights } from './linear-layer.ts'
import type { LinearLayer, WrittenWeights } from './linear-layer.ts'

/** How surely the layer leaned, and how often it was right then: `leaned[i]` goes with `right[i]`, both rising. */
export interface Calibration {
  readonly leaned: readonly number[]
  readonly right: readonly number[]
}

/** A trained language: what build/sentiment/train.ts writes. */
export interface TrainedLanguage {
  readonly version: string
  readonly rules: LinearLayer['rules']
  readonly bias: LinearLayer['bias']
  readonly hashed: { readonly negative: WrittenWeights; readonly positive: WrittenWeights }
  /** What one unit of a lexicon's weight adds to the leaning, on the average of the training texts. */
  readonly perWeight: number
  readonly calibration: Calibration
}

const trained: Readonly<Record<Language, TrainedLanguage>> = { en: english, fr: french }

export const trainedFor = (language: Language): TrainedLanguage => trained[language]

export const layerOf = ({ rules, bias, hashed }: TrainedLanguage): LinearLayer => ({
  rules,
  bias,
  hashed: { negative: readWeights(hashed.negative), positive: readWeights(hashed.positive) },
})

/** Between two measured points a straight line. */
export function calibrated({ leaned, right }: Calibration, share: number): number {
  const above = leaned.findIndex((point) => point >= share)
  if (above === 0) return right[0] ?? share
  if (above < 0) return right.at(-1) ?? share
  const [low, high] = [leaned[above - 1] ?? 0, leaned[above] ?? 1]
  const [from, to] = [right[above - 1] ?? 0, right[above] ?? 1]
  return high === low ? to : from + ((share - low) / (high - low)) * (to - from)
}
