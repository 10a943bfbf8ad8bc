import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { newCase, withEntries } from '../../../renderer/domain/apply-edit.ts'
import type { CaseEdit } from '../../../renderer/domain/case-edit.ts'
import { fieldOf } from '../../../renderer/domain/case.ts'
import type { FieldKey, FieldValue } from '../../../renderer/domain/case-field.ts'
import { asCaseId, asEntryId } from '../../../renderer/domain/ids.ts'
import { isUnderWay } from '../../../renderer/domain/outbox.ts'
import type { EntryStateKind, OutboxEntry } from '../../../renderer/domain/outbox.ts'
import { shiftStart } from '../../make.ts'
import { makeCase } from '../../stand-ins/case-desk.ts'
import { makeEntry, noteEdit, states } from './outbox-entry.ts'

const { server } = makeCase()

const change = (field: FieldKey, after: FieldValue): CaseEdit => ({
  kind: 'change',
  step: { field, before: [], after },
})

const written = (...edits: readonly CaseEdit[]): OutboxEntry[] =>
  edits.map((edit, index) => makeEntry({ id: asEntryId(`entry-${index}`), order: index, edit }))

describe('a case with what was written here', () => {
  it('has the last value of each field, in the order in which they were written', () => {
    const entries = written(change('priority', ['10']), change('priority', ['90']), change('owner', []))
    const now = withEntries(server, [...entries].reverse())
    expect([fieldOf(now, 'priority'), fieldOf(now, 'owner'), fieldOf(now, 'subject')]).toEqual([
      ...[['90'], [], ['March payment']],
    ])
  })

  it('has the links that were made, once, and not those that were taken out', () => {
    const link = { kind: 'child', target: '7' } as const
    const other = { kind: 'parent', target: '8' } as const
    const make = { kind: 'link', link, remove: false } as const
    const linked = { ...server, links: [other] }
    expect(withEntries(linked, written(make, make)).links).toEqual([other, link])
    expect(withEntries(linked, written(make, { ...make, remove: true })).links).toEqual([other])
    expect(withEntries(linked, written({ kind: 'link', link: other, remove: true })).links).toEqual([])
  })

  it('is newer by what was written, and never older', () => {
    const late = makeEntry({ edit: noteEdit, writtenAt: server.updatedAt + 5 })
    const early = makeEntry({ edit: noteEdit, writtenAt: server.updatedAt - 5 })
    expect([withEntries(server, [late]), withEntries(server, [early])]).toEqual([
      { ...server, updatedAt: server.updatedAt + 5 },
      server,
    ])
  })

  it('has nothing of what is not on its way', () => {
    const kinds = Object.keys(states) as EntryStateKind[]
    const seen = kinds.filter((kind) => {
      const entry = makeEntry({ edit: change('subject', [kind]), state: states[kind] })
      expect(fieldOf(withEntries(server, [entry]), 'subject')).toEqual([
        isUnderWay(entry) ? kind : 'March payment',
      ])
      return isUnderWay(entry)
    })
    expect(seen).toEqual(['waiting', 'sending', 'checking'])
  })

  it('is the same however the entries are read, and leaves the server’s case as it was', () => {
    const fields = fc.constantFrom<FieldKey>('subject', 'owner', 'cc', 'custom:__proto__')
    const edits = fc.array(fc.tuple(fields, fc.array(fc.constantFrom('a', 'b'), { maxLength: 2 })), {
      maxLength: 8,
    })
    fc.assert(
      fc.property(edits, (drawn) => {
        const before = structuredClone(server)
        const entries = written(...drawn.map(([field, after]) => change(field, after)))
        expect(withEntries(server, [...entries].reverse())).toEqual(withEntries(server, entries))
        expect(server).toEqual(before)
      }),
    )
  })
})

describe('a case that was begun here', () => {
  it('is what the agent has written, without a number', () => {
    const fields = new Map<FieldKey, FieldValue>([['subject', ['New']]])
    const entry = makeEntry({ edit: { kind: 'create', fields, text: 'x', attachments: [] } })
    expect(newCase(entry)).toEqual({
      ...{ id: asCaseId('case-1'), number: undefined, revision: undefined, nextStatuses: undefined },
      ...{ createdAt: shiftStart, updatedAt: shiftStart, fields, links: [] },
    })
  })

  it('is known by its id alone when only something about it is left', () => {
    expect([...newCase(makeEntry()).fields]).toEqual([])
  })
})
