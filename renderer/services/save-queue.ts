import type { Problem } from '../domain/problem.ts'
import type { Result } from '../domain/result.ts'

/** How the newest version stands: on its way, on the disk, or refused. */
export type SaveReport =
  { readonly kind: 'saving' | 'saved' } | { readonly kind: 'refused'; readonly problem: Problem }

/**
 * Saves the newest version of one thing at a time, and never an older one after a newer one: while a save is under way,
 * later versions wait and only the last of them is written. Resolves when the version given, or a newer one, has been
 * tried; `true` when it is on the disk.
 */
export function createSaveQueue<T>(
  save: (version: T) => Promise<Result<undefined, Problem>>,
  report: (report: SaveReport) => void,
): (version: T) => Promise<boolean> {
  let waiting: { version: T } | undefined
  let running: Promise<boolean> | undefined

  async function drain(): Promise<boolean> {
    let saved = true
    while (waiting) {
      const { version } = waiting
      waiting = undefined
      const result = await save(version)
      saved = result.ok
      if (!result.ok) report({ kind: 'refused', problem: result.problem })
    }
    if (saved) report({ kind: 'saved' })
    return saved
  }

  return (version) => {
    waiting = { version }
    report({ kind: 'saving' })
    running ??= drain().finally(() => (running = undefined))
    return running
  }
}
