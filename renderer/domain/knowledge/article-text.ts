import type { Article, Block, Passage, Span } from './article.ts'

/** Spans as they are read. */
export const spanText = (spans: readonly Span[]): string =>
  spans.map((span) => ('text' in span ? span.text : spanText(span.spans))).join('')

/** Blocks as plain text, for a search and for what is sent to a customer. */
export function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return spanText(block.spans)
    case 'list':
      return block.items
        .map((item, nth) => `${block.ordered ? `${nth + 1}.` : '-'} ${blocksText(item, ' ')}`)
        .join('\n')
    case 'quote':
      return blocksText(block.blocks)
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map(spanText).join(' · ')).join('\n')
  }
}

export const blocksText = (blocks: readonly Block[], between = '\n\n'): string =>
  blocks.map(blockText).join(between)

/** The title and everything below it. */
export const articleText = ({ title, blocks }: Article): string => `${title}\n\n${blocksText(blocks)}`

/** The passages of an article: each is short enough to be read aloud. */
export function passagesOf({ blocks }: Article): readonly Passage[] {
  const passages: { anchor: string | undefined; heading: string | undefined; blocks: Block[] }[] = [
    { anchor: undefined, heading: undefined, blocks: [] },
  ]
  for (const block of blocks) {
    if (block.kind === 'heading')
      passages.push({ anchor: block.id, heading: spanText(block.spans), blocks: [] })
    else passages.at(-1)?.blocks.push(block)
  }
  return passages.filter((passage) => passage.heading !== undefined || passage.blocks.length > 0)
}
