import type { Call } from '../domain/call.ts'
import { callOutcome } from '../domain/call-history.ts'
import type { Contact } from '../domain/contact.ts'
import { asInteractionId } from '../domain/ids.ts'
import type { CallId, InteractionId } from '../domain/ids.ts'
import { interactionOfCall } from '../domain/interaction.ts'
import type { Disposition, Interaction } from '../domain/interaction.ts'
import type { SpeechFacts } from '../domain/speech-facts.ts'
import type { Records } from '../ports/records.ts'
import type { Timing } from '../ports/timing.ts'
import { pageOf, pageOfCall, withInteraction, withPage } from '../state/work-store.ts'
import type { InHand, Offer, WorkState, WorkStore } from '../state/work-store.ts'
import { createInteractionStore } from './interaction-store.ts'
import { createWriteUpChat } from './write-up-chat.ts'
import { createWriteUpContact } from './write-up-contact.ts'
import type { Problems } from './problems.ts'
import type { Recall } from './recall.ts'

/** Milliseconds: a queue that tries a desk again and again fills no list with it. */
const sameCaller = 600_000

export interface WriteUpNeeds {
  readonly records: Records
  readonly recall: Recall
  readonly work: WorkStore
  readonly problems: Problems
  readonly timing: Timing
  readonly newId: () => string
  /** Writes what came of it into its case; `false` when that is not on the disk. */
  readonly toCase: (interaction: Interaction) => Promise<boolean>
  /** The customer says what must not be kept. */
  readonly isPrivate: (interaction: InteractionId) => boolean
}

/** What the agent writes about interactions, each on its page, saved as it is written. */
export type WriteUp = ReturnType<typeof createWriteUp>

export function createWriteUp(needs: WriteUpNeeds) {
  const { records, recall, work, problems, timing, newId, toCase, isPrivate } = needs
  const { queue, change, newest, link, keep, amend } = createInteractionStore(records, work, problems)

  const blank = (call: Call, contact: Contact | undefined): Interaction =>
    interactionOfCall(call, {
      id: asInteractionId(newId()),
      contact: contact?.id,
      note: '',
      disposition: undefined,
      case: undefined,
      continues: undefined,
    })

  function open(page: InHand, inFront = true): void {
    work.setState(({ recent, pages, shown }) => ({
      pages: [...pages, page],
      shown: inFront ? page.interaction.id : shown,
      recent: withInteraction(recent, page.interaction),
    }))
  }

  /** Finds who is calling or called, and what was written about them before. */
  async function recognise(call: Call): Promise<void> {
    const { number } = call.party
    const contact = number === undefined ? undefined : problems.unwrap(await records.contactByNumber(number))
    const offer: Offer = { call: call.id, contact, past: await recall.past(contact) }
    const page = pageOfCall(work.getState(), call.id)
    work.setState(({ offer: shown, pages }) => ({
      offer: shown?.call === call.id ? offer : shown,
      // Answered before the look-up was done: the page is open already and gets the name now.
      pages:
        page && !page.contact
          ? withPage(pages, page.interaction.id, (now) => ({ ...now, contact, past: offer.past }))
          : pages,
    }))
    if (page && !page.contact && contact) await change(page.interaction.id, { contact: contact.id })
  }

  return {
    ...createWriteUpContact({ records, work, problems, newId, change, link }),
    ...createWriteUpChat({ recall, work, newId, open, change, queue }),
    recognise,

    /** Opens the page of a call that is being answered, or was dialled. */
    begin(call: Call): void {
      const { offer } = work.getState()
      const found = offer?.call === call.id ? offer : undefined
      const interaction = blank(call, found?.contact)
      open({
        interaction,
        call: call.id,
        contact: found?.contact,
        past: found?.past ?? [],
        saved: 'saving',
      })
      void queue.put(interaction)
      if (!found) void recognise(call)
    },

    /** Keeps the record of the call in step with the call. */
    follow(call: Call): void {
      const page = pageOfCall(work.getState(), call.id)
      if (!page) return
      const { rangAt, answeredAt, endedAt, endCause } = call
      // Nobody was spoken to: what came of it is known already.
      const isOver = endedAt !== undefined && answeredAt === undefined
      const unreached = isOver && call.direction === 'outgoing'
      const disposition = page.interaction.disposition ?? (unreached ? 'not-reached' : undefined)
      void change(page.interaction.id, { rangAt, answeredAt, endedAt, endCause, disposition })
    },

    /** A call that nobody answered leaves a record too, and so does a word with a colleague. */
    async recordUnanswered(call: Call): Promise<void> {
      const { offer } = work.getState()
      await keep({
        ...blank(call, offer?.call === call.id ? offer.contact : undefined),
        finishedAt: timing.now(),
      })
    },

    /** A call that was given back at once; the same caller again soon after adds nothing. */
    async recordNeverRang(call: Call): Promise<void> {
      const at = timing.now()
      const known = work.getState().recent.some(
        (one) =>
          // Two who withhold their number may be two people.
          one.number !== undefined &&
          one.number === call.party.number &&
          callOutcome(one) === 'never-rang' &&
          at - one.offeredAt < sameCaller,
      )
      const givenBack = { ...call, endedAt: at, endCause: 'agent-not-ready' } as const
      if (!known) await keep({ ...blank(givenBack, undefined), finishedAt: at })
    },

    /** Another person is at the other end now, such as a customer whom a colleague has handed over. */
    async partyChanged(call: Call): Promise<void> {
      const page = pageOfCall(work.getState(), call.id)
      if (!page) return
      const { id } = page.interaction
      const { number, queue: from } = call.party
      work.setState(({ pages }) => ({
        pages: withPage(pages, id, (now) => ({ ...now, contact: undefined, past: [] })),
      }))
      await change(id, { number, queue: from, contact: undefined })
      await recognise(call)
    },

    /** Who spoke how long, when it is over: also where the agent has finished the page already. */
    spoke: (id: InteractionId, speech: SpeechFacts): void => void amend(id, { speech }),

    /** Takes nothing in a private stretch; the field says why. */
    note(id: InteractionId, note: string): void {
      if (!isPrivate(id)) void change(id, { note })
    },
    disposition: (id: InteractionId, disposition: Disposition): void => void change(id, { disposition }),

    /** `true` when the write-up is on the disk and its page is closed; otherwise it stays open, with the problem shown. */
    async finish(id: InteractionId): Promise<boolean> {
      const page = pageOf(work.getState(), id)
      const told = !page || (await toCase(page.interaction))
      const saved = told && (await change(id, { finishedAt: timing.now() }))
      if (saved) work.setState((state) => withoutPage(state, id))
      else void change(id, { finishedAt: undefined })
      return saved
    },

    /** Brings an open page to the front. */
    show: (id: InteractionId): void => work.setState((state) => (pageOf(state, id) ? { shown: id } : {})),

    /** What the agent writes next is about the customer they hear. */
    showCall(call: CallId): void {
      const page = pageOfCall(work.getState(), call)
      if (page) work.setState({ shown: page.interaction.id })
    },

    /** Tries again to save all that the disk has refused. */
    saveAgain: (): void => queue.retry(),

    /** `false` while something that was written is on the screen only. */
    flush: (): Promise<boolean> => queue.flush(),

    /** Opens a record whose wrap-up was never finished, unless another page has been opened meanwhile. */
    async reopen(id: InteractionId): Promise<void> {
      const before = work.getState().shown
      const interaction = await newest(id)
      if (!interaction || pageOf(work.getState(), id)) return
      const contact = interaction.contact && work.getState().contacts.get(interaction.contact)
      const past = await recall.past(contact)
      if (work.getState().shown !== before) return
      const saved = queue.refused(id) ? 'unsaved' : 'saved'
      open({ interaction, call: undefined, contact, past, saved })
    },

    /** Closes the page; what was written stays. */
    putAside: (id: InteractionId): void => work.setState((state) => withoutPage(state, id)),
    putAllAside(): void {
      queue.forget()
      work.setState({ pages: [], shown: undefined })
    },
  }
}

/** The page is closed; the next one is that of a call that goes on, or the one that was opened last. */
function withoutPage({ pages, shown }: WorkState, id: InteractionId): Partial<WorkState> {
  const left = pages.filter(({ interaction }) => interaction.id !== id)
  if (shown !== id) return { pages: left }
  const next = left.find(({ interaction }) => interaction.endedAt === undefined) ?? left.at(-1)
  return { pages: left, shown: next?.interaction.id }
}
