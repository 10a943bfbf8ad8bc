import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'

/** Which commit froze the mood reader's words, rules, weights and thresholds, before the held-out sets were opened. */
export interface Frozen {
  readonly commit: string
  /** SHA-256 over the reader's files. */
  readonly digest: string
}

const root = join(import.meta.dirname, '../..')
const reader = join(root, 'renderer/domain/sentiment')
export const frozenFile = join(import.meta.dirname, 'frozen.json')

/** Over every file of the reader, by name, but for READMEs: words, rules, weights and thresholds are all among them. */
export function readerDigest(): string {
  const hash = createHash('sha256')
  const files = readdirSync(reader, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|json)$/u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  for (const file of files)
    hash
      .update(`${relative(reader, file)}\0`)
      .update(readFileSync(file))
      .update('\0')
  return hash.digest('hex')
}

export const readFrozen = (): Frozen | undefined =>
  existsSync(frozenFile) ? (JSON.parse(readFileSync(frozenFile, 'utf8')) as Frozen) : undefined

/** The commit that is checked out; nothing where the reader's files differ from it, or where there is no git. */
export function committedReader(): string | undefined {
  try {
    const git = (...words: readonly string[]): string =>
      execFileSync('git', [...words], {
        cwd: root,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim()
    if (git('status', '--porcelain', '--', reader) !== '') return undefined
    return git('rev-parse', 'HEAD')
  } catch {
    return undefined
  }
}
