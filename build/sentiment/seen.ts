import { hashFeatures } from '../../renderer/domain/sentiment/hashed-features.ts'
import { moods } from '../../renderer/domain/sentiment/mood.ts'
import { ruleFeaturesOf } from '../../renderer/domain/sentiment/rule-features.ts'
import { tokensOf } from '../../renderer/domain/sentiment/token.ts'
import { readByRules } from '../../renderer/domain/sentiment/turns.ts'
import type { RuleReading, Words } from '../../renderer/domain/sentiment/turns.ts'
import type { SampleSet } from './samples.ts'

/** Features of words by their places. */
interface HashedFeatures {
  readonly count: number
  readonly places: Uint32Array
  readonly values: Float32Array
}

/** A sample as the linear layer sees it. */
export interface Seen {
  readonly rules: Float64Array
  readonly hashed: HashedFeatures
  /** Index into `moods`. */
  readonly mood: number
  readonly moods: 2 | 3
  /** Which set it came from. */
  readonly set: number
}

export const seenSet = ({ samples, moods: told }: SampleSet, words: Words, set: number): readonly Seen[] =>
  samples.map(({ text, mood }) => {
    const reading = readByRules(tokensOf(text), words)
    return {
      rules: ruleFeaturesOf(reading, words.turning),
      hashed: hashedOf(reading),
      mood: moods.indexOf(mood),
      moods: told,
      set,
    }
  })

function hashedOf(reading: RuleReading): HashedFeatures {
  const [places, values]: [number[], number[]] = [[], []]
  hashFeatures(reading, (place, value) => {
    places.push(place)
    values.push(value)
  })
  return { count: places.length, places: Uint32Array.from(places), values: Float32Array.from(values) }
}
