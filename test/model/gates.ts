import type { CaseId } from '../../renderer/domain/ids.ts'
import { problem } from '../../renderer/domain/problem.ts'
import { failed } from '../../renderer/domain/result.ts'
import type { CaseStore } from '../../renderer/ports/case-store.ts'
import type { CaseSystem } from '../../renderer/ports/case-system.ts'
import type { Turnstile } from './turnstile.ts'

interface Gate {
  readonly turnstile: Turnstile
  /** The window that asks. */
  readonly owner: string
}

/** Every method of a port that answers with a promise goes through the turnstile, in the order in which it was called. */
export function gated<Port extends object>(port: Port, { turnstile, owner }: Gate, channel: string): Port {
  return new Proxy(port, {
    get(target, name, receiver) {
      const method: unknown = Reflect.get(target, name, receiver)
      if (typeof method !== 'function' || typeof name !== 'string') return method
      return (...given: unknown[]): unknown =>
        turnstile.ask(
          { owner, channel, name: `${channel}.${name}` },
          () => method.apply(target, given) as unknown,
        )
    },
  })
}

/** A request gets there at one moment, and its answer is heard at another; several requests overtake each other. */
export function gatedSystem(system: CaseSystem, { turnstile, owner }: Gate): CaseSystem {
  let requests = 0
  return new Proxy(system, {
    get(target, name, receiver) {
      const method: unknown = Reflect.get(target, name, receiver)
      if (typeof method !== 'function' || typeof name !== 'string') return method
      return async (...given: unknown[]): Promise<unknown> => {
        requests += 1
        const channel = `wire ${requests}`
        let answer: unknown
        await turnstile.ask({ owner, channel, name: `ask ${name}` }, () => {
          answer = method.apply(target, given) as unknown
        })
        const heard = await answer
        return turnstile.ask({ owner, channel, name: `hear ${name}` }, () => heard)
      }
    },
  })
}

/** The database as one window sees it: it may be full, and the other window's news come when it is their turn. */
export interface Windows {
  isFull: boolean
  readonly listeners: Map<string, (cases: readonly CaseId[]) => void>
}

export function gatedStore(store: CaseStore, gate: Gate, windows: Windows): CaseStore {
  const inOrder = gated(store, gate, 'store')

  function tellOthers(cases: readonly CaseId[]): void {
    for (const [owner, listener] of windows.listeners)
      if (owner !== gate.owner)
        void gate.turnstile.ask({ owner, channel: 'news', name: 'news' }, () => listener(cases))
  }

  return {
    ...bound(inOrder),
    commit: (change) =>
      gate.turnstile.ask({ owner: gate.owner, channel: 'store', name: 'store.commit' }, async () => {
        if (windows.isFull) return failed(problem('not-saved', false))
        const committed = await store.commit(change)
        const cases = [
          ...(change.cases ?? []).map(({ id }) => id),
          ...(change.entries ?? []).map((entry) => entry.case),
          ...(change.dropCases ?? []),
        ]
        if (committed.ok && cases.length > 0) tellOthers([...new Set(cases)])
        return committed
      }),
    onChanged(listener) {
      windows.listeners.set(gate.owner, listener)
      return () => void windows.listeners.delete(gate.owner)
    },
  }
}

/** The methods by themselves, so that some of them can be put in the place of others. */
function bound(store: CaseStore): CaseStore {
  return {
    case: (id) => store.case(id),
    byNumber: (number) => store.byNumber(number),
    ofAddress: (address, limit) => store.ofAddress(address, limit),
    openOfAddress: (address, limit) => store.openOfAddress(address, limit),
    page: (view, after, limit) => store.page(view, after, limit),
    scan: (after, limit) => store.scan(after, limit),
    idle: (before, after, limit) => store.idle(before, after, limit),
    counts: () => store.counts(),
    history: (id) => store.history(id),
    entriesOf: (id) => store.entriesOf(id),
    openEntries: () => store.openEntries(),
    allEntries: () => store.allEntries(),
    file: (id) => store.file(id),
    commit: (change) => store.commit(change),
    drafts: () => store.drafts(),
    saveDraft: (draft) => store.saveDraft(draft),
    dropDraft: (id) => store.dropDraft(id),
    known: () => store.known(),
    saveKnown: (known) => store.saveKnown(known),
    onChanged: (listener) => store.onChanged(listener),
  }
}
