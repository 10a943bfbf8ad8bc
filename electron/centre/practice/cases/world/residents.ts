import type { Language } from '../../../../../renderer/domain/language.ts'
import { practiceScripts } from '../../customers.ts'
import type { Person } from '../records.ts'

/** A customer of the practice centre as its case system knows them. */
export interface Resident {
  readonly id: string
  readonly name: string
  /** At a domain that is kept for examples (RFC 2606 §3): it can never reach anybody. */
  readonly address: string
  /** E.164, from the ranges that are kept for fiction. */
  readonly number: string
  readonly language: Language
}

const callers: readonly Resident[] = practiceScripts.map(({ customer: { id, name, number, language } }) => ({
  ...{ id, name, number, language },
  address: addressFor(name),
}))

/** They write and never call. */
const writers: readonly Resident[] = [
  { id: 'singh', name: 'Priya Singh', number: '+16135550181', language: 'en' } as const,
  { id: 'cheng', name: 'Wei Cheng', number: '+17785550172', language: 'en' } as const,
  { id: 'macdonald', name: 'Iain MacDonald', number: '+19025550119', language: 'en' } as const,
  { id: 'leblanc', name: 'Marc Leblanc', number: '+15065550144', language: 'fr' } as const,
  { id: 'bouchard', name: 'Sylvie Bouchard', number: '+14505550135', language: 'fr' } as const,
  { id: 'diallo', name: 'Aminata Diallo', number: '+15145550187', language: 'fr' } as const,
].map((resident) => ({ ...resident, address: addressFor(resident.name) }))

export const residents: readonly Resident[] = [...callers, ...writers]

/** `Hélène Tremblay` → `helene.tremblay@example.org` */
function addressFor(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
  return `${plain.replace(/[^a-z]+/g, '.')}@example.org`
}

/** Colleagues who own cases; they are on the telephone list too (colleagues.ts). */
export const colleagues: readonly Omit<Person, 'id'>[] = ['Anil Nair', 'Dana Roy', 'Claire Bergeron'].map(
  (realName) => ({
    name: realName.toLowerCase().replace(' ', '.'),
    address: addressFor(realName).replace('example.org', 'practice.invalid'),
    realName,
    mobile: null,
    privileged: true,
  }),
)
