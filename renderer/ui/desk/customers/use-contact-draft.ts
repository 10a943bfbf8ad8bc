import { useState } from 'react'

import type { Contact } from '../../../domain/contact.ts'
import { useDesk } from '../desk-context.tsx'
import { useWho } from '../who.ts'
import { draftOf, readContact } from './contact-draft.ts'
import type { ContactDraft, ContactFaults } from './contact-draft.ts'

/** What is typed about somebody, until it is saved or has a fault. */
export function useContactDraft(contact: Contact, onSaved: () => void) {
  const { stories, dialling, now } = useDesk()
  const who = useWho()
  const [draft, setDraft] = useState(() => draftOf(contact, who.number))
  const [faults, setFaults] = useState<ContactFaults>()
  const [busy, setBusy] = useState(false)
  return {
    ...{ draft, faults, busy },
    put: (change: Partial<ContactDraft>): void => {
      setFaults(undefined)
      setDraft({ ...draft, ...change })
    },
    save: async (): Promise<void> => {
      const understand = (text: string) => dialling.understand(text)
      const read = readContact(draft, contact, { understand, shown: who.number, now: now() })
      if (!read.ok) {
        setFaults(read.faults)
        return
      }
      setBusy(true)
      const isSaved = await stories.saveContact(read.contact)
      setBusy(false)
      // What could not be saved is still there, to be saved again.
      if (isSaved) onSaved()
    },
  }
}
