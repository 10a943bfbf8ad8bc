import { createStore } from 'zustand/vanilla'

import type { Contact } from '../domain/contact.ts'
import type { InteractionId } from '../domain/ids.ts'
import type { Said } from '../domain/story/said.ts'
import { noFilter } from '../domain/story/story-filter.ts'
import type { StoryFilter } from '../domain/story/story-filter.ts'
import type { StoryHead } from '../domain/story/story-head.ts'
import type { StoryCase, StoryItem } from '../domain/story/story-item.ts'

/** Whose story is shown: somebody whom the desk knows. */
export interface StoryPerson {
  readonly contact: Contact
}

/** How far a look through the whole story has come. */
export interface StorySearch {
  /** 0 to 1. */
  readonly share: number
  readonly found: number
}

/** A window on one contact's story: some hundreds of lines at most, whatever its length. */
export interface ShownStory {
  readonly person: StoryPerson
  /** `undefined` while it is being read. */
  readonly head: StoryHead | undefined
  readonly filter: StoryFilter
  /** Newest first. */
  readonly items: readonly StoryItem[]
  readonly hasOlder: boolean
  readonly hasNewer: boolean
  readonly loading: 'older' | 'newer' | 'anew' | undefined
  /** `undefined` while nothing is being looked for. */
  readonly search: StorySearch | undefined
  /** What was said, of the interactions that are unfolded. */
  readonly said: ReadonlyMap<InteractionId, readonly Said[]>
  /** What can be filtered by: of what was read so far. */
  readonly cases: readonly StoryCase[]
  readonly people: readonly string[]
}

/** Looking for a customer, to read their story. */
export interface ContactSearch {
  readonly text: string
  readonly found: readonly Contact[]
  readonly busy: boolean
}

/** A merge that can still be taken back with one key. */
export interface MergeDone {
  readonly kept: Contact
  readonly gone: Contact
}

export interface StoryState {
  /** Beside the work: of whoever is in hand, or rings. */
  readonly inHand: ShownStory | undefined
  /** On the customers' page: of whoever was looked up. */
  readonly lookedUp: ShownStory | undefined
  readonly contacts: ContactSearch
  readonly merged: MergeDone | undefined
  /** 0 to 1 while a story is being written to a file. */
  readonly exporting: number | undefined
}

export const noStory: StoryState = {
  inHand: undefined,
  lookedUp: undefined,
  contacts: { text: '', found: [], busy: false },
  merged: undefined,
  exporting: undefined,
}

export const emptyStory = (person: StoryPerson): ShownStory => ({
  person,
  head: undefined,
  filter: noFilter,
  items: [],
  hasOlder: false,
  hasNewer: false,
  loading: 'anew',
  search: undefined,
  said: new Map(),
  cases: [],
  people: [],
})

export const createStoryStore = () => createStore<StoryState>(() => noStory)

export type StoryStateStore = ReturnType<typeof createStoryStore>
