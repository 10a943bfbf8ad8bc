import { contactIdsOf } from '../../domain/contact.ts'
import { fieldOf } from '../../domain/case.ts'
import type { CaseRecord } from '../../domain/case-record.ts'
import type { CaseId, ConversationId, InteractionId } from '../../domain/ids.ts'
import type { Interaction } from '../../domain/interaction.ts'
import type { StoryStore } from '../../ports/story-store.ts'

/** Interactions that are read at a time. */
const atOnce = 100

/** What belongs to customers of whom nothing may be deleted. */
export interface Spared {
  readonly interactions: ReadonlySet<InteractionId>
  readonly conversations: ReadonlySet<ConversationId>
  has(record: CaseRecord): boolean
}

/** Where nobody is on hold. */
export const nothingSpared: Spared = {
  ...{ interactions: new Set(), conversations: new Set(), has: () => false },
}

/** The same address, however it is written. */
const plain = (address: string): string => address.normalize('NFC').trim().toLowerCase()

/**
 * What must not be forgotten because of a legal hold. Where that cannot be read nothing may be forgotten at all: `undefined`
 * says so.
 */
export async function sparedIn(
  story: Pick<StoryStore, 'heldContacts' | 'interactionsBeside'>,
): Promise<Spared | undefined> {
  const held = await story.heldContacts()
  if (!held.ok) return undefined
  const own = await interactionsOf(story, held.value.flatMap(contactIdsOf))
  if (!own) return undefined
  const addresses = new Set(held.value.flatMap((one) => one.addresses).map(plain))
  const cases = new Set<CaseId>(own.flatMap((one) => one.case ?? []))
  return {
    interactions: new Set(own.map(({ id }) => id)),
    conversations: new Set(own.flatMap(({ conversation }) => conversation ?? [])),
    has: ({ id, current }) =>
      cases.has(id) || fieldOf(current, 'requestors').some((address) => addresses.has(plain(address))),
  }
}

type Kept = Pick<Interaction, 'id' | 'case' | 'conversation'>

async function interactionsOf(
  story: Pick<StoryStore, 'interactionsBeside'>,
  contacts: ReturnType<typeof contactIdsOf>,
): Promise<readonly Kept[] | undefined> {
  const found = new Map<InteractionId, Kept>()
  let of = -1
  while (contacts.length > 0) {
    const read = await story.interactionsBeside({ contacts, towards: 'newer', of, limit: atOnce })
    // One that is damaged may be about any chat or case.
    if (!read.ok || read.value.unreadable > 0) return undefined
    const { interactions } = read.value
    for (const { id, case: tied, conversation } of interactions)
      found.set(id, { id, case: tied, conversation })
    const last = interactions.at(-1)
    if (!last || interactions.length < atOnce) break
    of = last.offeredAt
  }
  return [...found.values()]
}
