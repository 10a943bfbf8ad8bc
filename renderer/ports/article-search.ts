import type { ArticleHit, SearchFilter } from '../domain/knowledge/article-hit.ts'
import type { Problem } from '../domain/problem.ts'
import type { Result } from '../domain/result.ts'

type FoundArticles = Result<readonly ArticleHit[], Problem>

/** Finds articles of the packs that are open; the work is done beside the window's own. */
export interface ArticleSearch {
  /** Best first. A query in one language also finds by the words of the other language's twin. */
  search(query: string, filter: SearchFilter, limit: number): Promise<FoundArticles>
  /** Articles that fit what was said last, newest last. */
  suggest(utterances: readonly string[], filter: SearchFilter, limit: number): Promise<FoundArticles>
}
