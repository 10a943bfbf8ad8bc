import { isLater } from '../../domain/case-event.ts'
import type { EventId } from '../../domain/case-event.ts'
import type { CaseNumber } from '../../domain/case.ts'
import type { CaseRecord } from '../../domain/case-record.ts'
import type { CaseStore, Known } from '../../ports/case-store.ts'
import type { CaseSystem, Cursor, Unanswered } from '../../ports/case-system.ts'
import type { Timing } from '../../ports/timing.ts'
import { allRecords } from './all-records.ts'
import { noEvent } from './case-fetching.ts'
import type { CaseFetching } from './case-fetching.ts'
import type { Named } from './fetched.ts'
import type { NewestEvent } from './newest-event.ts'
import type { Doubtful, Unconfirmed } from './unconfirmed.ts'

/** How many cases of the agent, and of each queue, are here before they are asked for. */
const most = { mine: 500, queue: 200 } as const

/** How many cases that were not here are taken up in one round: a busy centre changes thousands. */
const mostNew = 200

/** Pages of changes in one round; the next round goes on where this one ended. */
const mostPages = 200

/** Milliseconds after which the lists and the queues are read again, for what no change has told of. */
const listsLast = 10 * 60_000

export interface PullNeeds {
  readonly store: CaseStore
  readonly fetching: CaseFetching
  readonly timing: Timing
  readonly newest: NewestEvent
  readonly system: () => CaseSystem | undefined
  readonly heard: (answer: { readonly kind: 'answer' } | Unanswered) => void
  readonly onQueues: (queues: Known['queues']) => void
  /**
   * The case system has gone back in time: everything is read anew, and what it has lost is sent again. Gives those that
   * could not be understood, as `fetchAll` does.
   */
  readonly onRestored: (now: GoneBack) => Promise<readonly Named[] | 'lost'>
  readonly unconfirmed: Unconfirmed
}

export interface GoneBack {
  /** The last event that the case system has now. */
  readonly newest: EventId | undefined
  /** What it had taken since the desk had last looked. */
  readonly before: readonly EventId[]
  /** Cases that were to be read anyhow. */
  readonly unread: readonly Named[]
}

export interface CasePull {
  /** Reads what has changed since the last time; `true` when the case system has answered to the end. */
  pull(): Promise<boolean>
}

type Since =
  | {
      readonly kind: 'changed'
      readonly numbers: ReadonlySet<CaseNumber>
      readonly cursor: Cursor | undefined
    }
  | { readonly kind: 'restored'; readonly cursor: Cursor | undefined }

/** What the desk had before it asked. */
interface Before {
  readonly known: Known
  readonly doubtful: readonly Doubtful[]
}

/** Brings everything that is kept here up to what the case system says. */
export function createCasePull({ store, fetching, timing, newest, ...needs }: PullNeeds): CasePull {
  let running: Promise<boolean> | undefined
  let unread: Known['unread'] = []
  let hasJustRead = false
  /** What is told to be later than everything there is, after everything was read anew: of it nothing more will be known. */
  let excused: readonly Doubtful[] = []

  async function ask<T>(
    question: (system: CaseSystem) => Promise<{ readonly kind: 'answer'; readonly value: T } | Unanswered>,
  ): Promise<T | undefined> {
    const system = needs.system()
    if (!system) return undefined
    const answer = await question(system)
    needs.heard(answer)
    return answer.kind === 'answer' ? answer.value : undefined
  }

  async function changesSince(from: Cursor | undefined): Promise<Since | undefined> {
    const numbers = new Set<CaseNumber>()
    let cursor = from
    for (let page = 0; page < mostPages; page += 1) {
      const changes = await ask((system) => system.changes(cursor))
      if (!changes) return undefined
      if (changes.kind === 'restored') return changes
      for (const number of changes.numbers) numbers.add(number)
      cursor = changes.cursor
      if (!changes.more) break
    }
    return { kind: 'changed', numbers, cursor }
  }

  /** The cases of the agent and of their queues; `undefined` without an answer. */
  async function listed(isDue: boolean): Promise<readonly CaseNumber[] | undefined> {
    const mine = await ask((system) => system.list({ kind: 'mine' }, most.mine))
    if (!mine || !isDue) return mine
    const queues = await ask((system) => system.queues())
    if (!queues) return undefined
    const all = [...mine]
    await store.saveKnown({ queues })
    needs.onQueues(queues)
    for (const { name } of queues) {
      const some = await ask((system) => system.list({ kind: 'queue', queue: name }, most.queue))
      if (!some) return undefined
      all.push(...some)
    }
    return all
  }

  /** Where the desk has read to nothing yet, everything that it holds may have changed since. */
  async function beginAt(cursor: Cursor | undefined, known: Known): Promise<boolean> {
    const records = await allRecords(store)
    if (!records) return false
    unread = [...known.unread, ...records.flatMap(({ server }) => server.number ?? [])]
    return (await store.saveKnown({ cursor, unread })).ok
  }

  async function partOf(numbers: Iterable<CaseNumber>) {
    const [held, fresh]: [CaseNumber[], CaseNumber[]] = [[], []]
    for (const number of new Set(numbers)) {
      const record = await store.byNumber(number)
      if (record.ok) (record.value && isRead(record.value) ? held : fresh).push(number)
    }
    return { held, fresh }
  }

  async function round(): Promise<boolean> {
    const stored = await store.known()
    if (!stored.ok) return false
    const known = stored.value
    // Before the question: what is sent while it is answered is rightly newer.
    const doubtful = await needs.unconfirmed.sentAfter(known.cursor?.event)
    const since = await changesSince(known.cursor)
    if (!since || !doubtful) return false
    if (hasGoneBack(since, doubtful)) return goBack(since, { known, doubtful })
    return goOn(since, { known, doubtful })
  }

  /** Reads everything anew; the next round goes on from where the case system is now. */
  async function goBack({ cursor }: Since, { known, doubtful }: Before): Promise<boolean> {
    // Nothing is sent meanwhile: it could go to a case that has another's number.
    newest.suspect()
    const before = doubtful.map(({ event }) => event)
    const left = await needs.onRestored({ newest: cursor?.event, before, unread: known.unread })
    if (left === 'lost') return false
    hasJustRead = true
    excused = doubtful
    newest.forget()
    newest.see(cursor?.event)
    return (await store.saveKnown({ cursor, unread: left, pulledAt: undefined })).ok
  }

  async function goOn(since: Since, { known, doubtful }: Before): Promise<boolean> {
    newest.see(since.cursor?.event)
    unread = known.unread
    // Before the lists are read for the first time: what happens from here on is told as a change.
    if (!known.cursor && !(await beginAt(since.cursor, known))) return false
    const isDue = isTimeForLists(known, timing.now())
    const fetched = await fetchChanged(since.kind === 'changed' ? since.numbers : new Set(), {
      isDue,
      trusted: known.cursor?.event ?? noEvent,
    })
    if (fetched === 'lost') return false
    if (newest.isSuspect() && !hasJustRead) return goBack(since, { known, doubtful })
    hasJustRead = false
    const saved = await store.saveKnown({
      ...{ cursor: since.cursor, unread: fetched },
      ...(isDue && { pulledAt: timing.now() }),
    })
    return saved.ok
  }

  /** The place to which the desk had read is gone, or the case system has not come as far as what it has taken. */
  function hasGoneBack(since: Since, doubtful: readonly Doubtful[]): boolean {
    const isBehind = (one: Doubtful): boolean =>
      !excused.some((known) => isSame(known, one)) &&
      (since.cursor === undefined || isLater(one.event, since.cursor.event))
    if (since.kind === 'restored') return true
    // Everything has just been read anew: what still looks odd is odd, and must not keep the desk from going on.
    return !hasJustRead && (newest.isSuspect() || doubtful.some(isBehind))
  }

  async function fetchChanged(
    numbers: ReadonlySet<CaseNumber>,
    { isDue, trusted }: { isDue: boolean; trusted: EventId },
  ): Promise<readonly Named[] | 'lost'> {
    const sent = await needs.unconfirmed.sentAfter(trusted)
    const read = await needs.unconfirmed.readAfter(trusted)
    if (!sent || !read) return 'lost'
    // Numbers of events are given out again: two things cannot have the same one.
    if (new Set(sent.map(({ event }) => event)).size < sent.length) newest.suspect()
    const lists = await listed(isDue)
    if (!lists) return 'lost'
    const changed = await partOf(numbers)
    const wanted = await partOf(lists)
    const all = new Set<Named>([
      ...unread,
      ...changed.held,
      ...wanted.fresh,
      ...changed.fresh.slice(0, mostNew),
      ...sent.map(({ name }) => name),
      ...read,
    ])
    // What is read before the link is lost may be gone when it is back: then it is read once more.
    if (all.size > 0 && !(await store.saveKnown({ unread: [...all] })).ok) return 'lost'
    return fetching.fetchAll([...all], { trusted, sent: new Set(sent.map(({ id }) => id)) })
  }

  return {
    pull: () => (running ??= round().finally(() => (running = undefined))),
  }
}

/** A clock that was put back leaves a time in the future. */
function isTimeForLists({ pulledAt, cursor }: Known, now: number): boolean {
  const age = now - (pulledAt ?? -Infinity)
  return !cursor || age >= listsLast || age < 0
}

const isSame = (a: Doubtful, b: Doubtful): boolean => a.id === b.id && a.event === b.event

/** A case that was given back by the journal, or begun here, has not been read from the case system yet. */
const isRead = ({ server, historyTo }: CaseRecord): boolean =>
  server.revision !== undefined && historyTo !== undefined
