import type { Contact } from '../../domain/contact.ts'
import { fieldOf } from '../../domain/case.ts'
import type { ContactId } from '../../domain/ids.ts'
import type { Problem } from '../../domain/problem.ts'
import { ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { CaseStore } from '../../ports/case-store.ts'
import type { Records } from '../../ports/records.ts'
import type { StoryStore } from '../../ports/story-store.ts'
import type { StoryStateStore } from '../../state/story-store.ts'
import type { WorkStore } from '../../state/work-store.ts'
import type { Problems } from '../problems.ts'

const mostFound = 50
/** UTF-16 units: nobody looks for more than a name. */
const longestQuestion = 1000

export interface StoryContactNeeds {
  readonly records: Pick<Records, 'saveContact' | 'contacts' | 'contactByAddress'>
  readonly story: Pick<StoryStore, 'findContacts' | 'mergeContacts' | 'splitContact' | 'contactNow'>
  readonly cases: Pick<CaseStore, 'byNumber'>
  readonly state: StoryStateStore
  readonly work: WorkStore
  readonly problems: Problems
  /** Somebody is known otherwise now: `was` are those who are this one. */
  readonly onChanged: (now: Contact, was: readonly ContactId[]) => void
}

/** Customers: looked for, written about, and made one where they are one person. */
export function createStoryContacts(needs: StoryContactNeeds) {
  const { records, story, cases, state, work, problems, onChanged } = needs
  let newest = 0

  /** Whoever asked for the case of that number. */
  async function ofCase(number: string): Promise<Result<readonly Contact[], Problem>> {
    const record = await cases.byNumber(number)
    if (!record.ok) return record
    const found = new Map<ContactId, Contact>()
    for (const address of record.value ? fieldOf(record.value.current, 'requestors') : []) {
      const contact = await records.contactByAddress(address)
      if (!contact.ok) return contact
      if (contact.value) found.set(contact.value.id, contact.value)
    }
    return ok([...found.values()])
  }

  function look(text: string): Promise<Result<readonly Contact[], Problem>> {
    const number = /^#\s*(\d{1,20})$/.exec(text)?.[1]
    return number === undefined ? story.findContacts(text, mostFound) : ofCase(number)
  }

  /** The pages and the lists know them by their new form. */
  function spread(now: Contact, was: readonly ContactId[]): void {
    const isThem = (id: ContactId | undefined): boolean => was.some((one) => one === id)
    work.setState(({ offer, pages, contacts }) => ({
      offer: offer?.contact && isThem(offer.contact.id) ? { ...offer, contact: now } : offer,
      pages: pages.map((page) =>
        isThem(page.contact?.id ?? page.interaction.contact) ? { ...page, contact: now } : page,
      ),
      contacts: new Map([...contacts, ...was.map((id) => [id, now] as const)]),
    }))
    state.setState(({ contacts }) => ({
      contacts: {
        ...contacts,
        found: contacts.found.map((one) => (isThem(one.id) ? now : one)).filter(isFirst),
      },
    }))
    onChanged(now, was)
  }

  async function split(of: ContactId, away: ContactId): Promise<void> {
    const apart = problems.unwrap(await story.splitContact(of, away))
    if (!apart) return
    const [kept, gone] = apart
    // A merge of somebody else can still be taken back.
    state.setState(({ merged }) => (merged?.gone.id === gone.id ? { merged: undefined } : {}))
    // Those of them that are open belong to whom their interaction names.
    spread(kept, [kept.id])
    work.setState(({ pages, contacts }) => ({
      pages: pages.map((page) => (page.interaction.contact === gone.id ? { ...page, contact: gone } : page)),
      contacts: new Map(contacts).set(gone.id, gone),
    }))
  }

  return {
    /** The newest question alone is answered. */
    async findContacts(asked: string): Promise<void> {
      const mine = ++newest
      const text = asked.slice(0, longestQuestion)
      if (text.trim() === '') {
        state.setState({ contacts: { text, found: [], busy: false } })
        return
      }
      state.setState(({ contacts }) => ({ contacts: { ...contacts, text, busy: true } }))
      const found = await look(text.trim())
      if (mine !== newest) return
      state.setState({ contacts: { text, found: problems.unwrap(found) ?? [], busy: false } })
    },

    async contactsLike(asked: string): Promise<readonly Contact[]> {
      const text = asked.slice(0, longestQuestion).trim()
      return text === '' ? [] : (problems.unwrap(await look(text)) ?? [])
    },

    async saveContact(contact: Contact): Promise<boolean> {
      const saved = await records.saveContact(contact)
      problems.unwrap(saved)
      if (!saved.ok) return false
      // A merge of meanwhile stays, whatever the form had: what is on the disk now is who they are.
      const now = problems.unwrap(await story.contactNow(contact.id))
      spread(now ?? contact, [...new Set([contact.id, (now ?? contact).id])])
      return true
    },

    async merge(kept: ContactId, gone: ContactId): Promise<void> {
      const before = problems.unwrap(await records.contacts([gone]))?.[0]
      if (!before || kept === gone) return
      const now = problems.unwrap(await story.mergeContacts(kept, gone))
      if (!now) return
      state.setState({ merged: { kept: now, gone: before } })
      spread(now, [kept, gone])
    },

    async undoMerge(): Promise<void> {
      const { merged } = state.getState()
      if (merged) await split(merged.kept.id, merged.gone.id)
    },
    split,

    forget(): void {
      newest += 1
    },
  }
}

const isFirst = (one: Contact, at: number, all: readonly Contact[]): boolean =>
  all.findIndex(({ id }) => id === one.id) === at
