import { createStore } from 'zustand/vanilla'

import type { OutcomeContact } from '../domain/outcomes/outcomes.ts'

/** The agent's own contacts of the last ninety days, while they are looked at. */
export interface OutcomeState {
  /** `undefined`: not looked at, or still being read. */
  readonly contacts: readonly OutcomeContact[] | undefined
  /** When they were read; epoch milliseconds. */
  readonly readAt: number
}

export const noOutcomes: OutcomeState = { contacts: undefined, readAt: 0 }

export const createOutcomeStore = () => createStore<OutcomeState>(() => noOutcomes)

export type OutcomeStore = ReturnType<typeof createOutcomeStore>
