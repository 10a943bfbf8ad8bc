import { takesCalls } from '../domain/agent-state.ts'
import type { AgentState } from '../domain/agent-state.ts'
import type { Call, RefusalReason } from '../domain/call.ts'
import type { CallId } from '../domain/ids.ts'
import type { Telephony } from '../ports/telephony.ts'
import type { Undo } from '../ports/undo.ts'
import { offeredCall, takenCall } from '../state/call-store.ts'
import type { CallState, CallStore } from '../state/call-store.ts'
import type { ShiftStore } from '../state/shift-store.ts'
import type { WorkStore } from '../state/work-store.ts'
import type { Availability } from './availability.ts'
import type { Ringing } from './ringing.ts'
import type { WriteUp } from './write-up.ts'

/** More would be customers kept waiting by somebody who cannot help them. */
const mostCalls = 3

/** `undefined` for a call that may ring here, or in the ear of an agent who is talking. */
export function whyNot(agent: AgentState, calls: CallState): RefusalReason | undefined {
  if (offeredCall(calls)) return 'on-call'
  if (takesCalls(agent)) return takenCall(calls) ? 'on-call' : undefined
  if (agent.kind === 'on-interaction') return calls.calls.size < mostCalls ? undefined : 'on-call'
  return agent.kind === 'wrap-up' ? 'wrap-up' : agent.kind === 'not-ready' ? agent.reason : 'technical'
}

export interface OffersNeeds {
  readonly telephony: Pick<Telephony, 'refuse' | 'prepare'>
  readonly availability: Pick<Availability, 'ringOut'>
  readonly writeUp: Pick<WriteUp, 'recordNeverRang' | 'recognise'>
  readonly ringing: Ringing
  readonly stores: { readonly shift: ShiftStore; readonly calls: CallStore; readonly work: WorkStore }
}

export interface Offers {
  /** Rings, unless this is no moment for a call: `true` when the agent hears of it. */
  offer(call: Call): boolean
  /** The limit for an answer begins anew. */
  restartLimit(call: CallId): void
  /** It rang in the ear of an agent who was talking, and who has hung up. */
  ringAloud(call: CallId): void
  /** Gives the ringing call back when the agent takes no more calls, for whatever reason. */
  watch(): Undo
}

/** Calls that ring here, and those that do not. */
export function createOffers(needs: OffersNeeds): Offers {
  const { telephony, availability, writeUp, ringing, stores } = needs

  /** An agent who does not come loses the call; one who is talking is not to blame. */
  function rangOut(call: CallId): void {
    if (takesCalls(stores.shift.getState().agent)) availability.ringOut()
    else void telephony.refuse(call, takenCall(stores.calls.getState()) ? 'on-call' : 'wrap-up')
  }

  const ring = (call: CallId, whileTalking: boolean): void =>
    ringing.start({ whileTalking, onLimit: () => rangOut(call) })

  return {
    offer(call) {
      const reason = whyNot(stores.shift.getState().agent, stores.calls.getState())
      if (reason) {
        void telephony.refuse(call.id, reason)
        void writeUp.recordNeverRang(call)
        return false
      }
      stores.work.setState({ offer: { call: call.id, contact: undefined, past: [] } })
      ring(call.id, takenCall(stores.calls.getState()) !== undefined)
      telephony.prepare(call.id)
      void writeUp.recognise(call)
      return true
    },
    ringAloud: (call) => ring(call, false),
    restartLimit: (call) => ringing.startLimit(() => rangOut(call)),
    watch: () =>
      stores.shift.subscribe(({ agent }) => {
        const call = offeredCall(stores.calls.getState())
        if (!call) return
        if (agent.kind === 'not-ready') void telephony.refuse(call.id, agent.reason)
        else if (agent.kind === 'signed-out') void telephony.refuse(call.id, 'technical')
      }),
  }
}
