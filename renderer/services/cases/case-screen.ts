import type { CaseRecord } from '../../domain/case-record.ts'
import { nextPromise } from '../../domain/case-record.ts'
import type { CaseId } from '../../domain/ids.ts'
import { needsAgent } from '../../domain/outbox.ts'
import type { CaseStore } from '../../ports/case-store.ts'
import type { Timing } from '../../ports/timing.ts'
import type { Undo } from '../../ports/undo.ts'
import type { CaseState, CaseStateStore } from '../../state/case-store.ts'
import type { Problems } from '../problems.ts'

/** Rows of a list that are read at a time. */
export const pageRows = 50

/** Milliseconds: a thousand changes while the outbox drains are shown as a few. */
const calm = 500

/** Promises that are shown in the rail: those that are due within this time. */
const soon = 24 * 3600_000
const mostDue = 30

export interface CaseScreenNeeds {
  readonly store: CaseStore
  readonly state: CaseStateStore
  readonly timing: Timing
  readonly problems: Problems
}

export interface CaseScreen {
  /** Something has changed on the disk: what is shown follows, at once or soon. */
  follow(id: CaseId, when: 'now' | 'soon'): Promise<void>
  /** Everything anew. */
  all(): Promise<void>
  openCase(id: CaseId): Promise<void>
  list(rows: number): Promise<void>
  stop(): void
}

/** Keeps what is shown of the cases in step with what is on the disk. */
export function createCaseScreen({ store, state, timing, problems }: CaseScreenNeeds): CaseScreen {
  let waiting: Undo | undefined
  const changed = new Set<CaseId>()

  async function openCase(id: CaseId): Promise<void> {
    const [record, events, entries] = await Promise.all([
      store.case(id),
      store.history(id),
      store.entriesOf(id),
    ])
    const [one, all, own] = [problems.unwrap(record), problems.unwrap(events), problems.unwrap(entries)]
    if (!one || !all || !own) return
    state.setState(({ open }) => ({
      open: { record: one, events: all, entries: own, saved: open?.record.id === id ? open.saved : 'saved' },
    }))
  }

  async function list(rows: number): Promise<void> {
    const { show } = state.getState().list
    if (show.kind !== 'view') return
    const page = problems.unwrap(await store.page(show.view, undefined, rows))
    const now = state.getState().list
    if (!page || now.show !== show) return
    const records = asShown(page.records, now.records)
    const more = page.next !== undefined
    if (records === now.records && more === now.more && !now.loading) return
    state.setState({ list: { ...now, records, more, loading: false } })
  }

  async function counts(): Promise<void> {
    const found = await store.counts()
    if (found.ok) state.setState({ counts: found.value })
  }

  async function due(): Promise<void> {
    const page = await store.page('promises', undefined, mostDue)
    if (!page.ok) return
    const until = timing.now() + soon
    const { due: shown } = state.getState()
    const records = page.value.records.filter((record) => (nextPromise(record) ?? Infinity) <= until)
    const now = asShown(records, shown)
    if (now !== shown) state.setState({ due: now })
  }

  async function questions(): Promise<void> {
    const { counts: kept, questions: shown } = state.getState()
    if (kept.needsAgent === 0 && shown.length === 0) return
    const entries = await store.openEntries()
    if (!entries.ok) return
    const found: CaseState['questions'][number][] = []
    const records = new Map<CaseId, CaseRecord | undefined>()
    for (const entry of entries.value.filter(needsAgent)) {
      if (!records.has(entry.case)) {
        const read = await store.case(entry.case)
        records.set(entry.case, read.ok ? read.value : undefined)
      }
      const record = records.get(entry.case)
      if (record) found.push({ record, entry })
    }
    state.setState({ questions: found })
  }

  /** The cases of the customer in hand, as they are now. */
  async function inHand(ids: ReadonlySet<CaseId>): Promise<void> {
    const shown = state.getState().inHand
    if (!shown?.records.some(({ id }) => ids.has(id))) return
    const records = await Promise.all(
      shown.records.map(async (record) => {
        const now = ids.has(record.id) ? await store.case(record.id) : undefined
        return (now?.ok && now.value) || record
      }),
    )
    if (state.getState().inHand === shown) state.setState({ inHand: { ...shown, records } })
  }

  /** A search that is shown keeps its rows, each as it is now. */
  async function found(ids: ReadonlySet<CaseId>): Promise<void> {
    const { list: shown } = state.getState()
    if (shown.show.kind !== 'search' || !shown.records.some(({ id }) => ids.has(id))) return
    const read = await Promise.all([...ids].map((id) => store.case(id)))
    const fresh = new Map(read.flatMap((one) => (one.ok && one.value ? [[one.value.id, one.value]] : [])))
    state.setState(({ list: now }) => ({
      list: { ...now, records: now.records.map((record) => fresh.get(record.id) ?? record) },
    }))
  }

  async function refresh(): Promise<void> {
    waiting?.()
    waiting = undefined
    const ids = new Set(changed)
    changed.clear()
    const { open, list: shown } = state.getState()
    await counts()
    await Promise.all([
      open && ids.has(open.record.id) ? openCase(open.record.id) : undefined,
      list(Math.max(pageRows, shown.records.length)),
      found(ids),
      inHand(ids),
      due(),
      questions(),
    ])
  }

  return {
    async follow(id, when) {
      changed.add(id)
      if (when === 'now') await refresh()
      else waiting ??= timing.after(calm, () => void refresh())
    },
    async all() {
      await counts()
      await Promise.all([list(pageRows), due(), questions()])
    },
    openCase,
    list,
    stop: () => waiting?.(),
  }
}

/**
 * The rows anew; one that has not been stored since is the very same, and so are all of them where nothing has changed, so
 * that the screen leaves them alone.
 */
function asShown(records: readonly CaseRecord[], shown: readonly CaseRecord[]): readonly CaseRecord[] {
  const before = new Map(shown.map((record) => [record.id, record]))
  const rows = records.map((record) => {
    const last = before.get(record.id)
    return last && isSame(last, record) ? last : record
  })
  return rows.length === shown.length && rows.every((row, at) => row === shown[at]) ? shown : rows
}

/** A case that was forgotten and is fetched once more begins with its first version again. */
const isSame = (a: CaseRecord, b: CaseRecord): boolean =>
  a.version === b.version && a.server.revision === b.server.revision && a.openedAt === b.openedAt
