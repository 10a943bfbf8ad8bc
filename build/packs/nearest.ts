/** The known name that was most likely meant; `undefined` where none is near. */
export function nearest(written: string, known: Iterable<string>): string | undefined {
  // Longer than any name: not worth the work.
  if (written.length > 60) return undefined
  let best: string | undefined
  let least = Math.max(1, Math.floor(written.length / 3)) + 1
  for (const name of known) {
    const distance = editDistance(written.toLowerCase(), name.toLowerCase())
    if (distance < least) [best, least] = [name, distance]
  }
  return best
}

/** “Did you mean …?”, or the names that there are. */
export function remedyFor(written: string, names: Iterable<string>, what: string): string {
  const known = [...new Set(names)]
  const meant = nearest(written, known)
  if (meant !== undefined) return `Did you mean “${meant}”?`
  if (known.length === 0) return `There is no ${what} yet: write it, or take this out.`
  const [some, more] = [known.slice(0, 12), known.length - 12]
  return `There are: ${some.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`
}

/** Levenshtein's, row by row. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: Array.from(b).length + 1 }, (_, index) => index)
  for (const [i, letter] of Array.from(a).entries()) {
    const next = [i + 1]
    for (const [j, other] of Array.from(b).entries()) {
      const swap = (row[j] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(swap, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row[row.length - 1] ?? 0
}
