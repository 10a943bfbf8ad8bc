import type { Language } from '../language.ts'

/** What stands in a line of an article. Nothing else does: what a content team writes is never markup of ours. */
export type Span =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly spans: readonly Span[] }
  | { readonly kind: 'code'; readonly text: string }
  /** To an address outside (http, https, mailto, tel). */
  | { readonly kind: 'link'; readonly to: string; readonly spans: readonly Span[] }
  /** To another article of the same pack, or to a passage of it: `anchor` is its heading's. */
  | {
      readonly kind: 'article-link'
      readonly article: string
      readonly anchor?: string | undefined
      readonly spans: readonly Span[]
    }
  /** To a word of the glossary. */
  | { readonly kind: 'term'; readonly term: string; readonly spans: readonly Span[] }

export type Block =
  /** Level 2 to 4: the title is level 1. `id` is its anchor, unique in the article. */
  | {
      readonly kind: 'heading'
      readonly level: 2 | 3 | 4
      readonly id: string
      readonly spans: readonly Span[]
    }
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | {
      readonly kind: 'table'
      readonly head: readonly (readonly Span[])[]
      readonly rows: readonly (readonly (readonly Span[])[])[]
    }

/** What an agent looks up, in one language. The other language has the same `id`. */
export interface Article {
  /** Letters, digits and hyphens; one for all languages. */
  readonly id: string
  readonly language: Language
  readonly title: string
  /** One or two sentences: what stands in a list of results. */
  readonly summary: string
  /** What callers ask, in their words. */
  readonly questions: readonly string[]
  readonly topics: readonly string[]
  /** Queues whose work it is about; none for all. */
  readonly queues: readonly string[]
  /** The day on which it was last gone through by its owner, ISO 8601 `YYYY-MM-DD`: its revision. */
  readonly revised: string
  /** The last day on which it may be used. */
  readonly expires: string | undefined
  readonly blocks: readonly Block[]
}

/** A passage: everything under one heading, or what stands before the first. */
export interface Passage {
  /** The heading's anchor; `undefined` before the first. */
  readonly anchor: string | undefined
  readonly heading: string | undefined
  readonly blocks: readonly Block[]
}
