import type { Problem } from '../domain/problem.ts'
import type { Result } from '../domain/result.ts'

/** How the newest version of one thing stands: on its way, on the disk, or refused. */
export type SaveReport = { readonly id: string } & (
  { readonly kind: 'saving' | 'saved' } | { readonly kind: 'refused'; readonly problem: Problem }
)

export interface SaveQueue<T> {
  /** `true` when this version, or a newer one of the same thing, is on the disk. */
  put(version: T): Promise<boolean>
  /** The newest version that the disk refused, if that is how it stands. */
  refused(id: string): T | undefined
  /** Tries everything that was refused once more. */
  retry(): void
  /** Gives up what was refused: the store will never take it. */
  forget(): void
  /** Waits for what is on its way; `true` when nothing is left that only the screen knows. */
  flush(): Promise<boolean>
}

/**
 * Saves one version at a time, and of each thing only the newest: never an older one after a newer one, and never one
 * thing instead of another.
 */
export function createSaveQueue<T extends { readonly id: string }>(
  save: (version: T) => Promise<Result<undefined, Problem>>,
  report: (report: SaveReport) => void,
): SaveQueue<T> {
  const waiting = new Map<string, T>()
  const refused = new Map<string, T>()
  let running: Promise<void> | undefined

  async function drain(): Promise<void> {
    for (let next = waiting.entries().next(); !next.done; next = waiting.entries().next()) {
      const [id, version] = next.value
      waiting.delete(id)
      const result = await save(version)
      if (waiting.has(id)) continue // a newer version decides
      if (!result.ok) refused.set(id, version)
      report(result.ok ? { kind: 'saved', id } : { kind: 'refused', id, problem: result.problem })
    }
    // In the same breath as the last look into the queue: whoever comes now starts a new run.
    running = undefined
  }

  async function settled(): Promise<void> {
    while (running) await running
  }

  return {
    async put(version) {
      waiting.set(version.id, version)
      refused.delete(version.id)
      report({ kind: 'saving', id: version.id })
      running ??= drain()
      await settled()
      return !refused.has(version.id)
    },
    refused: (id) => refused.get(id),
    retry() {
      for (const version of [...refused.values()]) void this.put(version)
    },
    forget: () => refused.clear(),
    async flush() {
      await settled()
      return refused.size === 0
    },
  }
}
