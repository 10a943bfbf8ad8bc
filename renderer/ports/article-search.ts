import type { ArticleHit, IndexState, SearchFilter } from '../domain/knowledge/article-hit.ts'
import type { Pack } from '../domain/knowledge/pack.ts'

/** Finds articles; the work is done beside the window's own. */
export interface ArticleSearch {
  /** Takes the index that was kept for these versions, or makes it anew; what was searched before goes on until then. */
  load(packs: readonly Pack[], onProgress: (now: IndexState) => void): Promise<void>
  /** Best first. A query in one language also finds by the words of the other language's twin. */
  search(query: string, filter: SearchFilter, limit: number): Promise<readonly ArticleHit[]>
  /** Articles that fit what was said last, newest last. */
  suggest(utterances: readonly string[], filter: SearchFilter, limit: number): Promise<readonly ArticleHit[]>
  stop(): void
}
