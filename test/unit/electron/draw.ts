import { seededRandom } from '../../../renderer/domain/seeded-random.ts'

/** Whole numbers below a limit, the same for the same seed. */
export function drawFrom(seed: number): (limit: number) => number {
  const random = seededRandom(seed)
  return (limit) => Math.floor(random() * limit)
}
