import { caseLines, spanOf } from '../../domain/story/case-lines.ts'
import type { CaseLine, CaseSpan } from '../../domain/story/case-lines.ts'
import type { CaseId } from '../../domain/ids.ts'
import type { Problem } from '../../domain/problem.ts'
import { ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { CaseStore } from '../../ports/case-store.ts'

/** Cases that are looked up first; twice as many each time that those are not enough. */
const firstLook = 32
/** Lines of histories that are kept in memory from one look to the next. */
const mostLines = 1000

export type StoryCaseStore = Pick<CaseStore, 'ofAddress' | 'history' | 'entriesOf'>

/** The cases of somebody with these addresses, as far as they were asked for: what they are, and some of the histories. */
export function createStoryCases(store: StoryCaseStore, addresses: readonly string[]) {
  let known:
    { readonly spans: readonly CaseSpan[]; readonly limit: number; readonly all: boolean } | undefined
  const histories = new Map<CaseId, readonly CaseLine[]>()

  /** What two who read at once both want is read once. */
  let looking: Promise<Result<undefined, Problem>> | undefined
  const underWay = new Map<CaseId, Promise<Result<readonly CaseLine[], Problem>>>()
  /** What was read before something changed is not kept. */
  let age = 0

  async function read(span: CaseSpan): Promise<Result<readonly CaseLine[], Problem>> {
    const { id } = span.case
    const begun = age
    const [events, entries] = await Promise.all([store.history(id), store.entriesOf(id)])
    if (!events.ok) return events
    if (!entries.ok) return entries
    const lines = caseLines(span, events.value, entries.value)
    if (begun === age) remember(id, lines)
    return ok(lines)
  }

  async function look(limit: number): Promise<Result<undefined, Problem>> {
    const spans = new Map<CaseId, CaseSpan>()
    let all = true
    const begun = age
    for (const address of addresses) {
      const records = await store.ofAddress(address, limit)
      if (!records.ok) return records
      for (const record of records.value) spans.set(record.id, spanOf(record))
      // Rows that are damaged are not among them: fewer than were asked for are not all there are.
      if (records.value.length * 2 > limit) all = false
    }
    if (begun !== age) return ok(undefined)
    const newest = [...spans.values()].sort((a, b) => b.to - a.to)
    known = { spans: all ? newest : newest.slice(0, limit / 2), limit, all }
    return ok(undefined)
  }

  function remember(id: CaseId, lines: readonly CaseLine[]): void {
    histories.delete(id)
    histories.set(id, lines)
    let sum = [...histories.values()].reduce((all, one) => all + one.length, 0)
    // The oldest goes: a map remembers in which order its keys came.
    for (const [oldest, gone] of histories) {
      if (sum <= mostLines || oldest === id) return
      histories.delete(oldest)
      sum -= gone.length
    }
  }

  return {
    /** The newest cases: at least so many, or `all` of them. */
    async newest(
      count: number,
    ): Promise<Result<{ readonly spans: readonly CaseSpan[]; readonly all: boolean }, Problem>> {
      for (;;) {
        if (known && (known.all || known.spans.length >= count)) return ok(known)
        looking ??= look(known ? known.limit * 2 : firstLook)
        const looked = await looking
        looking = undefined
        if (!looked.ok) return looked
      }
    },
    /** Newest first. */
    async lines(span: CaseSpan): Promise<Result<readonly CaseLine[], Problem>> {
      const { id } = span.case
      const before = histories.get(id)
      if (before) {
        remember(id, before)
        return ok(before)
      }
      const reading = underWay.get(id) ?? read(span)
      underWay.set(id, reading)
      const lines = await reading
      underWay.delete(id)
      return lines
    },
    /** Something has changed: what was read is read again when it is asked for. */
    forget(): void {
      age += 1
      known = undefined
      looking = undefined
      histories.clear()
      underWay.clear()
    },
  }
}

export type StoryCases = ReturnType<typeof createStoryCases>
