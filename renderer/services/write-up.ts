import type { Call } from '../domain/call.ts'
import type { Contact } from '../domain/contact.ts'
import { asContactId, asInteractionId } from '../domain/ids.ts'
import type { ContactId, InteractionId } from '../domain/ids.ts'
import { interactionOfCall } from '../domain/interaction.ts'
import type { Disposition, Interaction } from '../domain/interaction.ts'
import type { Records } from '../ports/records.ts'
import type { Timing } from '../ports/timing.ts'
import { withInteraction } from '../state/work-store.ts'
import type { InHand, Offer, WorkStore } from '../state/work-store.ts'
import type { Problems } from './problems.ts'
import type { Recall } from './recall.ts'
import { createSaveQueue } from './save-queue.ts'

export interface WriteUpNeeds {
  readonly records: Records
  readonly recall: Recall
  readonly work: WorkStore
  readonly problems: Problems
  readonly timing: Timing
  readonly newId: () => string
}

/** What the agent writes about an interaction, saved as it is written. */
export type WriteUp = ReturnType<typeof createWriteUp>

export function createWriteUp({ records, recall, work, problems, timing, newId }: WriteUpNeeds) {
  const queue = createSaveQueue<Interaction>(
    (interaction) => records.saveInteraction(interaction),
    (report) => {
      if (report.kind === 'refused') problems.show(report.problem)
      const saved = report.kind === 'refused' ? 'unsaved' : report.kind
      work.setState(({ inHand }) =>
        inHand?.interaction.id === report.id ? { inHand: { ...inHand, saved } } : {},
      )
      if (report.kind === 'saved') void queue.flush().then((all) => all && problems.clear('not-saved'))
    },
  )

  /** Puts the interaction in hand in its new form, on the screen and on the disk. */
  function change(next: Partial<Interaction>): Promise<boolean> {
    const { inHand } = work.getState()
    if (!inHand) return Promise.resolve(true)
    const interaction = { ...inHand.interaction, ...next }
    work.setState(({ recent }) => ({
      inHand: { ...inHand, interaction },
      recent: withInteraction(recent, interaction),
    }))
    return queue.put(interaction)
  }

  /** The newest version: a save on its way is waited for, or the disk would give what it is about to replace. */
  async function newest(id: InteractionId): Promise<Interaction | undefined> {
    await queue.flush()
    return queue.refused(id) ?? problems.unwrap(await records.interaction(id))
  }

  /** Gives a record that is no longer in hand its contact. */
  async function link(id: InteractionId, contact: ContactId): Promise<void> {
    const interaction = await newest(id)
    if (!interaction) return
    const linked = { ...interaction, contact }
    work.setState(({ recent }) => ({ recent: withInteraction(recent, linked) }))
    await queue.put(linked)
  }

  const blank = (call: Call, contact: Contact | undefined): Interaction =>
    interactionOfCall(call, {
      id: asInteractionId(newId()),
      contact: contact?.id,
      note: '',
      disposition: undefined,
    })

  function takeInHand(inHand: InHand): void {
    work.setState(({ recent }) => ({ inHand, recent: withInteraction(recent, inHand.interaction) }))
  }

  return {
    /** Finds who is calling, and what was written about them before. */
    async recognise(call: Call): Promise<void> {
      const { number } = call.caller
      const contact =
        number === undefined ? undefined : problems.unwrap(await records.contactByNumber(number))
      const offer: Offer = { call: call.id, contact, past: await recall.past(contact) }
      work.setState(({ offer: shown, inHand }) => ({
        offer: shown?.call === call.id ? offer : shown,
        // Answered before the look-up was done: the page is open already and gets the name now.
        inHand: inHand?.call === call.id && !inHand.contact ? { ...inHand, ...known(offer, inHand) } : inHand,
      }))
    },

    /** Opens the page of a call that is being answered. */
    begin(call: Call): void {
      const { offer } = work.getState()
      const found = offer?.call === call.id ? offer : undefined
      const interaction = blank(call, found?.contact)
      takeInHand({
        interaction,
        call: call.id,
        contact: found?.contact,
        past: found?.past ?? [],
        saved: 'saving',
      })
      void queue.put(interaction)
    },

    /** Keeps the record of the call in step with the call. */
    follow(call: Call): void {
      const { inHand } = work.getState()
      if (inHand?.call !== call.id) return
      const { answeredAt, endedAt, endCause } = call
      void change({ answeredAt, endedAt, endCause })
    },

    /** A call that nobody answered leaves a record too. */
    async recordUnanswered(call: Call): Promise<void> {
      const { offer } = work.getState()
      const contact = offer?.call === call.id ? offer.contact : undefined
      const interaction = { ...blank(call, contact), finishedAt: timing.now() }
      work.setState(({ recent }) => ({ recent: withInteraction(recent, interaction) }))
      await queue.put(interaction)
    },

    note: (note: string): void => void change({ note }),
    disposition: (disposition: Disposition): void => void change({ disposition }),

    /** Gives the customer a name, for this and every later call from their number. */
    async nameContact(name: string): Promise<void> {
      const { inHand } = work.getState()
      const trimmed = name.trim()
      if (!inHand || trimmed === '') return
      const contact = named(inHand, trimmed, newId)
      const saved = await records.saveContact(contact)
      problems.unwrap(saved)
      if (!saved.ok) return
      work.setState(({ contacts, inHand: now }) => ({
        contacts: new Map(contacts).set(contact.id, contact),
        inHand: now?.interaction.id === inHand.interaction.id ? { ...now, contact } : now,
      }))
      // The page may have changed while the disk was busy: the name belongs to the record on which it was written.
      if (work.getState().inHand?.interaction.id === inHand.interaction.id)
        await change({ contact: contact.id })
      else await link(inHand.interaction.id, contact.id)
    },

    /** `true` when the write-up is on the disk and its page is closed; otherwise it stays open, with the problem shown. */
    async finish(): Promise<boolean> {
      const { inHand } = work.getState()
      if (!inHand) return true
      const { id } = inHand.interaction
      const saved = await change({ finishedAt: timing.now() })
      // A call may have come in the meantime: only this page is closed, or opened again for what was typed since.
      if (work.getState().inHand?.interaction.id === id) {
        if (saved) work.setState({ inHand: undefined })
        else void change({ finishedAt: undefined })
      }
      return saved
    },

    /** Tries again to save all that the disk has refused. */
    saveAgain: (): void => queue.retry(),

    /** `false` while something that was written is on the screen only. */
    flush: (): Promise<boolean> => queue.flush(),

    /** Opens a record whose wrap-up was never finished, unless a call has taken its place meanwhile. */
    async reopen(id: InteractionId): Promise<void> {
      const before = work.getState().inHand
      const interaction = await newest(id)
      if (!interaction) return
      const contact = interaction.contact && work.getState().contacts.get(interaction.contact)
      const past = await recall.past(contact)
      if (work.getState().inHand !== before) return
      takeInHand({
        interaction,
        call: undefined,
        contact,
        past,
        saved: queue.refused(id) ? 'unsaved' : 'saved',
      })
    },

    /** Closes the page; what was written stays. */
    putAside: (): void => work.setState({ inHand: undefined }),
  }
}

const known = (offer: Offer, { interaction }: InHand): Partial<InHand> => ({
  contact: offer.contact,
  past: offer.past,
  interaction: { ...interaction, contact: offer.contact?.id },
})

/** The customer with this name: the one in hand, or a new one with the number that called. */
function named({ contact, interaction: { number } }: InHand, name: string, newId: () => string): Contact {
  if (contact) return { ...contact, name }
  return { id: asContactId(newId()), name, numbers: number ? [number] : [], language: undefined }
}
