/** Rows; so many are looked at again when one of them has changed. */
const size = 250

const known = new WeakMap<object, readonly object[]>()

/**
 * A long list in parts. A part in which nothing has changed since the last time is the very same array, so that whatever
 * shows it can tell at a glance.
 */
export function inChunks<T extends object>(items: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    asBefore(items.slice(index * size, (index + 1) * size)),
  )
}

function asBefore<T extends object>(chunk: readonly T[]): readonly T[] {
  const [first] = chunk
  if (!first) return chunk
  const last = known.get(first)
  if (last?.length === chunk.length && last.every((item, index) => item === chunk[index]))
    return last as readonly T[]
  known.set(first, chunk)
  return chunk
}
