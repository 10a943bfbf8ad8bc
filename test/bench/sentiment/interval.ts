import { seededRandom } from '../../../renderer/domain/seeded-random.ts'
import { accuracyOf, macroF1Of } from '../../../build/sentiment/measure.ts'
import type { Told } from '../../../build/sentiment/measure.ts'

/** A share with its 95 % interval. */
export interface Interval {
  readonly value: number
  readonly low: number
  readonly high: number
}

export interface Quality {
  readonly accuracy: Interval
  readonly macroF1: Interval
}

const draws = 1000
const seed = 11

/** Percentile bootstrap (Efron 1979): the same texts drawn anew with replacement, a thousand times. */
export function qualityOf(told: Told): Quality {
  const random = seededRandom(seed)
  const [accuracies, f1s]: [number[], number[]] = [[], []]
  const { length } = told.right
  for (let draw = 0; draw < draws; draw++) {
    const at = Array.from({ length }, () => Math.floor(random() * length))
    const drawn = {
      moods: told.moods,
      said: at.map((index) => told.said[index] ?? 0),
      right: at.map((index) => told.right[index] ?? 0),
    }
    accuracies.push(accuracyOf(drawn))
    f1s.push(macroF1Of(drawn))
  }
  return { accuracy: interval(accuracyOf(told), accuracies), macroF1: interval(macroF1Of(told), f1s) }
}

function interval(value: number, drawn: readonly number[]): Interval {
  const sorted = [...drawn].sort((a, b) => a - b)
  return {
    value,
    low: sorted[Math.floor(draws * 0.025)] ?? 0,
    high: sorted[Math.ceil(draws * 0.975) - 1] ?? 0,
  }
}

const percent = (share: number): string => (share * 100).toFixed(1)

export const shown = ({ value, low, high }: Interval): string =>
  `${percent(value)} [${percent(low)}–${percent(high)}]`
