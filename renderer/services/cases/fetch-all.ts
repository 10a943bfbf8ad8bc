import { isLater } from '../../domain/case-event.ts'
import type { CaseNumber } from '../../domain/case.ts'
import type { CaseRecord } from '../../domain/case-record.ts'
import type { CaseId } from '../../domain/ids.ts'
import type { OutboxEntry } from '../../domain/outbox.ts'
import type { CaseStore } from '../../ports/case-store.ts'
import type { CaseProgress } from '../../state/case-store.ts'
import type { Fetched, Named, Reading } from './fetched.ts'
import { isAmiss } from './sent-amiss.ts'
import { standingFor } from './standing-for.ts'

/** Requests about cases that are under way at a time. */
const atOnce = 2

const isNumber = (name: Named): boolean => /^\d+$/.test(name)

interface FetchAllNeeds {
  readonly store: CaseStore
  readonly fetch: (number: CaseNumber, how: Reading) => Promise<Fetched>
  readonly find: (id: CaseId, how: Reading) => Promise<Fetched>
  readonly user: () => string | undefined
  readonly onEarlier: () => void
  readonly onProgress: (progress: CaseProgress | undefined) => void
}

interface Looking {
  /** What could not be read now. */
  readonly odd: readonly Named[]
  readonly how: Reading
}

/** Reads many cases, a few at a time. */
export function createFetchAll({ store, fetch, find, ...needs }: FetchAllNeeds) {
  let stopped = 0

  /**
   * What was sent to a case that was joined to another since is in the other's history; `undefined` while that one has not
   * been read. Of one that is out of sight nobody can say.
   */
  async function isAmissWhereItWent(merged: CaseRecord, { sent }: Reading): Promise<boolean | undefined> {
    const own = await store.entriesOf(merged.id)
    if (!own.ok) return undefined
    if (!own.value.some(({ state }) => state.kind === 'sent' && state.event !== undefined)) return false
    const into = await standingFor(store, merged)
    if (into?.standing.kind !== 'here') return into ? false : undefined
    const { historyTo } = into
    const events = historyTo === undefined ? undefined : await store.history(into.id)
    if (!events?.ok || historyTo === undefined) return undefined
    const looked = { revision: historyTo, events: events.value, from: undefined }
    // What was sent after the other one was read is looked for when that is read again.
    const isRead = ({ id, state }: OutboxEntry): boolean =>
      state.kind === 'sent' &&
      state.event !== undefined &&
      (sent?.has(id) === true || !isLater(state.event, historyTo))
    return own.value
      .filter(isRead)
      .some((entry) => isAmiss(entry, { ...looked, by: needs.user(), entries: own.value }))
  }

  /** Gives those of which nobody can say yet whether what was sent to them is where they went. */
  async function lookWhereTheyWent(
    merged: readonly CaseRecord[],
    { odd, how }: Looking,
  ): Promise<readonly Named[]> {
    const left: Named[] = []
    for (const record of merged) {
      const { standing } = record
      const isUnread = standing.kind === 'merged' && odd.includes(standing.into)
      const amiss = isUnread ? undefined : await isAmissWhereItWent(record, how)
      if (amiss) needs.onEarlier()
      if (amiss === undefined) left.push(record.server.number ?? record.id)
    }
    return left
  }

  return {
    async fetchAll(numbers: readonly Named[], how: Reading = {}): Promise<readonly Named[] | 'lost'> {
      const left: Named[] = [...numbers]
      const seen = new Set<Named>(numbers)
      const began = stopped
      const [odd, merged]: [Named[], CaseRecord[]] = [[], []]
      let [done, lost] = [0, false]
      const goesOn = (): boolean => !lost && stopped === began
      const worker = async (): Promise<void> => {
        for (let next = left.shift(); next !== undefined && goesOn(); next = left.shift()) {
          if (seen.size > atOnce) needs.onProgress({ what: 'fetching', done, of: seen.size })
          const fetched = isNumber(next) ? await fetch(next, how) : await find(next as CaseId, how)
          done += 1
          lost ||= isLost(fetched)
          if (fetched.kind === 'unanswered') odd.push(next)
          if (fetched.kind !== 'kept' || fetched.record.standing.kind !== 'merged') continue
          const { into } = fetched.record.standing
          merged.push(fetched.record)
          // Also one that was read before: this one's events may have come to it since.
          if (!left.includes(into)) left.push(into)
          seen.add(into)
        }
      }
      await Promise.all(Array.from({ length: atOnce }, worker))
      needs.onProgress(undefined)
      if (!goesOn()) return 'lost'
      return [...odd, ...(await lookWhereTheyWent(merged, { odd, how }))]
    },
    stop: () => void (stopped += 1),
  }
}

/** One case that cannot be understood or seen keeps nobody from the others. */
const isLost = (fetched: Fetched): boolean =>
  fetched.kind === 'unstored' ||
  (fetched.kind === 'unanswered' && fetched.why !== 'not-understood' && fetched.why !== 'refused')
