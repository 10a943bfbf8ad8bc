import type { fromMarkdown } from 'mdast-util-from-markdown'

import type { Place } from '../fault.ts'

/** What Markdown is read into (mdast), by the reader's own types. */
export type MarkdownBlock = ReturnType<typeof fromMarkdown>['children'][number]
export type BlockOf<T extends MarkdownBlock['type']> = Extract<MarkdownBlock, { type: T }>
export type MarkdownSpan = BlockOf<'paragraph'>['children'][number]

/** What leads from an article somewhere else in the pack. */
export interface Lead {
  readonly kind: 'article' | 'term'
  readonly to: string
  readonly anchor: string | undefined
  readonly place: Place
}

/** What is collected while an article is read. */
export interface Reading {
  readonly leads: Lead[]
  readonly fault: (node: MarkdownBlock, sentence: string, remedy: string) => void
  /** The anchors so far, so that each heading gets one of its own. */
  readonly anchors: Set<string>
}

export const placeOf = ({ position }: MarkdownBlock): Place => ({
  line: position?.start.line ?? 1,
  column: position?.start.column ?? 1,
})
