import { commonFields } from '../../domain/case-field.ts'
import { fieldOf } from '../../domain/case.ts'
import type { CaseNumber } from '../../domain/case.ts'
import type { CaseRecord } from '../../domain/case-record.ts'
import type { CaseStore, PageMark } from '../../ports/case-store.ts'
import type { CaseSystem, ContactSearch } from '../../ports/case-system.ts'
import type { CaseStateStore } from '../../state/case-store.ts'
import type { CaseFetching } from './case-fetching.ts'

const rowsAtOnce = 50
const mostFound = 200
const mostRemote = 50

export interface CaseSearchNeeds {
  readonly store: CaseStore
  readonly state: CaseStateStore
  readonly fetching: CaseFetching
  readonly system: () => CaseSystem | undefined
}

/** Looks through what is kept here, newest first, and then asks the case system for what is not. */
export function createCaseSearch({ store, state, fetching, system }: CaseSearchNeeds) {
  let round = 0

  function add(text: string, records: readonly CaseRecord[], where: 'first' | 'last' = 'last'): void {
    state.setState(({ list }) => {
      if (list.show.kind !== 'search' || list.show.text !== text) return {}
      const known = new Set(list.records.map(({ id }) => id))
      const fresh = records.filter(({ id }) => !known.has(id))
      const all = where === 'first' ? [...fresh, ...list.records] : [...list.records, ...fresh]
      return { list: { ...list, records: all } }
    })
  }

  async function here(text: string, isMine: () => boolean): Promise<number> {
    const words = plain(text).split(/\s+/).filter(Boolean)
    const { cases } = state.getState().counts
    let mark: PageMark | undefined
    let [seen, found] = [0, 0]
    do {
      const page = await store.scan(mark, rowsAtOnce)
      if (!page.ok || !isMine()) return found
      seen += page.value.records.length
      mark = page.value.next
      const hits = page.value.records.filter((record) => isHit(record, words))
      found += hits.length
      add(text, hits)
      state.setState({ progress: { what: 'searching', done: seen, of: Math.max(cases, seen) } })
    } while (mark && found < mostFound)
    return found
  }

  /** Whoever types a number wants that case, before all that have its digits somewhere. */
  async function ofNumber(text: string): Promise<void> {
    const number = numberIn(text)
    const held = number === undefined ? undefined : await store.byNumber(number)
    if (held?.ok && held.value) add(text, [held.value])
  }

  /** The cases of whoever has this telephone number or address. */
  async function ofPerson(text: string): Promise<readonly CaseNumber[]> {
    const by = personIn(text)
    const people = by && (await system()?.contacts(by))
    if (people?.kind !== 'answer') return []
    const all: CaseNumber[] = []
    for (const { address } of people.value) {
      const numbers = await system()?.list({ kind: 'of-contact', address }, mostRemote)
      if (numbers?.kind === 'answer') all.push(...numbers.value)
    }
    return all
  }

  async function there(text: string, isMine: () => boolean): Promise<void> {
    const number = numberIn(text)
    const numbers = await system()?.list({ kind: 'text', text }, mostRemote)
    const wanted = [
      ...(number === undefined ? [] : [number]),
      ...(await ofPerson(text)),
      ...(numbers?.kind === 'answer' ? numbers.value : []),
    ]
    for (const one of new Set(wanted)) {
      if (!isMine()) return
      const held = await store.byNumber(one)
      const record = held.ok && held.value ? held.value : await fetched(one)
      if (record) add(text, [record], one === number ? 'first' : 'last')
    }
  }

  async function fetched(number: string): Promise<CaseRecord | undefined> {
    const found = await fetching.fetch(number)
    return found.kind === 'kept' ? found.record : undefined
  }

  return {
    async search(text: string): Promise<void> {
      const mine = (round += 1)
      const isMine = (): boolean => round === mine
      state.setState({ list: { show: { kind: 'search', text }, records: [], loading: true, more: false } })
      if (text.trim() !== '') {
        await ofNumber(text)
        await here(text, isMine)
        if (isMine() && state.getState().link.kind === 'up') await there(text, isMine)
      }
      if (isMine()) this.stop()
    },
    /** What was found stays. */
    stop(): void {
      round += 1
      state.setState(({ list }) => ({ progress: undefined, list: { ...list, loading: false } }))
    },
  }
}

const numberIn = (text: string): CaseNumber | undefined => /^\s*#?(\d{1,12})\s*$/.exec(text)?.[1]

/** Seven digits are a telephone number, and may be a case's as well. */
function personIn(text: string): ContactSearch | undefined {
  const one = text.trim()
  if (/^\S+@\S+$/.test(one)) return { kind: 'address', address: one }
  const isNumber = /^\+?[\d\s().-]+$/.test(one) && one.replace(/\D/g, '').length >= 7
  return isNumber ? { kind: 'number', number: one } : undefined
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()

/** Every word is in the number, or in one of the fields. */
function isHit(record: CaseRecord, words: readonly string[]): boolean {
  const { current } = record
  const custom = [...current.fields.keys()].filter((key) => key.startsWith('custom:'))
  const values = [...commonFields, ...custom].flatMap((key) => fieldOf(current, key))
  const text = plain([current.number ?? '', ...values].join('\n'))
  return words.every((word) => text.includes(word.replace(/^#/, '')))
}
