import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

import { out } from '../../build/bundles.ts'

const folder = join(out, 'renderer')

/** What a script imports before it runs: `import … from './x.js'` and `import './x.js'`, not `import('./x.js')`. */
const staticImports = (text: string): string[] =>
  [...text.matchAll(/\b(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)].flatMap(([, name]) => name ?? [])

/**
 * Gzipped bytes of every script that the first screen needs: those that the page names, and all that they import.
 * @throws RangeError when the page names none: a figure of nothing would hold any goal.
 */
export function firstScreenBytes(): { readonly bytes: number; readonly files: number } {
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  const needed = new Set<string>()
  const need = (name: string): void => {
    if (needed.has(name)) return
    needed.add(name)
    staticImports(readFileSync(join(folder, 'assets', name), 'utf8')).forEach(need)
  }
  for (const [, name] of page.matchAll(/(?:src|href)="\.\/assets\/([\w.-]+\.js)"/g)) if (name) need(name)
  if (needed.size === 0) throw new RangeError('index.html names no script')
  const sizes = [...needed].map(
    (name) => gzipSync(readFileSync(join(folder, 'assets', name)), { level: 9 }).length,
  )
  return { bytes: sizes.reduce((sum, size) => sum + size, 0), files: sizes.length }
}
