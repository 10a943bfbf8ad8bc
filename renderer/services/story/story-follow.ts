import { contactIdsOf } from '../../domain/contact.ts'
import type { Contact } from '../../domain/contact.ts'
import type { Undo } from '../../ports/undo.ts'
import type { CaseStore } from '../../ports/case-store.ts'
import { offeredCall, takenCall } from '../../state/call-store.ts'
import type { CallStore } from '../../state/call-store.ts'
import type { CaseStateStore } from '../../state/case-store.ts'
import type { ChatStateStore } from '../../state/chat-store.ts'
import { pageInHand } from '../../state/work-store.ts'
import type { WorkStore } from '../../state/work-store.ts'
import type { StoryPlaceNow } from './story-place.ts'

/** How it stands with somebody of whom something is being saved. */
const onItsWay = 'on its way'

export interface FollowNeeds {
  readonly work: WorkStore
  readonly calls: CallStore
  readonly cases: CaseStateStore
  readonly chats: ChatStateStore
  readonly caseStore: Pick<CaseStore, 'onChanged'>
  readonly inHand: StoryPlaceNow
  readonly lookedUp: StoryPlaceNow
}

/** Keeps the story beside the work that of whoever is in hand or rings, and both in step with what happens. */
export function createStoryFollow({
  work,
  calls,
  cases,
  chats,
  caseStore,
  inHand,
  lookedUp,
}: FollowNeeds): Undo {
  const places = [inHand, lookedUp]
  const known = new Map<StoryPlaceNow, string>()

  /** Somebody who rings takes the place only while the agent talks to nobody. */
  function whoIsThere(): Contact | undefined {
    const state = calls.getState()
    const offered = takenCall(state) ? undefined : offeredCall(state)
    const { offer } = work.getState()
    if (offered) return offer?.call === offered.id ? offer.contact : undefined
    return pageInHand(work.getState())?.contact
  }

  function followPerson(): void {
    const there = whoIsThere()
    const shown = inHand.contact()
    if (there?.id === shown?.id) {
      if (there) inHand.knownAs(there)
      return
    }
    known.delete(inHand)
    if (there) void inHand.open(there)
    else inHand.close()
  }

  /** How the interactions and the chats of this person stand; what is being written changes nothing yet. */
  function standing(contact: Contact): string {
    const ids: readonly unknown[] = contactIdsOf(contact)
    const own = work.getState().recent.filter((one) => ids.includes(one.contact))
    const open = chats.getState().chats
    return own
      .map((one) => {
        const chat = one.conversation === undefined ? undefined : open.get(one.conversation)
        const { id, answeredAt, endedAt, finishedAt, disposition, case: tied } = one
        return [id, answeredAt, endedAt, finishedAt, disposition, tied, chat?.messages.length].join(' ')
      })
      .join('\n')
  }

  /** What is still on its way to the disk cannot be read there: it is looked at when it has arrived. */
  const isSaving = (contact: Contact): boolean =>
    work
      .getState()
      .pages.some(({ saved, interaction }) => saved === 'saving' && interaction.contact === contact.id)

  function followWork(): void {
    for (const place of places) {
      const contact = place.contact()
      if (!contact) continue
      const before = known.get(place)
      if (isSaving(contact)) {
        // It was opened before that was on the disk.
        known.set(place, before ?? onItsWay)
        continue
      }
      const now = standing(contact)
      known.set(place, now)
      if (before !== undefined && before !== now) place.changed()
    }
  }

  const allChanged = (): void => places.forEach((place) => place.changed())
  const follow = (): void => {
    followPerson()
    followWork()
  }
  const undos = [
    work.subscribe(follow),
    calls.subscribe(follow),
    chats.subscribe(followWork),
    // Counted anew whenever something has become of a case on this desk.
    cases.subscribe(({ counts }, before) => {
      if (counts !== before.counts) allChanged()
    }),
    caseStore.onChanged(allChanged),
  ]
  follow()
  return () => undos.forEach((undo) => undo())
}
