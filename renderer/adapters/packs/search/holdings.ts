import type { Article } from '../../../domain/knowledge/article.ts'
import type { SearchFilter } from '../../../domain/knowledge/article-hit.ts'
import type { Pack } from '../../../domain/knowledge/pack.ts'
import type { Language } from '../../../domain/language.ts'
import type { Edition } from './language-index.ts'

/** An article in the languages that it has. */
export type Twins = Readonly<Partial<Record<Language, Article>>>

/** An edition that is searched. */
export interface Holding {
  readonly edition: Edition
  readonly pack: string
  readonly articles: ReadonlyMap<string, Twins>
}

export function holdingOf(edition: Edition, { name, articles }: Pack): Holding {
  const twins = new Map<string, Partial<Record<Language, Article>>>()
  for (const article of articles) {
    const own = twins.get(article.id) ?? {}
    own[article.language] = article
    twins.set(article.id, own)
  }
  return { edition, pack: name, articles: twins }
}

/** The one that is shown: in the wanted language, or in the one that it has. */
export const shownOf = (twins: Twins, language: Language): Article | undefined =>
  twins[language] ?? twins.en ?? twins.fr

/**
 * Whether an article may be found. One that has expired is left out and not put last: a list of hits cannot say so, and
 * whoever reads its passage aloud promises what holds no more.
 *
 * @param today ISO 8601 `YYYY-MM-DD`
 */
export function isWanted(
  { queues, topics, expires }: Article,
  { queue, topic }: SearchFilter,
  today: string,
): boolean {
  if (expires !== undefined && expires < today) return false
  if (topic !== undefined && !topics.includes(topic)) return false
  return queue === undefined || queues.length === 0 || queues.includes(queue)
}
