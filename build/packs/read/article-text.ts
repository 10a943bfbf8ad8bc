import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'

import type { Block } from '../../../renderer/domain/knowledge/article.ts'
import type { TextFile } from '../source/text-file.ts'
import { faultAt } from '../fault.ts'
import type { Fault, Place } from '../fault.ts'
import { readBlocks } from './article-blocks.ts'
import { placeOf } from './reading.ts'
import type { Lead, Reading } from './reading.ts'

export interface ArticleText {
  readonly blocks: readonly Block[]
  readonly leads: readonly Lead[]
  readonly anchors: ReadonlySet<string>
  readonly faults: readonly Fault[]
}

/** More than eight quotations, or items of lists, that begin in one line; or as many levels further in. */
const tooDeep = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){9}|^[ \t]{60}/

/** CommonMark 0.31 with the tables of GFM §4.10, as far as an article has a use for it. Never throws. */
export function readArticleText({ file, text }: TextFile): ArticleText {
  const faults: Fault[] = []
  const report = (place: Place, sentence: string, remedy: string): void => {
    faults.push(faultAt(file, place, { kind: 'not-markdown', sentence, remedy }))
  }
  const reading: Reading = {
    leads: [],
    anchors: new Set(),
    fault: (node, sentence, remedy) => report(placeOf(node), sentence, remedy),
  }
  // Each level is looked at again for each line: hundreds of them take minutes.
  const deep = text.split('\n').findIndex((line) => tooDeep.test(line))
  if (deep >= 0) {
    report(
      { line: deep + 1, column: 1 },
      'Lists or quotations stand inside each other too often.',
      'Have three levels at most.',
    )
    return { blocks: [], leads: [], anchors: new Set(), faults }
  }
  try {
    const root = fromMarkdown(text, {
      extensions: [gfmTable()],
      mdastExtensions: [gfmTableFromMarkdown()],
    })
    const blocks = readBlocks(root.children, reading, 'top')
    if (blocks.length === 0 && faults.length === 0)
      report(
        { line: text.split('\n').length, column: 1 },
        'The article says nothing.',
        'Write at least one paragraph.',
      )
    return { blocks, leads: reading.leads, anchors: reading.anchors, faults }
  } catch {
    // Nothing that is known comes here; a text must never stop the others from being read.
    report(
      { line: 1, column: 1 },
      'The text cannot be read as Markdown.',
      'Write it with less inside itself.',
    )
    return { blocks: [], leads: [], anchors: new Set(), faults }
  }
}
