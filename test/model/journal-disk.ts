import type { EntryId } from '../../renderer/domain/ids.ts'
import type { OutboxEntry } from '../../renderer/domain/outbox.ts'
import { problem } from '../../renderer/domain/problem.ts'
import { done, failed, ok } from '../../renderer/domain/result.ts'
import type { StoredFile } from '../../renderer/ports/case-store.ts'
import type { Journal, Journaled } from '../../renderer/ports/journal.ts'

type Line =
  | { readonly kind: 'written'; readonly entry: OutboxEntry; readonly files: readonly StoredFile[] }
  | { readonly kind: 'settled'; readonly id: EntryId; readonly state: OutboxEntry['state'] }
  | { readonly kind: 'forgotten'; readonly id: EntryId }

/** The journal's file. It outlives the desk; what was not forced to the disk may not. */
export interface JournalDisk {
  readonly journal: Journal
  /** The power fails: of the lines that were not forced, the last ones are lost. */
  losePower(kept: number): void
  /** No room: nothing can be added. */
  setFull(isFull: boolean): void
}

export function createJournalDisk(): JournalDisk {
  const lines: Line[] = []
  /** How many of the lines are surely on the disk. */
  let forced = 0
  let isFull = false

  function add(added: readonly Line[], isForced: boolean) {
    if (isFull) return failed(problem('not-saved', false))
    lines.push(...added)
    if (isForced) forced = lines.length
    return done
  }

  const journal: Journal = {
    open: () => Promise.resolve(ok(readBack(lines))),
    append: (entry, files) => Promise.resolve(add([{ kind: 'written', entry, files }], true)),
    settle: (entries) =>
      Promise.resolve(
        add(
          entries.map(({ id, state }) => ({ kind: 'settled', id, state })),
          false,
        ),
      ),
    forget: (entries) =>
      Promise.resolve(
        add(
          entries.map((id) => ({ kind: 'forgotten', id })),
          true,
        ),
      ),
    close: () => undefined,
  }
  return {
    journal,
    losePower: (kept) => void lines.splice(forced + Math.floor(kept * (lines.length - forced + 1))),
    setFull: (full) => void (isFull = full),
  }
}

function readBack(lines: readonly Line[]): Journaled {
  const entries = new Map<EntryId, OutboxEntry>()
  const files = new Map<EntryId, readonly StoredFile[]>()
  for (const line of lines)
    switch (line.kind) {
      case 'written':
        entries.set(line.entry.id, line.entry)
        files.set(line.entry.id, line.files.length > 0 ? line.files : (files.get(line.entry.id) ?? []))
        break
      case 'settled': {
        const entry = entries.get(line.id)
        if (entry) entries.set(line.id, { ...entry, state: line.state })
        break
      }
      case 'forgotten':
        entries.delete(line.id)
        files.delete(line.id)
    }
  return { entries: [...entries.values()], files: [...files.values()].flat(), damaged: 0 }
}
