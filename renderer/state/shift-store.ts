import { createStore } from 'zustand/vanilla'

import type { AgentState, ChosenReason } from '../domain/agent-state.ts'
import type { DiallingSetup, StorySite, Realm } from '../domain/setup.ts'

/** Where the agent works in this shift. */
export interface Workplace {
  readonly realm: Realm
  /** The centre's own name; practice has none. */
  readonly name: string | undefined
  readonly practice: boolean
  readonly user: string
  readonly domain: string
  readonly dialling: DiallingSetup
  readonly story: StorySite
  readonly wrapUpSeconds: number | undefined
  /** People and teams that can be called by an extension. */
  readonly colleagues: readonly Colleague[]
}

export interface Colleague {
  readonly extension: string
  readonly name: string
  readonly team: string
}

/** How the link to the centre is. Times are epoch milliseconds. */
export type Link =
  | { readonly kind: 'up' }
  | { readonly kind: 'waiting'; readonly since: number; readonly retryAt: number }
  | { readonly kind: 'trying'; readonly since: number }
  /** The centre does not accept the account any more: nothing is tried. */
  | { readonly kind: 'signed-out' }

export interface ShiftState {
  readonly agent: AgentState
  readonly workplace: Workplace | undefined
  readonly link: Link
  /** Whether the centre's queues know the agent's state; `none` where the centre has no way to tell them. */
  readonly queue: 'none' | 'telling' | 'told' | 'untold'
  /** Why the agent was not ready before they called somebody: after the wrap-up they may go back to it. */
  readonly resumeReason: ChosenReason | undefined
  /** What stands between pressing the button and being signed in. */
  readonly signingIn: 'opening-store' | 'starting-practice' | 'registering' | undefined
  /** How many records only a newer Foyer can read, once they are counted. */
  readonly strange: number | undefined
  /** The last shift ended by erasing what the computer kept of its centre. */
  readonly erased: boolean
}

export const linkUp: Link = { kind: 'up' }

/** Since when a link is down that is found down at this moment. @param at epoch milliseconds */
export const downSince = (link: Link, at: number): number =>
  link.kind === 'waiting' || link.kind === 'trying' ? link.since : at

export const createShiftStore = () =>
  createStore<ShiftState>(() => ({
    agent: { kind: 'signed-out' },
    workplace: undefined,
    link: linkUp,
    queue: 'none',
    resumeReason: undefined,
    signingIn: undefined,
    strange: undefined,
    erased: false,
  }))

export type ShiftStore = ReturnType<typeof createShiftStore>
