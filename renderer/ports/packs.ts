import type { Article } from '../domain/knowledge/article.ts'
import type { IndexState } from '../domain/knowledge/article-hit.ts'
import type { PackNow } from '../domain/knowledge/pack.ts'
import type { Language } from '../domain/language.ts'
import type { Problem } from '../domain/problem.ts'
import type { Result } from '../domain/result.ts'
import type { Realm } from '../domain/setup.ts'
import type { Undo } from './undo.ts'

/**
 * The knowledge packs of a place: fetched and verified by the main process, unpacked and indexed beside the window's own
 * work. A large pack has thousands of articles: they stay there, and are asked for one by one.
 */
export interface Packs {
  /** What is on this computer; newer ones follow by `onChanged`. */
  open(realm: Realm): Promise<readonly PackNow[]>
  /** Asks the sources now. Resolves when each has answered or failed. */
  refresh(): Promise<readonly PackNow[]>
  /** A newer pack has been verified and put in the place of the one before, or could not be. */
  onChanged(listener: (packs: readonly PackNow[]) => void): Undo
  /** How far the articles can be searched: what was there before is searched until what is new is ready. */
  onIndex(listener: (now: IndexState) => void): Undo
  /** In that language, or in the other where it has only that one; `undefined` where there is none. */
  article(pack: string, article: string, language: Language): Promise<Result<Article | undefined, Problem>>
  close(): void
}
