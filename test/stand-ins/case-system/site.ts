import type { CaseQueue, FieldDefinition, FieldKey, FieldKind } from '../../../renderer/domain/case-field.ts'
import type { CaseSite } from '../../../renderer/domain/setup.ts'
import type { RemoteContact } from '../../../renderer/ports/case-system.ts'

/** What an imaginary office has set up in its case system. */
export const people = ['amelie', 'benoit', 'chantal'] as const

export const site: CaseSite = {
  account: 'password',
  inactive: ['resolved', 'rejected'],
  clientIdField: 'DeskCase',
  keepDays: 30,
}

const statuses = ['new', 'open', 'stalled', 'resolved', 'rejected'] as const

/** The statuses that may follow one. A case that was rejected stays so. */
export const nextStatuses: ReadonlyMap<string, readonly string[]> = new Map([
  ['new', ['open', 'stalled', 'resolved', 'rejected']],
  ['open', ['stalled', 'resolved', 'rejected']],
  ['stalled', ['open', 'resolved']],
  ['resolved', ['open']],
  ['rejected', []],
])

const field = (key: FieldKey, kind: FieldKind, more: Partial<FieldDefinition> = {}): FieldDefinition => ({
  ...{ key, label: key.replace('custom:', ''), kind, several: false, options: [], writable: true },
  ...more,
})

const fields = [
  field('subject', 'text'),
  field('status', 'choice', { options: statuses }),
  field('owner', 'person', { options: people }),
  field('queue', 'choice', { options: ['benefits', 'passports'] }),
  field('priority', 'number'),
  field('due', 'date-time'),
  field('requestors', 'person', { several: true }),
  field('cc', 'person', { several: true }),
  field('custom:File number', 'text'),
  field('custom:Topics', 'choice', { several: true, options: ['childcare', 'pension', 'travel', 'tax'] }),
]

export const queues: readonly CaseQueue[] = [
  { name: 'benefits', fields, statuses },
  { name: 'passports', fields, statuses },
]

export const contacts: readonly RemoteContact[] = [
  { address: 'luc@example.org', name: 'Luc Gagnon', numbers: ['+15145550101'] },
  { address: 'ines@example.org', name: 'Inès Roy', numbers: ['+15145550102', '+14185550103'] },
]
