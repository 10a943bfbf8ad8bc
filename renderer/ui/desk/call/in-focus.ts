import type { Call } from '../../../domain/call.ts'
import { activeCall, consultationFor } from '../../../state/call-store.ts'
import type { CallState } from '../../../state/call-store.ts'
import { pageInHand } from '../../../state/work-store.ts'
import type { WorkState } from '../../../state/work-store.ts'

/** Has been answered, so that it can be held and handed over. */
export const isTalking = ({ state }: Call): boolean => state === 'connected' || state === 'held'

/**
 * The call that the call bar and the keys work on: that of the page shown, else the one in which the agent talks. Never
 * somebody who waits on a page that is not shown: nobody may be hung up on unseen.
 * Of a customer and the colleague who is asked about them, it is the customer's.
 */
export function callInFocus(calls: CallState, work: WorkState): Call | undefined {
  const page = pageInHand(work)
  const own = page?.call && calls.calls.get(page.call)
  if (own) return own
  const active = activeCall(calls)
  return (active?.consultFor && calls.calls.get(active.consultFor)) ?? active
}

/** The one who hears the agent, whichever page is shown. */
export function listeningCall(calls: CallState): Call | undefined {
  const active = activeCall(calls)
  return active?.state === 'connected' ? active : undefined
}

/** Of a call and the colleague who is asked about it, the one with whom the agent is: the colleague, unless they wait. */
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
