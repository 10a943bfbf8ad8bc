import type { Article } from '../../domain/knowledge/article.ts'
import type { ArticleHit, IndexState, SearchFilter } from '../../domain/knowledge/article-hit.ts'
import type { PackContents } from '../../domain/knowledge/pack.ts'
import type { Language } from '../../domain/language.ts'

/** What the window asks of the worker that holds the packs: one answer to each, by its number. */
export interface LibraryWork {
  take: {
    ask: { readonly name: string; readonly body: Uint8Array<ArrayBuffer> }
    /** `undefined` for a body that is not what the format says: what was there stays. */
    answer: PackContents | undefined
  }
  forget: { ask: readonly string[]; answer: undefined }
  article: {
    ask: { readonly pack: string; readonly article: string; readonly language: Language }
    answer: Article | undefined
  }
  search: {
    ask: { readonly query: string; readonly filter: SearchFilter; readonly limit: number }
    answer: readonly ArticleHit[]
  }
  suggest: {
    ask: {
      readonly utterances: readonly string[]
      readonly filter: SearchFilter
      readonly limit: number
    }
    answer: readonly ArticleHit[]
  }
}

export type WorkName = keyof LibraryWork

export type Question = {
  [N in WorkName]: { readonly id: number; readonly name: N; readonly ask: LibraryWork[N]['ask'] }
}[WorkName]

export type WorkerFact =
  | { readonly kind: 'answer'; readonly id: number; readonly value: LibraryWork[WorkName]['answer'] }
  | { readonly kind: 'index'; readonly now: IndexState }
