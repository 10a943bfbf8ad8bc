import { recordOf } from '../../renderer/domain/case-record.ts'
import type { CaseRecord } from '../../renderer/domain/case-record.ts'
import type { FieldKey, FieldValue } from '../../renderer/domain/case-field.ts'
import { asCaseId } from '../../renderer/domain/ids.ts'
import type { CaseDesk } from '../../renderer/services/cases/case-desk.ts'
import { createCaseStore, noCases } from '../../renderer/state/case-store.ts'
import type { CaseState } from '../../renderer/state/case-store.ts'
import { shiftStart } from '../make.ts'

export interface CaseToMake {
  readonly id?: string
  readonly number?: string | undefined
  readonly fields?: Readonly<Partial<Record<FieldKey, FieldValue>>>
  readonly record?: Partial<CaseRecord>
}

/** A case as it is kept here; open, Ada's, and the case system's number 1042 unless a test says otherwise. */
export function makeCase(made: CaseToMake = {}): CaseRecord {
  const { id = 'case-1', fields = {}, record = {} } = made
  const values: Readonly<Record<string, FieldValue>> = {
    ...{ subject: ['March payment'], status: ['open'], owner: ['ada'], queue: ['Benefits'] },
    ...fields,
  }
  const kept = recordOf({
    id: asCaseId(id),
    number: 'number' in made ? made.number : '1042',
    revision: 'revision-1',
    createdAt: shiftStart - 86_400_000,
    updatedAt: shiftStart - 3_600_000,
    fields: new Map(Object.entries(values).map(([key, value]) => [key as FieldKey, value])),
    nextStatuses: undefined,
    links: [],
  })
  return { ...kept, ...record }
}

/** What the screen asks of the cases, written down; what it shows is put into the store by the test. */
export function createCaseDeskStandIn(state: Partial<CaseState> = {}) {
  const store = createCaseStore()
  store.setState({ ...noCases, link: { kind: 'up' }, user: 'ada', ...state })
  const asked: string[] = []
  const ask = (what: string): Promise<void> => {
    asked.push(what)
    return Promise.resolve()
  }
  const written = (what: string): Promise<boolean> => ask(what).then(() => true)
  const desk: CaseDesk = {
    show: (view) => ask(`show ${view}`),
    search: (text) => ask(`search ${text}`),
    stop: () => void ask('stop'),
    more: () => ask('more'),
    open: (id) => ask(`open ${id}`),
    close: () => {
      void ask('close')
      store.setState({ open: undefined })
    },
    pin: (id, pinned) => ask(`${pinned ? 'pin' : 'unpin'} ${id}`),
    begin: ({ subject }) => ask(`begin ${subject}`).then(() => asCaseId('case-new')),
    change: (id, field, value) => written(`change ${id} ${field} to ${value.join(', ')}`),
    note: (id, text) => written(`note ${id} ${text}`),
    reply: (id, text) => written(`reply ${id} ${text}`),
    link: (id, { kind, target }, remove = false) =>
      written(`${remove ? 'unlink' : 'link'} ${id} ${kind} ${target}`),
    promise: (id, { kind, what }) => written(`promise ${id} ${kind} ${what}`),
    keepPromise: (id, { what }) => written(`keep ${id} ${what}`),
    file: (id, attachment) => ask(`file ${id} ${attachment}`).then(() => undefined),
    undo: (entry) => written(`undo ${entry}`),
    redo: (entry) => written(`redo ${entry}`),
    choose: (entry, which) => written(`choose ${which} for ${entry}`),
    decide: (entry, what) => written(`decide ${what} for ${entry}`),
    tryAgain: (entry) => written(`again ${entry}`),
    draft: (id, values) => void ask(`${values ? 'draft' : 'no draft'} ${id}`),
    attach: (interaction, to) => ask(`attach ${interaction} to ${to ?? 'nothing'}`),
    signIn: ({ user, secret }) => ask(`sign in ${user} ${secret}`),
    refresh: () => void ask('refresh'),
  }
  return { store, desk, asked }
}
