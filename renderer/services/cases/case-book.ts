import { recordWith } from '../../domain/case-record.ts'
import type { CaseRecord } from '../../domain/case-record.ts'
import type { CaseEvent } from '../../domain/case-event.ts'
import type { CaseId } from '../../domain/ids.ts'
import type { OutboxEntry } from '../../domain/outbox.ts'
import { problem } from '../../domain/problem.ts'
import type { Problem } from '../../domain/problem.ts'
import { failed, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { CaseStore, StoredFile } from '../../ports/case-store.ts'
import { createInTurn } from './in-turn.ts'

/** A case as it is kept here, with everything that was written here about it. */
export interface Known {
  readonly record: CaseRecord | undefined
  readonly entries: readonly OutboxEntry[]
}

/** What becomes of it. Entries that are not named stay as they are. */
export interface Revised {
  readonly record: CaseRecord
  readonly entries?: readonly OutboxEntry[]
  readonly events?: readonly CaseEvent[]
  /** The events take the place of all that were kept, as after a restored backup. */
  readonly replaceEvents?: boolean
  readonly files?: readonly StoredFile[]
}

export interface CaseBook {
  read(id: CaseId): Promise<Result<Known, Problem>>
  /**
   * As this window last read or stored it, for what is then revised: whoever works on a case need not wait for the disk
   * each time. Another window may have stored it since.
   */
  recall(id: CaseId): Promise<Result<Known, Problem>>
  /** Nothing is recalled from here on: the cases are another centre's. */
  forget(): void
  /**
   * Reads a case, lets `change` say what becomes of it, and stores that, row and entries at once. Another window that was
   * quicker is seen, and `change` is asked again. `undefined` leaves everything as it is.
   * @param lately what the caller has just read: it is tried before the case is read once more.
   */
  revise(
    id: CaseId,
    change: (known: Known) => Revised | undefined,
    lately?: Known,
  ): Promise<Result<Known, Problem>>
}

/** Cases that can be recalled: the open one, and those that are being sent. */
const mostRecalled = 20

/** Another window stores one case a few times a second at most. */
const mostTries = 20

export interface CaseBookNeeds {
  readonly store: Pick<CaseStore, 'case' | 'entriesOf' | 'commit'>
  readonly inactive: () => readonly string[]
  readonly onChanged: (id: CaseId, known: Known) => void
}

/** The one place where cases are changed on this computer. */
export function createCaseBook({ store, inactive, onChanged }: CaseBookNeeds): CaseBook {
  const inTurn = createInTurn<CaseId>()
  const recalled = new Map<CaseId, Known>()

  function remember(id: CaseId, known: Known): void {
    // The oldest goes: a map remembers in which order its keys came.
    recalled.delete(id)
    const oldest = recalled.size >= mostRecalled ? recalled.keys().next().value : undefined
    if (oldest !== undefined) recalled.delete(oldest)
    recalled.set(id, known)
  }

  async function read(id: CaseId): Promise<Result<Known, Problem>> {
    const before = recalled.get(id)
    const [record, entries] = await Promise.all([store.case(id), store.entriesOf(id)])
    if (!record.ok) return record
    if (!entries.ok) return entries
    const known = { record: record.value, entries: entries.value }
    // What was stored meanwhile is newer.
    if (recalled.get(id) === before) remember(id, known)
    return ok(known)
  }

  async function recall(id: CaseId): Promise<Result<Known, Problem>> {
    const known = recalled.get(id)
    return known ? ok(known) : read(id)
  }

  async function tryToRevise(
    id: CaseId,
    change: (known: Known) => Revised | undefined,
    lately: Known | undefined,
  ) {
    const known = lately ? ok(lately) : await read(id)
    if (!known.ok) return known
    const revised = change(known.value)
    // The store sees that a change is made to what is old; that nothing is to be done must be said of what is there now.
    if (!revised) return lately ? failed('stale' as const) : known
    const entries = withChanged(known.value.entries, revised.entries ?? [])
    const record = recordWith(revised.record, { entries, inactive: inactive() })
    const { events, replaceEvents: replace = false, files = [] } = revised
    const committed = await store.commit({
      cases: [record],
      entries: revised.entries ?? [],
      events: events && { case: id, events, replace },
      files,
    })
    if (!committed.ok) return committed
    const stored = { record: { ...record, version: record.version + 1 }, entries }
    remember(id, stored)
    return ok(stored)
  }

  return {
    read,
    recall,
    forget: () => recalled.clear(),
    revise: (id, change, lately) =>
      inTurn(id, async () => {
        for (let tries = 0; tries < mostTries; tries += 1) {
          const result = await tryToRevise(id, change, tries === 0 ? lately : undefined)
          if (result.ok) {
            onChanged(id, result.value)
            return result
          }
          if (result.problem !== 'stale') return failed(result.problem)
        }
        return failed(problem('not-saved', false))
      }),
  }
}

/** The entries with some of them in their new form. */
export function withChanged(
  entries: readonly OutboxEntry[],
  changed: readonly OutboxEntry[],
): readonly OutboxEntry[] {
  const ids = new Set(changed.map(({ id }) => id))
  return [...entries.filter(({ id }) => !ids.has(id)), ...changed]
}
