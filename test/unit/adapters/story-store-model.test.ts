import 'fake-indexeddb/auto'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { createDexieStores, wipeStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import type { DexieStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import { contactIdsOf } from '../../../renderer/domain/contact.ts'
import type { Contact } from '../../../renderer/domain/contact.ts'
import { asContactId } from '../../../renderer/domain/ids.ts'
import { done } from '../../../renderer/domain/result.ts'
import { makeContact, makeKey } from '../../make.ts'
import { must } from './stored-cases.ts'

/** Somebody of the model: what is theirs, who is one with them, and what was taken from them though one of those has it. */
interface Person {
  readonly own: Set<string>
  readonly hidden: Set<string>
  readonly merged: Set<string>
}

/** Whoever is merged keeps what is theirs, and what somebody has is worked out by looking at them all. */
function createModel(people: ReadonlyMap<string, readonly string[]>) {
  const all = new Map<string, Person>(
    [...people].map(([id, own]) => [id, { own: new Set(own), hidden: new Set(), merged: new Set() }]),
  )
  const person = (id: string): Person => {
    const found = all.get(id)
    if (!found) throw new Error('nobody')
    return found
  }
  const holderOf = (id: string): string | undefined => [...all].find(([, { merged }]) => merged.has(id))?.[0]
  const facts = (id: string): ReadonlySet<string> => {
    const { own, hidden, merged } = person(id)
    return new Set(
      [...own, ...[...merged].flatMap((one) => [...facts(one)])].filter((one) => !hidden.has(one)),
    )
  }
  /** What comes with somebody is there, whatever was taken away before. */
  const bring = (to: string, from: string): void => {
    for (const one of facts(from)) person(to).hidden.delete(one)
  }
  return {
    ...{ facts, holderOf },
    ids: (id: string): readonly string[] => {
      const idsOf = (one: string): readonly string[] => [one, ...[...person(one).merged].flatMap(idsOf)]
      return idsOf(id)
    },
    rootOf: (id: string): string => {
      let now = id
      for (let next = holderOf(now); next !== undefined; next = holderOf(now)) now = next
      return now
    },
    merge: (kept: string, gone: string): boolean => {
      if (kept === gone || holderOf(kept) !== undefined || holderOf(gone) !== undefined) return false
      bring(kept, gone)
      person(kept).merged.add(gone)
      return true
    },
    split: (kept: string, gone: string): boolean =>
      holderOf(kept) === undefined && person(kept).merged.delete(gone),
    write: (id: string, fact: string, has: boolean): void => {
      const { own, hidden } = person(id)
      if (has && !facts(id).has(fact)) {
        own.add(fact)
        hidden.delete(fact)
      }
      if (!has && facts(id).has(fact)) {
        own.delete(fact)
        hidden.add(fact)
      }
      for (let from = id, to = holderOf(id); to !== undefined; from = to, to = holderOf(to)) bring(to, from)
    },
  }
}

/** Few, so that the same happens to the same ones again. */
const ids = ['ada', '__proto__', 'constructor', 'dora']
const everything = ['+15145550101', '+15145550102', 'a@example.org']

const anybody = fc.constantFrom(...ids)
const anyFact = fc.constantFrom(...everything)
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('merge' as const), kept: anybody, gone: anybody }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('split' as const), kept: anybody, gone: anybody }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('write' as const),
      id: anybody,
      fact: anyFact,
      has: fc.boolean(),
    }),
  },
)

const factsOf = ({ numbers: own, addresses: mail }: Contact): readonly string[] => [...own, ...mail].sort()

function withFact(contact: Contact, fact: string, has: boolean): Contact {
  const list = fact.includes('@') ? 'addresses' : 'numbers'
  const others = contact[list].filter((one) => one !== fact)
  return { ...contact, [list]: has ? [...others, fact] : others }
}

let disk = 15_000

async function opened(people: ReadonlyMap<string, readonly string[]>): Promise<DexieStores> {
  disk += 1
  const stores = createDexieStores({ user: () => 'ada' })
  expect(await stores.records.open('practice', makeKey(disk))).toEqual(done)
  for (const [id, own] of people)
    await must(
      stores.records.saveContact(
        own.reduce(
          (contact, fact) => withFact(contact, fact, true),
          makeContact({ id: asContactId(id), name: id, numbers: [], addresses: [] }),
        ),
      ),
    )
  return stores
}

type Model = ReturnType<typeof createModel>
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

async function take(one: Step, { records, story }: DexieStores, model: Model): Promise<void> {
  if (one.kind === 'write') {
    const [contact] = await must(records.contacts([asContactId(one.id)]))
    if (contact) await must(records.saveContact(withFact(contact, one.fact, one.has)))
    model.write(one.id, one.fact, one.has)
    return
  }
  const [kept, gone] = [asContactId(one.kept), asContactId(one.gone)]
  const change = one.kind === 'merge' ? story.mergeContacts(kept, gone) : story.splitContact(kept, gone)
  expect((await change).ok).toBe(model[one.kind](one.kept, one.gone))
}

async function expectSame({ records, story }: DexieStores, model: Model): Promise<void> {
  for (const id of ids) {
    const root = model.rootOf(id)
    const now = await must(story.contactNow(asContactId(id)))
    expect([now?.id, now && factsOf(now)]).toEqual([root, [...model.facts(root)].sort()])
    expect(now && [...contactIdsOf(now)].sort()).toEqual([...model.ids(root)].sort())
    const [own] = await must(records.contacts([asContactId(id)]))
    expect(own && factsOf(own)).toEqual([...model.facts(id)].sort())
  }
  const roots = ids.filter((id) => model.holderOf(id) === undefined)
  for (const fact of everything) {
    const found = await must(
      fact.includes('@') ? records.contactByAddress(fact) : records.contactByNumber(fact),
    )
    const having = roots.filter((id) => model.facts(id).has(fact))
    expect(found ? having.includes(found.id) : having.length === 0).toBe(true)
  }
}

describe('whatever is merged, taken apart and written in between', () => {
  it('everybody has what they would have by a plain account of it, and is found by it', async () => {
    const start = fc.tuple(...ids.map((id) => fc.tuple(fc.constant(id), fc.uniqueArray(anyFact))))
    await fc.assert(
      fc.asyncProperty(start, fc.array(step, { minLength: 8, maxLength: 24 }), async (people, steps) => {
        const model = createModel(new Map(people))
        const stores = await opened(new Map(people))
        for (const one of steps) await take(one, stores, model)
        await expectSame(stores, model)
        stores.records.close()
        expect(await wipeStores('practice')).toEqual(done)
      }),
      { numRuns: 50 },
    )
  }, 120_000)
})
