import { createStore } from 'zustand/vanilla'

import type { AgentState } from '../domain/agent-state.ts'
import type { Realm } from '../domain/setup.ts'

/** Where the agent works in this shift. */
export interface Workplace {
  readonly realm: Realm
  /** The centre's own name; practice has none. */
  readonly name: string | undefined
  readonly practice: boolean
  readonly user: string
}

export interface ShiftState {
  readonly agent: AgentState
  readonly workplace: Workplace | undefined
  readonly link: 'up' | 'lost'
  /** What stands between pressing the button and being signed in. */
  readonly signingIn: 'opening-store' | 'starting-practice' | 'registering' | undefined
}

export const createShiftStore = () =>
  createStore<ShiftState>(() => ({
    agent: { kind: 'signed-out' },
    workplace: undefined,
    link: 'up',
    signingIn: undefined,
  }))

export type ShiftStore = ReturnType<typeof createShiftStore>
