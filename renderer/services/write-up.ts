import type { Call } from '../domain/call.ts'
import type { Contact } from '../domain/contact.ts'
import { asContactId, asInteractionId } from '../domain/ids.ts'
import type { InteractionId } from '../domain/ids.ts'
import { interactionOfCall } from '../domain/interaction.ts'
import type { Disposition, Interaction } from '../domain/interaction.ts'
import type { Records } from '../ports/records.ts'
import type { Timing } from '../ports/timing.ts'
import { withInteraction } from '../state/work-store.ts'
import type { InHand, Offer, WorkStore } from '../state/work-store.ts'
import type { Problems } from './problems.ts'
import { createSaveQueue } from './save-queue.ts'

const pastLimit = 20
const recentLimit = 100

export interface WriteUpNeeds {
  readonly records: Records
  readonly work: WorkStore
  readonly problems: Problems
  readonly timing: Timing
  readonly newId: () => string
}

/** What the agent writes about an interaction, saved as it is written. */
export type WriteUp = ReturnType<typeof createWriteUp>

export function createWriteUp({ records, work, problems, timing, newId }: WriteUpNeeds) {
  const save = createSaveQueue<Interaction>(
    (interaction) => records.saveInteraction(interaction),
    (report) => {
      if (report.kind === 'refused') problems.show(report.problem)
      if (report.kind === 'saved') problems.clear('not-saved')
      const saved = report.kind === 'refused' ? 'unsaved' : report.kind
      work.setState(({ inHand }) => ({ inHand: inHand && { ...inHand, saved } }))
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
    return save(interaction)
  }

  async function withContact(contact: Contact | undefined): Promise<readonly Interaction[]> {
    if (!contact) return []
    work.setState(({ contacts }) => ({ contacts: new Map(contacts).set(contact.id, contact) }))
    return problems.unwrap(await records.interactionsWith(contact.id, pastLimit)) ?? []
  }

  function takeInHand(inHand: InHand): void {
    work.setState(({ recent }) => ({ inHand, recent: withInteraction(recent, inHand.interaction) }))
  }

  return {
    /** Finds who is calling, and what was written about them before. */
    async recognise(call: Call): Promise<void> {
      const { number } = call.caller
      const contact =
        number === undefined ? undefined : problems.unwrap(await records.contactByNumber(number))
      const offer: Offer = { call: call.id, contact, past: await withContact(contact) }
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
      const written = {
        id: asInteractionId(newId()),
        contact: found?.contact?.id,
        note: '',
        disposition: undefined,
      }
      const interaction = interactionOfCall(call, written)
      takeInHand({
        interaction,
        call: call.id,
        contact: found?.contact,
        past: found?.past ?? [],
        saved: 'saving',
      })
      void save(interaction)
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
      const contact = offer?.call === call.id ? offer.contact?.id : undefined
      const written = { id: asInteractionId(newId()), contact, note: '', disposition: undefined }
      const interaction = { ...interactionOfCall(call, written), finishedAt: timing.now() }
      work.setState(({ recent }) => ({ recent: withInteraction(recent, interaction) }))
      problems.unwrap(await records.saveInteraction(interaction))
    },

    note: (note: string): void => void change({ note }),
    disposition: (disposition: Disposition): void => void change({ disposition }),

    /** Gives the customer a name, for this and every later call from their number. */
    async nameContact(name: string): Promise<void> {
      const { inHand } = work.getState()
      const trimmed = name.trim()
      if (!inHand || trimmed === '') return
      const { number } = inHand.interaction
      const contact: Contact = inHand.contact
        ? { ...inHand.contact, name: trimmed }
        : { id: asContactId(newId()), name: trimmed, numbers: number ? [number] : [], language: undefined }
      if (!(await records.saveContact(contact).then(({ ok }) => ok))) return
      work.setState(({ contacts, inHand: now }) => ({
        contacts: new Map(contacts).set(contact.id, contact),
        inHand: now?.interaction.id === inHand.interaction.id ? { ...now, contact } : now,
      }))
      await change({ contact: contact.id })
    },

    /** `true` when the write-up is on the disk and the page is closed; otherwise it stays open, with the problem shown. */
    async finish(): Promise<boolean> {
      const before = work.getState().inHand
      const saved = await change({ finishedAt: timing.now() })
      if (saved) work.setState({ inHand: undefined })
      else if (before) takeInHand({ ...before, saved: 'unsaved' })
      return saved
    },

    /** Tries again to save what is on the screen. */
    saveAgain: (): void => void change({}),

    /** Opens a record whose wrap-up was never finished. */
    async reopen(id: InteractionId): Promise<void> {
      const interaction = problems.unwrap(await records.interaction(id))
      if (!interaction) return
      const contact = interaction.contact && work.getState().contacts.get(interaction.contact)
      takeInHand({ interaction, call: undefined, contact, past: await withContact(contact), saved: 'saved' })
    },

    /** Closes the page; what was written stays. */
    putAside: (): void => work.setState({ inHand: undefined }),

    /** Reads what the agent did last, at the start of a shift. */
    async loadRecent(): Promise<void> {
      const recent = problems.unwrap(await records.recentInteractions(recentLimit)) ?? []
      const unfinished = problems.unwrap(await records.unfinishedInteractions()) ?? []
      const all = unfinished.reduce(withInteraction, recent)
      const ids = [...new Set(all.flatMap(({ contact }) => contact ?? []))]
      const contacts = problems.unwrap(await records.contacts(ids)) ?? []
      work.setState({ recent: all, contacts: new Map(contacts.map((contact) => [contact.id, contact])) })
    },
  }
}

const known = (offer: Offer, { interaction }: InHand): Partial<InHand> => ({
  contact: offer.contact,
  past: offer.past,
  interaction: { ...interaction, contact: offer.contact?.id },
})
