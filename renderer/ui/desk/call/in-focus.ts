import type { Call } from '../../../domain/call.ts'
import { activeCall, consultationFor, heldCall } from '../../../state/call-store.ts'
import type { CallState } from '../../../state/call-store.ts'
import { pageInHand } from '../../../state/work-store.ts'
import type { WorkState } from '../../../state/work-store.ts'

/** Has been answered, so that it can be held and muted. */
export const isTalking = ({ state }: Call): boolean => state === 'connected' || state === 'held'

/**
 * The call that the call bar and the keys work on: that of the page shown, else the one in which the agent talks.
 * Of a customer and the colleague who is asked about them, it is the customer's.
 */
export function callInFocus(calls: CallState, work: WorkState): Call | undefined {
  const page = pageInHand(work)
  const own = page?.call && calls.calls.get(page.call)
  if (own) return own
  const talking = activeCall(calls) ?? heldCall(calls)
  return (talking?.consultFor && calls.calls.get(talking.consultFor)) ?? talking
}

/** The one who hears the agent: the colleague who is asked, unless they wait. */
export function talkedIn(calls: CallState, call: Call | undefined): Call | undefined {
  const colleague = call && consultationFor(calls, call.id)
  return colleague && colleague.state !== 'held' ? colleague : call
}

/** Calls beside the one in focus: not its colleague, and not one that still rings here. */
export const otherCalls = ({ calls }: CallState, focus: Call | undefined): readonly Call[] =>
  [...calls.values()].filter(
    (call) =>
      call.state !== 'offered' &&
      call.state !== 'ended' &&
      call.id !== focus?.id &&
      (focus === undefined || call.consultFor !== focus.id),
  )
