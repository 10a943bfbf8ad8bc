import type { Contact } from '../domain/contact.ts'
import { asContactId } from '../domain/ids.ts'
import type { CaseId, InteractionId } from '../domain/ids.ts'
import { ok } from '../domain/result.ts'
import type { Records } from '../ports/records.ts'
import { pageOf, withPage } from '../state/work-store.ts'
import type { InHand, WorkStore } from '../state/work-store.ts'
import type { InteractionStore } from './interaction-store.ts'
import type { Problems } from './problems.ts'

export interface WriteUpContactNeeds extends Pick<InteractionStore, 'change' | 'link'> {
  readonly records: Records
  readonly work: WorkStore
  readonly problems: Problems
  readonly newId: () => string
}

/** Whom an interaction was with, and which case it is about. */
export function createWriteUpContact({ records, work, problems, newId, change, link }: WriteUpContactNeeds) {
  return {
    /** What comes of it is written into this case. */
    tie: async (id: InteractionId, to: CaseId | undefined): Promise<void> => {
      await change(id, { case: to })
    },

    /** The customer's mail addresses, as the case system knows them. */
    async addresses(id: InteractionId, addresses: readonly string[]): Promise<void> {
      const contact = pageOf(work.getState(), id)?.contact
      if (!contact || addresses.every((one) => contact.addresses.includes(one))) return
      const known = { ...contact, addresses: [...new Set([...contact.addresses, ...addresses])] }
      if (!problems.unwrap(await records.saveContact(known).then((saved) => (saved.ok ? ok(true) : saved))))
        return
      work.setState(({ contacts, pages }) => ({
        contacts: new Map(contacts).set(known.id, known),
        pages: withPage(pages, id, (now) => ({ ...now, contact: known })),
      }))
    },

    /** Gives the customer a name, for this and every later call from their number. */
    async nameContact(id: InteractionId, name: string): Promise<void> {
      const page = pageOf(work.getState(), id)
      const trimmed = name.trim()
      if (!page || trimmed === '') return
      const contact = named(page, trimmed, newId)
      const saved = await records.saveContact(contact)
      problems.unwrap(saved)
      if (!saved.ok) return
      work.setState(({ contacts, pages }) => ({
        contacts: new Map(contacts).set(contact.id, contact),
        pages: withPage(pages, id, (now) => ({ ...now, contact })),
      }))
      // The page may have been closed while the disk was busy: the name belongs to the record on which it was written.
      if (pageOf(work.getState(), id)) await change(id, { contact: contact.id })
      else await link(id, contact.id)
    },
  }
}

/** The customer with this name: the one in hand, or a new one with the number that called. */
function named({ contact, interaction: { number } }: InHand, name: string, newId: () => string): Contact {
  if (contact) return { ...contact, name }
  return {
    id: asContactId(newId()),
    name,
    numbers: number ? [number] : [],
    addresses: [],
    language: undefined,
  }
}
