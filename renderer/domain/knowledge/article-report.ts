import type { Article } from './article.ts'
import type { PackHead } from './pack.ts'

/** What an agent tells the owner of an article. */
export interface ArticleReport {
  readonly article: Pick<Article, 'id' | 'title' | 'language' | 'revised'>
  readonly pack: Pick<PackHead, 'name' | 'version' | 'title'>
  readonly why: 'out-of-date' | 'did-not-help'
  /** In the agent's words; may be empty. */
  readonly words: string
}
