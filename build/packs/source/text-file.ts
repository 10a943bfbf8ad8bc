import { readFile, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

import { faultAt } from '../fault.ts'
import type { Fault } from '../fault.ts'

export interface TextFile {
  /** Below the pack's folder, with `/`. */
  readonly file: string
  /** Lines end in a line feed, so that a pack has the same bytes from a Windows checkout. */
  readonly text: string
}

/** Bytes. Ten thousand words, and a guide of a thousand steps: what is longer is a mistake, and Markdown takes its time. */
const longest = { md: 64 * 1024, yaml: 256 * 1024 }
const mostFiles = 20_000

/** Files in the folders that a pack has, in a fixed order. Whatever else lies there (a README, .git) is none of ours. */
export async function readTexts(folder: string): Promise<{ files: TextFile[]; faults: Fault[] }> {
  const names = ['pack.yaml', 'glossary.yaml', ...(await namesIn(folder))]
  const [files, faults]: [TextFile[], Fault[]] = [[], []]
  if (names.length > mostFiles)
    faults.push(unreadable('pack.yaml', `The pack has ${names.length} files; ${mostFiles} is the most.`))
  for (const file of names.slice(0, mostFiles)) {
    const read = await readText(folder, file)
    if (typeof read === 'string') files.push({ file, text: read })
    else if (read !== undefined) faults.push(read)
  }
  return { files, faults }
}

async function namesIn(folder: string): Promise<string[]> {
  const lists = await Promise.all(
    ['articles', 'guides', 'replies'].map(async (name) => {
      const entries = await readdir(join(folder, name)).catch(() => [])
      return entries.filter((entry) => !entry.startsWith('.')).map((entry) => `${name}/${entry}`)
    }),
  )
  return lists.flat().sort()
}

/** `undefined` for one that is not there: only `pack.yaml` has to be, and its reader says so. */
async function readText(folder: string, file: string): Promise<string | undefined | Fault> {
  try {
    const { size } = await stat(join(folder, file))
    const most = file.endsWith('.md') ? longest.md : longest.yaml
    if (size > most) return unreadable(file, `The file has ${size} bytes; ${most} is the most.`)
    const bytes = await readFile(join(folder, file))
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n')
  } catch (error) {
    if (isAbsent(error)) return undefined
    if (error instanceof TypeError) return unreadable(file, 'The file is not in UTF-8.')
    return unreadable(file, 'The file cannot be read.')
  }
}

const isAbsent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

const unreadable = (file: string, sentence: string): Fault =>
  faultAt(
    file,
    { line: 1, column: 1 },
    { kind: 'unreadable', sentence, remedy: 'Save it as text in UTF-8, in parts if it is long.' },
  )
