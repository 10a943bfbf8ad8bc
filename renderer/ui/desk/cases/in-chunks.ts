/** Rows; so many are looked at again when one of them has changed. */
const size = 50

/** By the row that they begin with. */
const known = new WeakMap<object, readonly object[]>()

/**
 * A long list in parts. A part in which nothing has changed since the last time is the very same array, so that whatever
 * shows it can tell at a glance; also where a row has come or gone before it.
 */
export function inChunks<T extends object>(items: readonly T[]): readonly (readonly T[])[] {
  const chunks: (readonly T[])[] = []
  for (let at = 0; at < items.length;) {
    const chunk = lastAt(items, at) ?? newAt(items, at)
    chunks.push(chunk)
    at += chunk.length
  }
  return chunks
}

/** The part that began here the last time, if it is still all there. */
function lastAt<T extends object>(items: readonly T[], at: number): readonly T[] | undefined {
  const [first] = items.slice(at, at + 1)
  const last = first && known.get(first)
  return last?.every((item, index) => item === items[at + index]) ? (last as readonly T[]) : undefined
}

/** As long as may be, up to the next part that has not changed. */
function newAt<T extends object>(items: readonly T[], from: number): readonly T[] {
  let to = from + 1
  while (to < items.length && to - from < size && !lastAt(items, to)) to += 1
  const chunk = items.slice(from, to)
  for (const first of chunk.slice(0, 1)) known.set(first, chunk)
  return chunk
}
