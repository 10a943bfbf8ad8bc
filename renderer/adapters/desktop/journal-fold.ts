import { attachmentsOf } from '../../domain/case-edit.ts'
import type { EntryId } from '../../domain/ids.ts'
import type { OutboxEntry } from '../../domain/outbox.ts'
import type { StoredFile } from '../../ports/case-store.ts'
import type { Journaled } from '../../ports/journal.ts'
import { readLine, writeLine } from './journal-lines.ts'
import type { JournalLine } from './journal-lines.ts'
import { unreachable } from '../../domain/unreachable.ts'

/** What the lines of a journal amount to. */
export interface Folded {
  readonly journaled: Journaled
  /** The same in as few lines as possible, with those that this version does not understand. */
  readonly kept: readonly string[]
}

interface Tally {
  readonly entries: Map<EntryId, OutboxEntry>
  readonly files: Map<string, StoredFile>
  readonly strange: string[]
}

/** @param damaged lines that could not even be opened */
export function foldJournal(lines: readonly string[], damaged: number): Folded {
  const tally: Tally = { entries: new Map(), files: new Map(), strange: [] }
  for (const text of lines) {
    const line = readLine(text)
    if (line) take(tally, line)
    else tally.strange.push(text)
  }
  const entries = [...tally.entries.values()]
  const files = filesOf(entries).flatMap((id) => tally.files.get(id) ?? [])
  return {
    journaled: { entries, files, damaged: damaged + tally.strange.length },
    kept: [
      ...tally.strange,
      ...files.map((file) => writeLine({ kind: 'file', file })),
      ...entries.map((entry) => writeLine({ kind: 'entry', entry })),
    ],
  }
}

function take({ entries, files }: Tally, line: JournalLine): void {
  switch (line.kind) {
    case 'file':
      files.set(line.file.id, line.file)
      return
    case 'entry':
      entries.set(line.entry.id, line.entry)
      return
    case 'state': {
      const entry = entries.get(line.id)
      if (entry) entries.set(line.id, { ...entry, state: line.state })
      return
    }
    case 'forget':
      for (const id of line.ids) entries.delete(id)
      return
    default:
      unreachable(line)
  }
}

/** Files of entries that are gone, and of an entry that was never written whole, are nobody's. */
const filesOf = (entries: readonly OutboxEntry[]): readonly string[] => [
  ...new Set(entries.flatMap(({ edit }) => attachmentsOf(edit).map(({ id }) => id))),
]
