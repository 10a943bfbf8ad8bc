import { createStore } from 'zustand/vanilla'

import type { Call } from '../domain/call.ts'
import type { CallId } from '../domain/ids.ts'

export interface CallState {
  /** Those that have not ended, oldest first. */
  readonly calls: ReadonlyMap<CallId, Call>
  /** Calls with a command on the way to the other side: their controls show it and wait. */
  readonly busy: ReadonlySet<CallId>
}

export const createCallStore = () => createStore<CallState>(() => ({ calls: new Map(), busy: new Set() }))

export type CallStore = ReturnType<typeof createCallStore>

const find = (state: CallState, wanted: (call: Call) => boolean): Call | undefined => {
  for (const call of state.calls.values()) if (wanted(call)) return call
  return undefined
}

/** The call that is ringing here, if there is one. */
export const offeredCall = (state: CallState): Call | undefined =>
  find(state, (call) => call.state === 'offered')

/** The call in which the agent can be heard now, or soon. There is never more than one. */
export const activeCall = (state: CallState): Call | undefined =>
  find(state, (call) => call.state !== 'offered' && call.state !== 'held' && call.state !== 'ended')

/** A call that the agent has taken or made and that has not ended. */
export const takenCall = (state: CallState): Call | undefined =>
  find(state, (call) => call.state !== 'offered' && call.state !== 'ended')

export const liveCall = (state: CallState): Call | undefined => find(state, (call) => call.state !== 'ended')

/** The colleague whom the agent asks about this call. */
export const consultationFor = (state: CallState, call: CallId): Call | undefined =>
  find(state, ({ consultFor }) => consultFor === call)

/** The held call to which a swap goes: the one that has waited longest. */
export function heldCall({ calls }: CallState): Call | undefined {
  const held = [...calls.values()].filter((call) => call.state === 'held')
  return held.sort((a, b) => (a.heldAt ?? 0) - (b.heldAt ?? 0))[0]
}
