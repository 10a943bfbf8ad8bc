import { createStore } from 'zustand/vanilla'

import type { Call } from '../domain/call.ts'
import type { CallId } from '../domain/ids.ts'

export interface CallState {
  readonly calls: ReadonlyMap<CallId, Call>
  /** Calls with a command on the way to the other side: their controls show it and wait. */
  readonly busy: ReadonlySet<CallId>
}

export const createCallStore = () => createStore<CallState>(() => ({ calls: new Map(), busy: new Set() }))

export type CallStore = ReturnType<typeof createCallStore>

/** The call that has not ended, if there is one. */
export function liveCall(state: CallState): Call | undefined {
  for (const call of state.calls.values()) if (call.state !== 'ended') return call
  return undefined
}
