import { createStore } from 'zustand/vanilla'

import type { InteractionId } from '../domain/ids.ts'
import type { DayEntry } from '../domain/well-being/day.ts'
import type { HardBecause } from '../domain/well-being/hard-contact.ts'

/** Two minutes away from everybody: after the wrap-up, or now. Epoch milliseconds. */
export type Breather = { readonly kind: 'planned' } | { readonly kind: 'now'; readonly until: number }

/** The agent's own day; it leaves this computer in no way. */
export interface DayState {
  readonly entries: readonly DayEntry[]
  /** A hard contact that has ended, until the agent has said yes or no. */
  readonly offer: { readonly interaction: InteractionId; readonly because: HardBecause } | undefined
  readonly breather: Breather | undefined
}

export const noDay: DayState = { entries: [], offer: undefined, breather: undefined }

export const createDayStore = () => createStore<DayState>(() => noDay)

export type DayStore = ReturnType<typeof createDayStore>
