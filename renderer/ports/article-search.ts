import type { ArticleHit, SearchFilter } from '../domain/knowledge/article-hit.ts'

/** Finds articles of the packs that are open; the work is done beside the window's own. */
export interface ArticleSearch {
  /** Best first. A query in one language also finds by the words of the other language's twin. */
  search(query: string, filter: SearchFilter, limit: number): Promise<readonly ArticleHit[]>
  /** Articles that fit what was said last, newest last. */
  suggest(utterances: readonly string[], filter: SearchFilter, limit: number): Promise<readonly ArticleHit[]>
}
