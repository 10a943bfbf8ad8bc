import { describe, expect, it } from 'vitest'

import { caseViews, nextPromise, placeIn, recordWith } from '../../../renderer/domain/case-record.ts'
import type { CaseRecord } from '../../../renderer/domain/case-record.ts'
import { asEntryId } from '../../../renderer/domain/ids.ts'
import { keptNote, promiseNote } from '../../../renderer/domain/promise.ts'
import type { Promised } from '../../../renderer/domain/promise.ts'
import { shiftStart } from '../../make.ts'
import { makeCase } from '../../stand-ins/case-desk.ts'
import { makeEntry, states } from './outbox-entry.ts'

const around = { entries: [], inactive: ['resolved', 'rejected'] }

const promised: Promised = {
  ...{ id: '00000000-0000-4000-8000-000000000001', kind: 'call-back', what: 'Tell him' },
  ...{ dueAt: shiftStart + 3_600_000, number: '+15145550101', keptAt: undefined },
}

const note = (text: string, order: number) =>
  makeEntry({
    id: asEntryId(`entry-${order}`),
    order,
    edit: { kind: 'note', text, attachments: [], purpose: 'promise' },
  })

describe('a case as it is kept here', () => {
  it('counts what is on its way and what waits for the agent', () => {
    const entries = Object.values(states).map((state, order) =>
      makeEntry({ id: asEntryId(`entry-${order}`), order, state }),
    )
    const { underWay, needsAgent } = recordWith(makeCase(), { ...around, entries })
    expect({ underWay, needsAgent }).toEqual({ underWay: 3, needsAgent: 3 })
  })

  it('is active until its status says that nothing is left to do, here or there', () => {
    const edit = { kind: 'change', step: { field: 'status', before: ['open'], after: ['resolved'] } } as const
    const done = makeCase({ fields: { status: ['resolved'] } })
    const gone = makeCase({ record: { standing: { kind: 'merged', into: '7' } } })
    expect([
      recordWith(makeCase(), around).active,
      recordWith(makeCase(), { ...around, entries: [makeEntry({ edit })] }).active,
      recordWith(done, around).active,
      recordWith(gone, around).active,
    ]).toEqual([true, false, false, false])
  })

  it('has the promises that are told and those that are on their way, until they are kept', () => {
    const made = recordWith(makeCase(), { ...around, entries: [note(promiseNote(promised), 1)] })
    const told = makeCase({ record: { told: [promised] } })
    const kept = recordWith(told, { ...around, entries: [note(keptNote(promised), 1)] })
    expect([made.promises, recordWith(told, around).promises, kept.promises, kept.told]).toEqual([
      ...[[promised], [promised], [], [promised]],
    ])
    expect([nextPromise(made), nextPromise(kept)]).toEqual([promised.dueAt, undefined])
  })
})

describe('the lists of a case', () => {
  const updated = -makeCase().current.updatedAt
  const due = { due: ['2026-11-25'] }
  const records: Readonly<Record<string, CaseRecord>> = {
    mine: makeCase({ fields: due }),
    'a colleague’s': makeCase({ fields: { owner: ['benoit'] } }),
    closed: makeCase({ fields: due, record: { active: false } }),
    pinned: makeCase({ record: { active: false, pinned: true } }),
    waiting: makeCase({ record: { active: false, underWay: 1 } }),
    asking: makeCase({ record: { active: false, needsAgent: 1 } }),
    promised: makeCase({ record: { active: false, promises: [promised] } }),
  }

  it.each([
    ['mine', { mine: updated, team: updated, due: Date.UTC(2026, 10, 25) }],
    ['a colleague’s', { team: updated }],
    ['closed', {}],
    ['pinned', { pinned: updated }],
    ['waiting', { unsent: updated }],
    ['asking', { unsent: updated }],
    ['promised', { promises: promised.dueAt }],
  ])('of one that is %s', (name, places) => {
    const record = records[name]
    if (!record) throw new Error('it is in the table')
    const found = caseViews.flatMap((view) => {
      const place = placeIn(view, record, 'ada')
      return place === undefined ? [] : [[view, place] as const]
    })
    expect(Object.fromEntries(found)).toEqual(places)
  })
})
