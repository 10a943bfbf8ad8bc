import type { CaseEvent } from '../../../../renderer/domain/case-event.ts'
import { recordOf } from '../../../../renderer/domain/case-record.ts'
import type { CaseRecord } from '../../../../renderer/domain/case-record.ts'
import type { FieldKey, FieldValue } from '../../../../renderer/domain/case-field.ts'
import { asCaseId } from '../../../../renderer/domain/ids.ts'
import type { CaseId } from '../../../../renderer/domain/ids.ts'

/**
 * Believable cases by number; the same number is the same case. The case system does not know them, and is not asked for
 * them: a desk that is up to date asks only for what has changed.
 */

const begin = Date.UTC(2026, 0, 5, 13)
const minute = 60_000
/** Numbers that the practice centre's case system has not given out. */
const firstNumber = 1_000_000
/** The last event of each: a later one than the case system has had would tell that a backup was restored. */
const lastEvent = '1'

const subjects = [
  'Prestation de mars jamais reçue',
  'Change of address after a move',
  'Passport lost while travelling',
  'Renouvellement de la carte : pièce refusée',
]

export const benchId = (at: number): CaseId => asCaseId(`case-${at}-${begin / 1000 + at}`)

export function benchCase(at: number): CaseRecord {
  const fields: [FieldKey, FieldValue][] = [
    ['subject', [`${subjects[at % subjects.length] ?? ''} (${at})`]],
    ['status', [at % 5 === 0 ? 'stalled' : 'open']],
    ['owner', [`agent-${at % 40}`]],
    ['queue', [at % 3 === 0 ? 'passports' : 'benefits']],
    ['priority', [String(at % 100)]],
    ['requestors', [`customer-${at}@example.org`]],
    ['custom:Language', [at % 2 === 0 ? 'fr' : 'en']],
    ['custom:File number', [`QC-${100_000 + at}`]],
    ['custom:Channel', ['telephone']],
  ]
  if (at % 10 === 0) fields.push(['due', [new Date(begin + at * minute).toISOString()]])
  const server = {
    ...{ id: benchId(at), number: String(firstNumber + at), revision: lastEvent },
    ...{ createdAt: begin + at, updatedAt: begin + ((at * 7919) % 100_003) * minute },
    ...{ fields: new Map(fields), nextStatuses: ['open', 'stalled', 'resolved', 'rejected'], links: [] },
  }
  return { ...recordOf(server), historyTo: lastEvent }
}

export const benchHistory = (at: number): readonly CaseEvent[] =>
  Array.from({ length: 20 }, (_, nth) => ({
    ...{ id: String(at * 20 + nth), kind: 'note' as const, at: begin + nth * minute, by: 'agent-7' },
    text: `The customer called again about file ${at}. `.repeat(1 + (nth % 8)),
    ...{ attachments: [], change: undefined },
  }))
