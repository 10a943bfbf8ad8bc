/** Numbers from 0 (included) to 1 (excluded), like `Math.random`. */
export type Random = () => number

/**
 * The same seed always gives the same numbers, so that whatever was drawn by chance can be replayed.
 * Mulberry32 by Tommy Ettinger (public domain): 32 bits of state, good enough for rehearsals and tests, never
 * for secrets. Only the low 32 bits of the seed count.
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A number from `low` (included) to `high` (excluded). */
export function drawBetween(random: Random, low: number, high: number): number {
  return low + random() * (high - low)
}

/** The same items in a drawn order (Fisher and Yates); the list that was given is left as it was. */
export function shuffled<Item>(random: Random, items: readonly Item[]): Item[] {
  const rest = [...items]
  const drawn: Item[] = []
  while (rest.length > 0) drawn.push(...rest.splice(Math.floor(random() * rest.length), 1))
  return drawn
}
