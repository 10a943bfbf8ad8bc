/** A whole number from 0 up to, not with, `below`. */
export type Chance = (below: number) => number

/** A linear congruential generator (Knuth, The Art of Computer Programming 2, §3.3.4): the same seed, the same numbers. */
export function chance(seed: number): Chance {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
