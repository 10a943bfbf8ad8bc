import type { Article } from '../../../domain/knowledge/article.ts'
import { blockText } from '../../../domain/knowledge/article-text.ts'

/** What is looked through of an article, by how much it says about what the article is for. */
export interface ArticleTexts {
  readonly title: string
  /** What callers ask, and the summary. */
  readonly asked: string
  readonly headings: string
  readonly text: string
}

export function textsOf({ title, summary, questions, blocks }: Article): ArticleTexts {
  const [headings, text]: [string[], string[]] = [[], []]
  for (const block of blocks) (block.kind === 'heading' ? headings : text).push(blockText(block))
  return {
    title,
    asked: [...questions, summary].join('\n'),
    headings: headings.join('\n'),
    text: text.join('\n'),
  }
}
