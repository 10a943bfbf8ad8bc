import type { Language } from '../language.ts'

/** A place in a text, in UTF-16 units: what is to be marked. */
export interface Mark {
  readonly from: number
  readonly to: number
}

/** An article that was found, and the passage of it that fits best. */
export interface ArticleHit {
  readonly pack: string
  readonly article: string
  readonly language: Language
  /** Higher is better; only to be compared within one answer. */
  readonly score: number
  readonly title: { readonly text: string; readonly marks: readonly Mark[] }
  readonly passage: {
    readonly anchor: string | undefined
    readonly text: string
    readonly marks: readonly Mark[]
  }
}

export interface SearchFilter {
  readonly language: Language
  readonly queue?: string | undefined
  readonly topic?: string | undefined
  readonly pack?: string | undefined
}

/** How far the index of the articles is. */
export interface IndexState {
  readonly kind: 'empty' | 'indexing' | 'ready'
  /** 0 to 1 */
  readonly progress: number
}
