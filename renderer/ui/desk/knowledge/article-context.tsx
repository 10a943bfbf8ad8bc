import { createContext, useContext } from 'react'

import type { Article } from '../../../domain/knowledge/article.ts'
import type { Term } from '../../../domain/knowledge/pack.ts'

/** What the blocks of an article need to know of where they stand. */
export interface ArticlePlace {
  readonly article: Article
  readonly pack: string
  readonly terms: readonly Term[]
  /** Puts a text into the message that is being written; `undefined` where no chat is in hand. */
  readonly insert: ((excerpt: string) => void) | undefined
}

const Context = createContext<ArticlePlace | undefined>(undefined)

export const ArticlePlaceProvider = Context.Provider

export function useArticlePlace(): ArticlePlace {
  const place = useContext(Context)
  if (!place) throw new Error('useArticlePlace is for components inside an article')
  return place
}
