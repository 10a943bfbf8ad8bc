import { createStore } from 'zustand/vanilla'

import type { InteractionId } from '../domain/ids.ts'
import type { Said } from '../domain/story/said.ts'
import type { ErrorRate } from '../domain/moods/error-rate.ts'
import type { FlaggedMood } from '../domain/moods/flagged-mood.ts'
import type { InteractionMood } from '../domain/moods/interaction-mood.ts'
import { usualMoodChoices } from '../domain/moods/mood-choices.ts'
import type { MoodChoices } from '../domain/moods/mood-choices.ts'

/** Something that was read, and that the agent is asked about. */
export interface MoodQuestion {
  readonly said: Said
  readonly text: string
  readonly mood: FlaggedMood
}

export interface MoodState {
  /** `false` by policy: nothing is read, kept or shown. */
  readonly isOn: boolean
  readonly choices: MoodChoices
  /** By message or utterance id, of what is open: `${interaction}/${said}`. Of the customer's words alone. */
  readonly read: ReadonlyMap<string, FlaggedMood>
  /** Of the interactions that are open. */
  readonly interactions: ReadonlyMap<InteractionId, InteractionMood>
  /** Words of the calls that are open, oldest first. */
  readonly spoken: ReadonlyMap<InteractionId, readonly Said[]>
  /** An interaction whose customer's mood has clearly fallen, until the agent has seen it. */
  readonly alerts: readonly InteractionId[]
  readonly question: MoodQuestion | undefined
  readonly errors: ErrorRate | undefined
}

export const noMoods: MoodState = {
  isOn: false,
  choices: usualMoodChoices,
  read: new Map(),
  interactions: new Map(),
  spoken: new Map(),
  alerts: [],
  question: undefined,
  errors: undefined,
}

export const createMoodStore = () => createStore<MoodState>(() => noMoods)

export type MoodStore = ReturnType<typeof createMoodStore>
