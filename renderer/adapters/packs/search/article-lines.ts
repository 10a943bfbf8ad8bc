import type { Article } from '../../../domain/knowledge/article.ts'
import type { Query, QueryGroup } from './read-query.ts'
import { stemsIn } from './stems.ts'

const known = new WeakMap<Article, readonly ReadonlySet<string>[]>()

/** The sentences that say by themselves what an article is for: its title, and each of the callers' questions. */
export function linesOf(article: Article): readonly ReadonlySet<string>[] {
  const there = known.get(article)
  if (there) return there
  const lines = [article.title, ...article.questions]
    .map((line) => new Set(stemsIn(line, article.language)))
    .filter(({ size }) => size > 0)
  known.set(article, lines)
  return lines
}

/**
 * How near the nearest of these lines is to a query, 0 to 1: what both have, weighed, of what they have (Dice's
 * coefficient). An article whose words are in it by chance has no line like it.
 */
export function nearestLine(
  lines: readonly ReadonlySet<string>[],
  { groups }: Query,
  worth: (stem: string) => number,
): number {
  const asked = groups.reduce((sum, group) => sum + group.worth, 0)
  const likenesses = lines.map((line) => {
    const shared = groups.reduce((sum, group) => sum + sureness(group, line) * group.worth, 0)
    if (shared === 0) return 0
    const own = [...line].reduce((sum, stem) => sum + worth(stem), 0)
    return Math.min(1, (2 * shared) / (asked + own))
  })
  return Math.max(0, ...likenesses)
}

/** How sure it is that a word of the query stands in a line. */
function sureness({ stems }: QueryGroup, line: ReadonlySet<string>): number {
  let most = 0
  for (const [stem, sure] of stems) if (line.has(stem)) most = Math.max(most, sure)
  return most
}
