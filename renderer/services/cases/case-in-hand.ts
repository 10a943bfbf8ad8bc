import type { CaseRecord } from '../../domain/case-record.ts'
import type { CaseId, InteractionId } from '../../domain/ids.ts'
import type { CaseStore } from '../../ports/case-store.ts'
import type { CaseSystem } from '../../ports/case-system.ts'
import type { Undo } from '../../ports/undo.ts'
import type { CaseStateStore } from '../../state/case-store.ts'
import { pageInHand } from '../../state/work-store.ts'
import type { InHand, WorkStore } from '../../state/work-store.ts'
import type { CaseFetching } from './case-fetching.ts'

const most = 20

export interface InHandNeeds {
  readonly store: CaseStore
  readonly state: CaseStateStore
  readonly work: WorkStore
  readonly fetching: CaseFetching
  readonly system: () => CaseSystem | undefined
  /** What the case system knows of somebody, for the desk's own contact. */
  readonly onAddresses: (page: InHand, addresses: readonly string[]) => void
}

/** Finds the cases of whoever is in hand: at once what is kept here, then what the case system has. */
export function createCasesInHand({ store, state, work, fetching, system, onAddresses }: InHandNeeds): Undo {
  let shown: InteractionId | undefined
  let looked = ''

  const isShown = (id: InteractionId): boolean => shown === id

  function put(page: InteractionId, records: readonly CaseRecord[], loading: boolean): void {
    if (!isShown(page)) return
    const newest = [...records].sort((a, b) => b.current.updatedAt - a.current.updatedAt)
    state.setState({ inHand: { page, records: newest, loading } })
  }

  async function ofAddresses(addresses: readonly string[]): Promise<CaseRecord[]> {
    const found = new Map<CaseId, CaseRecord>()
    for (const address of addresses) {
      const records = await store.ofAddress(address, most)
      if (records.ok) for (const record of records.value) found.set(record.id, record)
    }
    return [...found.values()]
  }

  /** What the case system knows of the number, and has of the addresses. */
  async function ask(page: InHand): Promise<readonly string[]> {
    const known = page.contact?.addresses ?? []
    const { number } = page.interaction
    if (number === undefined) return known
    const people = await system()?.contacts({ kind: 'number', number })
    const addresses = people?.kind === 'answer' ? people.value.map(({ address }) => address) : []
    return [...new Set([...known, ...addresses])]
  }

  /** Into the store, what the case system has of these people and is not here. */
  async function fetch(addresses: readonly string[], id: InteractionId): Promise<void> {
    for (const address of addresses) {
      const numbers = await system()?.list({ kind: 'of-contact', address }, most)
      if (numbers?.kind !== 'answer') return
      for (const number of numbers.value) {
        const held = await store.byNumber(number)
        if (isShown(id) && held.ok && !held.value) await fetching.fetch(number)
      }
    }
  }

  async function look(page: InHand): Promise<void> {
    const { id, case: tied } = page.interaction
    const own = tied === undefined ? undefined : await store.case(tied)
    const base = own?.ok && own.value ? [own.value] : []
    const merged = (records: readonly CaseRecord[]) => [
      ...base,
      ...records.filter((record) => record.id !== tied),
    ]
    put(id, merged(await ofAddresses(page.contact?.addresses ?? [])), true)
    const addresses = await ask(page)
    if (!isShown(id)) return
    if (addresses.length > 0) onAddresses(page, addresses)
    await fetch(addresses, id)
    put(id, merged(await ofAddresses(addresses)), false)
  }

  function follow(): void {
    const page = pageInHand(work.getState())
    const key = page ? [page.interaction.id, page.contact?.id, page.interaction.case].join(' ') : ''
    if (key === looked) return
    looked = key
    shown = page?.interaction.id
    if (page) void look(page)
    else state.setState({ inHand: undefined })
  }

  return work.subscribe(follow)
}
