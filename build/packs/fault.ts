/** A place in a file, both counted from 1; the column in UTF-16 units, as editors count. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** Keys and positions on the way to a value inside a file: `['steps', 'moved', 'next', 0, 'to']`. */
export type Path = readonly (string | number)[]

export const faultKinds = [
  'unreadable',
  'stray-file',
  'not-yaml',
  'not-markdown',
  'unknown-key',
  'missing',
  'missing-language',
  'bad-value',
  'step-shape',
  'unknown-step',
  'unreachable-step',
  'dead-end',
  'endless-round',
  'silent-round',
  'last-branch',
  'condition',
  'unknown-name',
  'two-types',
  'no-such-choice',
  'reserved-name',
  'same-name',
  'broken-link',
  'endless-call',
  'open-private',
  'expired',
  'expires-soon',
  'no-questions',
  'same-words',
] as const
export type FaultKind = (typeof faultKinds)[number]

/** What is wrong with a pack, for the people who write it. A warning stops no build. */
export interface Fault extends Place {
  /** Below the pack's folder, with `/`. */
  readonly file: string
  readonly grade: 'fault' | 'warning'
  readonly kind: FaultKind
  /** What is wrong, in one sentence. */
  readonly sentence: string
  /** What to do about it. */
  readonly remedy: string
}

/** A file of a pack, as far as it can be pointed into. */
export interface Located {
  readonly file: string
  /** Where the value stands, or the nearest one around it that does. */
  readonly place: (path: Path, on?: 'key' | 'value') => Place
  /** Where a part of the words at `path` stands: `from` is counted in them. */
  readonly placeIn?: ((path: Path, words: string, from: number) => Place) | undefined
}

interface Said {
  readonly kind: FaultKind
  readonly sentence: string
  readonly remedy: string
}

export const faultAt = (file: string, { line, column }: Place, said: Said): Fault => ({
  ...{ file, line, column, grade: 'fault' },
  ...said,
})

export const faultIn = (source: Located, path: Path, said: Said): Fault =>
  faultAt(source.file, source.place(path), said)

export const warning = (fault: Fault): Fault => ({ ...fault, grade: 'warning' })

export const isFault = ({ grade }: Fault): boolean => grade === 'fault'

/** In the order of the files and of their lines, so that two readings compare. */
export function inOrder(faults: readonly Fault[]): readonly Fault[] {
  return [...faults].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.kind, b.kind),
  )
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
