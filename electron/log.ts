import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** Bytes after which the log begins anew; the one before is kept. */
const limit = 1_000_000

/**
 * What may be logged: a code from our own list and the plain facts beside it. A log carries no customer, no name, no
 * number, no password: callers pass codes, counts and addresses of configured servers, never text from the wire.
 */
export type LogFacts = Readonly<Record<string, string | number | boolean>>

export interface Log {
  write(code: string, facts?: LogFacts): void
}

export function createLog(file: string, now: () => Date): Log {
  mkdirSync(dirname(file), { recursive: true })
  return {
    write(code, facts = {}) {
      const line = `${JSON.stringify({ at: now().toISOString(), code, ...facts })}\n`
      process.stderr.write(line)
      try {
        if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > limit) renameSync(file, `${file}.1`)
        appendFileSync(file, line, { mode: 0o600 })
      } catch {
        // A full disk must not stop the desk; stderr has the line.
      }
    },
  }
}
