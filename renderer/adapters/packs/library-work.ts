import type { Article } from '../../domain/knowledge/article.ts'
import type { ArticleHit, IndexState, SearchFilter } from '../../domain/knowledge/article-hit.ts'
import type { PackContents } from '../../domain/knowledge/pack.ts'
import type { Language } from '../../domain/language.ts'
import { problem } from '../../domain/problem.ts'
import type { Problem } from '../../domain/problem.ts'
import { failed, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'

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

/** What came of a question; a failure is a bug, and the asker waits for no other answer. */
export type Answered<N extends WorkName = WorkName> = Result<LibraryWork[N]['answer'], Problem>

export type LibraryWorks = {
  readonly [N in WorkName]: (
    ask: LibraryWork[N]['ask'],
  ) => LibraryWork[N]['answer'] | Promise<LibraryWork[N]['answer']>
}

/** Answers every question, whatever happens. */
export async function answerTo(works: LibraryWorks, { name, ask }: Question): Promise<Answered> {
  const work = works[name] as (ask: Question['ask']) => Promise<LibraryWork[WorkName]['answer']>
  try {
    return ok(await work(ask))
  } catch {
    return unread
  }
}

/** Nothing can be said of the articles. */
export const unread = failed(problem('articles-unread'))

export type WorkerFact =
  | { readonly kind: 'answer'; readonly id: number; readonly answered: Answered }
  | { readonly kind: 'index'; readonly now: IndexState }
