import type { Calibration } from '../../renderer/domain/sentiment/weights.ts'
import type { Said } from './folds.ts'

/** Each point of the line stands for as many readings, or more. */
const leastPerPoint = 60

interface Block {
  readonly shares: number
  readonly hits: number
  readonly count: number
}

/**
 * How often readings were right, by how surely they were made: isotonic regression by pooling neighbours that fall
 * (Zadrozny and Elkan 2002), over readings of samples that had not been seen.
 */
export function calibrationOf(said: readonly Said[]): Calibration {
  const sorted = [...said].sort((a, b) => a.share - b.share)
  const pooled: Block[] = []
  for (let from = 0; from < sorted.length; from += leastPerPoint) {
    const part = sorted.slice(from, from + leastPerPoint)
    let block: Block = {
      shares: part.reduce((sum, { share }) => sum + share, 0),
      hits: part.filter(({ mood, right }) => mood === right).length,
      count: part.length,
    }
    for (let before = pooled.at(-1); before && rightOf(before) >= rightOf(block); before = pooled.at(-1)) {
      block = joined(before, block)
      pooled.pop()
    }
    pooled.push(block)
  }
  return {
    leaned: pooled.map(({ shares, count }) => roundTo3(shares / count)),
    right: pooled.map((block) => roundTo3(rightOf(block))),
  }
}

/** One right and one wrong reading are added (Laplace), so that nothing is ever certain. */
const rightOf = ({ hits, count }: Block): number => (hits + 1) / (count + 2)

const joined = (a: Block, b: Block): Block => ({
  shares: a.shares + b.shares,
  hits: a.hits + b.hits,
  count: a.count + b.count,
})

const roundTo3 = (value: number): number => Math.round(value * 1e3) / 1e3
