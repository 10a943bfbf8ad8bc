import { readdirSync, readlinkSync } from 'node:fs'

/** Processes that work in, and files that lie in, a test file's own temporary directory. */
export function leftoversIn(directory: string): string[] {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => workingDirectory(pid).startsWith(directory))
  return [...processes, ...readdirSync(directory)]
}

function workingDirectory(pid: string): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return ''
  }
}
