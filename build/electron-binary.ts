import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { root } from './bundles.ts'

const electron = join(root, 'node_modules', 'electron')

/** Milliseconds that a download may take on a slow home line. */
const downloadLimit = 15 * 60_000

/** The installed Electron binary, as the electron package itself records it. */
function installedElectron(): string | undefined {
  const record = join(electron, 'path.txt')
  if (!existsSync(record)) return undefined
  const file = join(electron, 'dist', readFileSync(record, 'utf8'))
  return existsSync(file) ? file : undefined
}

/** The binary, fetched by the electron package's own installer where it is not there yet; or why it could not be. */
export function findElectron(): { file: string } | { why: string } {
  const installed = installedElectron()
  if (installed) return { file: installed }
  const { status, stderr, error } = spawnSync(process.execPath, [join(electron, 'install.js')], {
    encoding: 'utf8',
    timeout: downloadLimit,
    stdio: ['ignore', 'inherit', 'pipe'],
  })
  const fetched = status === 0 ? installedElectron() : undefined
  if (fetched) return { file: fetched }
  return { why: error?.message ?? reasonIn(stderr) }
}

/** The line that says why, out of a stack trace. */
function reasonIn(output: string): string {
  const line = output.split('\n').find((text) => /\b\w*Error\b|E[A-Z]{4,}/.test(text))
  return line?.trim().slice(0, 120) ?? 'the download failed'
}
