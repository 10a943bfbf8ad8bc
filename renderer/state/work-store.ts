import { createStore } from 'zustand/vanilla'

import type { Contact } from '../domain/contact.ts'
import type { CallId, ContactId } from '../domain/ids.ts'
import { byNewest } from '../domain/interaction.ts'
import type { Interaction } from '../domain/interaction.ts'

/** Where what the agent has written is: on the disk, on its way there, or (with a problem shown) only on the screen. */
export type Saved = 'saved' | 'saving' | 'unsaved'

/** The interaction on which the agent works. */
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
  readonly inHand: InHand | undefined
  /** Newest first. */
  readonly recent: readonly Interaction[]
  readonly contacts: ReadonlyMap<ContactId, Contact>
}

export const createWorkStore = () =>
  createStore<WorkState>(() => ({ offer: undefined, inHand: undefined, recent: [], contacts: new Map() }))

export type WorkStore = ReturnType<typeof createWorkStore>

/** The list with one interaction put in its place, whether it was there or not. Newest first. */
export const withInteraction = (
  recent: readonly Interaction[],
  interaction: Interaction,
): readonly Interaction[] => [interaction, ...recent.filter(({ id }) => id !== interaction.id)].sort(byNewest)
