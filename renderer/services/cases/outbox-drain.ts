import type { CaseRecord } from '../../domain/case-record.ts'
import type { CaseId } from '../../domain/ids.ts'
import { afterUnknownFate, byOrder, isOpen, longestRetry, nextOf, notBefore } from '../../domain/outbox.ts'
import type { OutboxEntry } from '../../domain/outbox.ts'
import type { CaseStore } from '../../ports/case-store.ts'
import type { Undo } from '../../ports/undo.ts'
import type { CaseBook, Known } from './case-book.ts'
import { createEntryOutcome } from './entry-outcome.ts'
import type { OutcomeNeeds } from './entry-outcome.ts'
import { lookFor } from './entry-looking.ts'
import { sendEntry } from './entry-sending.ts'
import type { SendingNeeds } from './entry-sending.ts'
import type { InTurn } from './in-turn.ts'
import type { NewestEvent } from './newest-event.ts'

/** How many cases are sent at a time: the case system takes some six new ones a second, from everybody. */
const atOnce = 3

export interface DrainNeeds extends OutcomeNeeds {
  readonly store: CaseStore
  readonly book: CaseBook
  /** One request about a case at a time, whoever makes it. */
  readonly remoteTurn: InTurn<CaseId>
  readonly newest: NewestEvent
  /** Reads the history of a case that the case system has and that was never read. */
  readonly complete: (id: CaseId) => Promise<void>
}

export interface OutboxDrain {
  /** Takes up what is on the disk, also what was being sent when the desk ended. */
  start(): Promise<void>
  /** What is known of a case's entries now; it has just been read or stored. */
  learn(id: CaseId, entries: readonly OutboxEntry[]): void
  /** Sends what can be sent; called whenever something may have changed. */
  wake(): void
  stop(): void
}

/** Milliseconds after which a disk that failed is tried again. */
const diskPause = 1000

/** Sends what was written here, in order within a case, as long as there is a link. */
export function createOutboxDrain(needs: DrainNeeds): OutboxDrain {
  const { store, book, writing, link, timing, remoteTurn } = needs
  const { take, toState } = createEntryOutcome(needs)
  /** Read once, then followed: reading a thousand entries before each one that is sent would take minutes. */
  const open = new Map<CaseId, readonly OutboxEntry[]>()
  const busy = new Set<CaseId>()
  let running = false
  let timer: Undo | undefined

  function learn(id: CaseId, entries: readonly OutboxEntry[]): void {
    const left = entries.filter(isOpen)
    if (left.length > 0) open.set(id, left)
    else open.delete(id)
  }

  function wake(): void {
    timer?.()
    if (!running || !link.isUp() || !needs.sending() || needs.newest.isSuspect()) return
    const ready = [...open].flatMap(([id, entries]) => (busy.has(id) ? [] : (nextOf(entries) ?? [])))
    const now = timing.now()
    const longest = Math.max(longestRetry, needs.settleMilliseconds)
    const times = ready.map((entry) => ({ entry, at: notBefore(entry, now, longest) }))
    const due = times.flatMap(({ entry, at }) => (at <= now ? [entry] : [])).sort(byOrder)
    for (const entry of due.slice(0, Math.max(0, atOnce - busy.size))) void work(entry)
    const later = times.map(({ at }) => at).filter((at) => at > now)
    if (later.length > 0) timer = timing.after(Math.min(...later) - now, wake)
  }

  /** One entry of one case; the next one of it is found by the next round. */
  async function work(entry: OutboxEntry): Promise<void> {
    busy.add(entry.case)
    const stored = await remoteTurn(entry.case, () => attempt(entry)).catch(() => false)
    await needs.complete(entry.case)
    if (stored) busy.delete(entry.case)
    // What came of it is not on the disk. The case rests, and is then looked at anew: a message is never just sent again.
    else timing.after(diskPause, () => void rest(entry.case))
    wake()
  }

  async function rest(id: CaseId): Promise<void> {
    const known = await book.read(id)
    if (known.ok) learn(id, known.value.entries)
    busy.delete(id)
    wake()
  }

  /** `false` when the disk did not take what came of it. */
  async function attempt({ id, case: caseId }: OutboxEntry): Promise<boolean> {
    const sending = needs.sending()
    if (!sending || !running) return true
    const known = await book.read(caseId)
    if (!known.ok) return false
    const { record, entries } = known.value
    learn(caseId, entries)
    const entry = entries.find((one) => one.id === id)
    return entry && record ? goOn(entry, { ...known.value, record }, { ...sending, store }) : true
  }

  async function goOn(
    entry: OutboxEntry,
    known: Known & { record: CaseRecord },
    means: SendingNeeds,
  ): Promise<boolean> {
    const { kind } = entry.state
    if (kind === 'sending') return toState(entry, () => afterUnknownFate(entry, timing.now()))
    if (kind === 'checking') {
      const events = await store.history(entry.case)
      return events.ok && take(entry, await lookFor(entry, { ...known, events: events.value }, means))
    }
    // Somebody has taken it back, or another window has sent it.
    if (kind !== 'waiting') return true
    const begun = await begin(entry)
    if (!begun) return false
    const before = needs.newest.now()
    const sent = await sendEntry(begun, known.record, means)
    if (sent.kind === 'done') {
      needs.newest.check(sent.event, before)
      needs.newest.see(sent.server?.revision)
    }
    return take(begun, sent)
  }

  /** On the disk before it is sent: whoever finds it so later knows that it may have arrived. */
  async function begin(entry: OutboxEntry): Promise<OutboxEntry | undefined> {
    const step = await writing.step(entry, (now) =>
      now.state.kind === 'waiting'
        ? { ...now, state: { kind: 'sending', tries: now.state.tries, since: timing.now() } }
        : undefined,
    )
    return step.ok ? step.value : undefined
  }

  return {
    async start() {
      const entries = await store.openEntries()
      if (!entries.ok) return
      for (const [id, some] of groupByCase(entries.value)) learn(id, some)
      running = true
      wake()
    },
    learn,
    wake,
    stop() {
      running = false
      timer?.()
    },
  }
}

function groupByCase(entries: readonly OutboxEntry[]): Map<CaseId, OutboxEntry[]> {
  const groups = new Map<CaseId, OutboxEntry[]>()
  for (const entry of entries) groups.set(entry.case, [...(groups.get(entry.case) ?? []), entry])
  return groups
}
