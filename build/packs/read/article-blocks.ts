import type { Block } from '../../../renderer/domain/knowledge/article.ts'
import { plainText, readSpans } from './article-spans.ts'
import type { BlockOf, MarkdownBlock, Reading } from './reading.ts'

/** Where headings may stand: they divide an article, not a list or a quotation. */
type Where = 'top' | 'inside'

export const readBlocks = (
  nodes: readonly MarkdownBlock[],
  reading: Reading,
  where: Where,
): readonly Block[] =>
  nodes.flatMap((node) => {
    const block = readBlock(node, reading, where)
    return block === undefined ? [] : [block]
  })

function readBlock(node: MarkdownBlock, reading: Reading, where: Where): Block | undefined {
  if (node.type === 'paragraph') return { kind: 'paragraph', spans: readSpans(node.children, reading) }
  if (node.type === 'heading') return readHeading(node, reading, where)
  if (node.type === 'list') return readList(node, reading)
  if (node.type === 'blockquote')
    return { kind: 'quote', blocks: readBlocks(node.children, reading, 'inside') }
  if (node.type === 'table') return readTable(node, reading)
  const [sentence, remedy] = refusals[node.type] ?? unknown
  reading.fault(node, sentence, remedy)
  return undefined
}

const unknown = ['This cannot stand in an article.', 'Write it as a paragraph, a list or a table.'] as const
const refusals: Readonly<Record<string, readonly [string, string]>> = {
  html: ['There is no HTML in an article.', 'Say it in words, with **strong**, lists and tables.'],
  code: [
    'There are no blocks of code in an article.',
    'Take the spaces before the line or the fence away; `one line` of code may stand in a paragraph.',
  ],
  thematicBreak: ['There are no ruled lines in an article.', 'Begin the next part with a heading (##).'],
  definition: [
    'Addresses are not gathered at the end.',
    'Write the address where the link stands: [words](https://…).',
  ],
}

function readHeading(node: BlockOf<'heading'>, reading: Reading, where: Where): Block | undefined {
  const { depth } = node
  if (where === 'inside')
    reading.fault(node, 'A heading stands inside a list or a quotation.', 'Begin it at the left edge.')
  if (depth === 1 || depth === 5 || depth === 6) {
    reading.fault(
      node,
      `A heading of level ${depth} stands here.`,
      'Headings are of level 2 to 4 (##, ###, ####); level 1 is the title.',
    )
    return undefined
  }
  const spans = readSpans(node.children, reading)
  const words = plainText(spans)
  if (words.trim() === '')
    reading.fault(node, 'A heading without words stands here.', 'Write some, or take it out.')
  return { kind: 'heading', level: depth, id: freshAnchor(words, reading.anchors), spans }
}

/** As GitHub makes them, but without accents, so that they can be typed: `Qui peut la demander?` is `qui-peut-la-demander`. */
function freshAnchor(words: string, taken: Set<string>): string {
  const letters = words.toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae').normalize('NFD')
  const plain = letters.replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/g, '-')
  // The desk takes 80 characters at most.
  const stem = plain.slice(0, 70).replace(/^-+|-+$/g, '') || 'part'
  let anchor = stem
  for (let count = 2; taken.has(anchor); count += 1) anchor = `${stem}-${count}`
  taken.add(anchor)
  return anchor
}

const readList = (node: BlockOf<'list'>, reading: Reading): Block => ({
  kind: 'list',
  ordered: node.ordered === true,
  items: node.children.map((item) => readBlocks(item.children, reading, 'inside')),
})

function readTable({ children: [head, ...rows] }: BlockOf<'table'>, reading: Reading): Block {
  const cells = (row: BlockOf<'table'>['children'][number]) =>
    row.children.map((cell) => readSpans(cell.children, reading))
  const width = head?.children.length ?? 0
  return {
    kind: 'table',
    head: head === undefined ? [] : cells(head),
    // GFM §4.10: what is missing in a row is empty, what is too much is left out.
    rows: rows.map((row) => {
      const found = cells(row)
      if (found.length > width)
        reading.fault(
          row,
          'This row has more cells than the table’s first row.',
          'Take one out, or add one above.',
        )
      return Array.from({ length: width }, (_, index) => found[index] ?? [])
    }),
  }
}
