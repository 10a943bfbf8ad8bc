import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { asEntryId } from '../../../renderer/domain/ids.ts'
import {
  afterUnknownFate,
  byOrder,
  isOpen,
  isUnderWay,
  needsAgent,
  nextOf,
  notBefore,
  retryDelay,
  stepTo,
} from '../../../renderer/domain/outbox.ts'
import type { EntryStateKind, OutboxEntry } from '../../../renderer/domain/outbox.ts'
import { shiftStart } from '../../make.ts'
import { makeEntry, states } from './outbox-entry.ts'

const kinds = Object.keys(states) as EntryStateKind[]

/** Which step is possible, written down a second time: a row is what was, its letters what can follow. */
const table: Readonly<Record<EntryStateKind, readonly EntryStateKind[]>> = {
  waiting: ['waiting', 'sending', 'checking', 'conflict', 'set-aside', 'sent', 'withdrawn'],
  sending: ['waiting', 'sending', 'checking', 'conflict', 'set-aside', 'sent'],
  checking: ['waiting', 'checking', 'asking', 'set-aside', 'sent'],
  asking: ['waiting', 'checking', 'sent', 'withdrawn'],
  conflict: ['waiting', 'conflict', 'sent', 'withdrawn'],
  'set-aside': ['waiting', 'checking', 'withdrawn'],
  sent: ['waiting', 'sent', 'withdrawn'],
  withdrawn: ['waiting', 'checking'],
}

const entries = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...kinds),
      order: fc.integer({ min: 0, max: 50 }),
      isCreate: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  .map((drawn) =>
    drawn.map(({ kind, order, isCreate }, index) =>
      makeEntry({
        ...{ id: asEntryId(`entry-${index}`), order: order * 100 + index, state: states[kind] },
        ...(isCreate && { edit: { kind: 'create', fields: new Map(), text: '', attachments: [] } }),
      }),
    ),
  )

describe('the steps of something that was written here', () => {
  it.each(kinds.flatMap((from) => kinds.map((to) => [from, to] as const)))('from %s to %s', (from, to) => {
    const step = (): OutboxEntry => stepTo(makeEntry({ state: states[from] }), states[to])
    if (table[from].includes(to)) expect(step()).toEqual(makeEntry({ state: states[to] }))
    else expect(step).toThrow(TypeError)
  })

  it('is on its way, waits for the agent, or has come to an end: never two of these', () => {
    const seen = kinds.map((kind) => {
      const entry = makeEntry({ state: states[kind] })
      return [kind, isUnderWay(entry), needsAgent(entry), isOpen(entry)]
    })
    expect(seen).toEqual([
      ['waiting', true, false, true],
      ['sending', true, false, true],
      ['checking', true, false, true],
      ['asking', false, true, true],
      ['conflict', false, true, true],
      ['set-aside', false, true, true],
      ['sent', false, false, false],
      ['withdrawn', false, false, false],
    ])
  })
})

describe('what is sent next of a case', () => {
  it('is the first that is on its way, whatever waits for the agent', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const next = nextOf(all)
        const open = all.filter(isOpen).sort(byOrder)
        const create = open.find(({ edit }) => edit.kind === 'create')
        const expected = create ?? open.find(isUnderWay)
        expect(next).toEqual(expected && isUnderWay(expected) ? expected : undefined)
      }),
    )
  })

  it('is the same however they are read from the disk, and leaves them as they were', () => {
    fc.assert(
      fc.property(entries, fc.nat(), (all, turn) => {
        const at = all.length === 0 ? 0 : turn % all.length
        const turned = [...all.slice(at), ...all.slice(0, at)]
        const before = [...turned]
        expect(nextOf(turned)?.id).toBe(nextOf(all)?.id)
        expect(turned).toEqual(before)
      }),
    )
  })

  it('comes in the order in which it was written, when each is sent in its turn', () => {
    fc.assert(
      fc.property(entries, (all) => {
        let left: readonly OutboxEntry[] = all.filter(isUnderWay)
        const sent: number[] = []
        for (let next = nextOf(left); next; next = nextOf(left)) {
          const { id, order, edit } = next
          if (edit.kind !== 'create') sent.push(order)
          left = left.filter((one) => one.id !== id)
        }
        expect(sent).toEqual([...sent].sort((a, b) => a - b))
        expect(left).toEqual([])
      }),
    )
  })
})

describe('when something is tried', () => {
  const now = shiftStart
  const at = (time: number) => makeEntry({ state: { kind: 'waiting', tries: 1, notBefore: time } })

  it.each([
    ['in the time that it waits', now + 60_000, now + 60_000],
    ['now, when a clock that was put back says much later', now + 60_001, now],
    ['at once, when its time is over', now - 5, now - 5],
  ])('is %s', (_, wanted, time) => {
    expect(notBefore(at(wanted), now, 60_000)).toBe(time)
  })

  it('is between nothing and a minute, and longer on the whole the more often it has failed', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.double({ min: 0, max: 1, noNaN: true }), (tries, random) => {
        const delay = retryDelay(tries, random)
        expect(delay).toBeGreaterThanOrEqual(0)
        expect(delay).toBeLessThanOrEqual(60_000)
        expect(retryDelay(tries + 1, random)).toBeGreaterThanOrEqual(delay)
      }),
    )
    expect([0, 1, 2, 3, 10].map((tries) => retryDelay(tries, 1))).toEqual([1000, 2000, 4000, 8000, 60_000])
  })
})

describe('something of which nobody knows what came of it', () => {
  it('is looked for when it cannot be repeated, since the moment when it was first sent', () => {
    expect(afterUnknownFate(makeEntry({ state: states.sending }), shiftStart + 9)).toEqual({
      ...{ kind: 'checking', tries: 2, since: shiftStart, notBefore: shiftStart + 9 },
    })
  })

  it('is sent again when it can be', () => {
    const edit = { kind: 'change', step: { field: 'subject', before: [], after: ['x'] } } as const
    expect(afterUnknownFate(makeEntry({ edit, state: states.sending }), shiftStart + 9)).toEqual({
      ...{ kind: 'waiting', tries: 2, notBefore: shiftStart + 9 },
    })
  })
})
