import { createStore } from 'zustand/vanilla'

import type { Contact } from '../domain/contact.ts'
import type { CallId, ContactId, ConversationId, InteractionId } from '../domain/ids.ts'
import { byNewest } from '../domain/interaction.ts'
import type { Interaction } from '../domain/interaction.ts'

/** Where what the agent has written is: on the disk, on its way there, or (with a problem shown) only on the screen. */
export type Saved = 'saved' | 'saving' | 'unsaved'

/** The page of one interaction on which the agent works. */
export interface InHand {
  readonly interaction: Interaction
  /** The call behind it, while this desk still knows it. */
  readonly call: CallId | undefined
  readonly contact: Contact | undefined
  /** Earlier interactions with the same contact, newest first. */
  readonly past: readonly Interaction[]
  readonly saved: Saved
}

/** Who is calling, found while it rings. */
export interface Offer {
  readonly call: CallId
  readonly contact: Contact | undefined
  readonly past: readonly Interaction[]
}

export interface WorkState {
  readonly offer: Offer | undefined
  /** Every open page, in the order in which they were opened. */
  readonly pages: readonly InHand[]
  /** The page that is shown. */
  readonly shown: InteractionId | undefined
  /** Newest first. */
  readonly recent: readonly Interaction[]
  readonly contacts: ReadonlyMap<ContactId, Contact>
}

export const createWorkStore = () =>
  createStore<WorkState>(() => ({
    offer: undefined,
    pages: [],
    shown: undefined,
    recent: [],
    contacts: new Map(),
  }))

export type WorkStore = ReturnType<typeof createWorkStore>

export const pageOf = ({ pages }: WorkState, id: InteractionId | undefined): InHand | undefined =>
  pages.find(({ interaction }) => interaction.id === id)

/** The page that is shown. */
export const pageInHand = (state: WorkState): InHand | undefined => pageOf(state, state.shown)

export const pageOfCall = ({ pages }: WorkState, call: CallId): InHand | undefined =>
  pages.find((page) => page.call === call)

export const pageOfConversation = ({ pages }: WorkState, id: ConversationId): InHand | undefined =>
  pages.find(({ interaction }) => interaction.conversation === id)

/** The pages with one of them changed; whoever has gone stays gone. */
export const withPage = (
  pages: readonly InHand[],
  id: InteractionId,
  change: (page: InHand) => InHand,
): readonly InHand[] => pages.map((page) => (page.interaction.id === id ? change(page) : page))

/** The list with one interaction put in its place, whether it was there or not. Newest first. */
export const withInteraction = (
  recent: readonly Interaction[],
  interaction: Interaction,
): readonly Interaction[] => [interaction, ...recent.filter(({ id }) => id !== interaction.id)].sort(byNewest)
