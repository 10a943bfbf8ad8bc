import { faultAt } from '../fault.ts'
import type { Fault } from '../fault.ts'
import type { TextFile } from './text-file.ts'

/** The two halves of an article's file, each at its own lines. */
export interface Halves {
  readonly head: TextFile
  /** The text below, behind as many empty lines as stand before it. */
  readonly body: TextFile
}

/** Front matter stands between two lines `---`, the first of which is the file's first. */
export function splitArticle({ file, text }: TextFile): Halves | Fault {
  const found = /^---[ \t]*\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/.exec(text)
  if (found === null)
    return faultAt(
      file,
      { line: 1, column: 1 },
      {
        kind: 'not-markdown',
        sentence: 'The article does not begin with its title and summary.',
        remedy: 'Begin with a line “---”, lines such as “title: …”, and another line “---”.',
      },
    )
  const before = found[0].split('\n').length - 1
  return {
    head: { file, text: found[1] ?? '' },
    body: { file, text: '\n'.repeat(before) + text.slice(found[0].length) },
  }
}
