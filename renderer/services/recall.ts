import type { Contact } from '../domain/contact.ts'
import type { Interaction } from '../domain/interaction.ts'
import { problem } from '../domain/problem.ts'
import type { Records } from '../ports/records.ts'
import { withInteraction } from '../state/work-store.ts'
import type { WorkStore } from '../state/work-store.ts'
import type { Problems } from './problems.ts'

const pastLimit = 20
const recentLimit = 100

export interface RecallNeeds {
  readonly records: Records
  readonly work: WorkStore
  readonly problems: Problems
}

export type Recall = ReturnType<typeof createRecall>

/** What the desk knows from before: of this agent's work, and of one customer. */
export function createRecall({ records, work, problems }: RecallNeeds) {
  async function list(listed: ReturnType<Records['recentInteractions']>): Promise<readonly Interaction[]> {
    const found = problems.unwrap(await listed)
    if (found && found.unreadable > 0) problems.show(problem('rows-unreadable'))
    return found?.interactions ?? []
  }

  return {
    /** Earlier interactions with a contact, newest first; the contact is remembered by the screen. */
    async past(contact: Contact | undefined): Promise<readonly Interaction[]> {
      if (!contact) return []
      work.setState(({ contacts }) => ({ contacts: new Map(contacts).set(contact.id, contact) }))
      return list(records.interactionsWith(contact.id, pastLimit))
    },

    /** Reads what the agent did last, and what was left unfinished, at the start of a shift. */
    async loadRecent(): Promise<void> {
      const recent = await list(records.recentInteractions(recentLimit))
      const unfinished = await list(records.unfinishedInteractions())
      const all = unfinished.reduce(withInteraction, recent)
      const ids = [...new Set(all.flatMap(({ contact }) => contact ?? []))]
      const contacts = problems.unwrap(await records.contacts(ids)) ?? []
      work.setState({ recent: all, contacts: new Map(contacts.map((contact) => [contact.id, contact])) })
    },
  }
}
