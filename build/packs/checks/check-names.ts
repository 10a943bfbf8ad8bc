import { faultIn } from '../fault.ts'
import type { Fault, Located, Path } from '../fault.ts'
import type { PackSource } from '../read/pack-source.ts'

interface Named {
  readonly source: Located
  readonly name: string
  readonly path: Path
}

/** Replies over all files, and words of the glossary. Articles, guides and steps have the names of files and keys. */
export const checkNames = ({ replies, glossary, glossaryFile }: PackSource): readonly Fault[] => [
  ...sameNames(
    replies.map(({ source, index, reply }) => ({ source, name: reply.name, path: [index, 'name'] })),
  ),
  ...(glossaryFile === undefined
    ? []
    : sameNames(glossary.map(({ id }, index) => ({ source: glossaryFile, name: id, path: [index, 'id'] })))),
]

/** Each that has the name of one before. */
export function sameNames(all: readonly Named[]): readonly Fault[] {
  const first = new Map<string, Named>()
  return all.flatMap((one) => {
    const before = first.get(one.name)
    if (before === undefined) {
      first.set(one.name, one)
      return []
    }
    const { line } = before.source.place(before.path)
    return [
      faultIn(one.source, one.path, {
        kind: 'same-name',
        sentence: `“${one.name}” is already at ${before.source.file}:${line}.`,
        remedy: 'Give it another name, or take one of the two out.',
      }),
    ]
  })
}
