import { readFileSync } from 'node:fs'

import { checkTexts } from '../../../../build/packs/check-pack.ts'
import type { TextFile } from '../../../../build/packs/source/text-file.ts'

export const page = readFileSync(new URL('../../../../docs/write-a-guide.md', import.meta.url), 'utf8')

/** The pack that docs/write-a-guide.md shows, as a reader would type it. */
export const firstPack: readonly TextFile[] = [
  ...page.matchAll(/^`my-pack\/([^`]+)`:\n\n```\w+\n([\s\S]*?)^```$/gm),
].map(([, file = '', text = '']) => ({ file, text }))

/** The same with one thing changed in one file. */
export const changed = (file: string, from: string | RegExp, to: string): readonly TextFile[] =>
  firstPack.map((one) => {
    if (one.file !== file) return one
    const text = one.text.replace(from, to)
    if (text === one.text) throw new Error(`${file} has no ${String(from)}`)
    return { file, text }
  })

/** What is said of a pack, in short. */
export const saidOf = (files: readonly TextFile[]): readonly string[] =>
  checkTexts(files, '2026-11-23').faults.map(({ file, line, kind }) => `${file}:${line} ${kind}`)
