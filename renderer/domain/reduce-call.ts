import { canBecome, ImpossibleTransition } from './call.ts'
import type { Call, CallFact, CallState } from './call.ts'
import { unreachable } from './unreachable.ts'

/**
 * The call after a fact. Pure.
 * @throws ImpossibleTransition when the call cannot follow the fact.
 */
export function reduceCall(call: Call | undefined, fact: CallFact): Call {
  if (fact.kind === 'call-offered') {
    if (call) throw new ImpossibleTransition(call.state, fact.kind)
    return offered(fact)
  }
  if (!call) throw new ImpossibleTransition('unknown', fact.kind)
  const become = (state: CallState): Call => {
    if (!canBecome(call.state, state)) throw new ImpossibleTransition(call.state, fact.kind)
    return { ...call, state }
  }
  switch (fact.kind) {
    case 'call-answering':
      return become('answering')
    case 'call-connected':
      return { ...become('connected'), answeredAt: fact.at }
    case 'call-held':
      return become('held')
    case 'call-resumed':
      return become('connected')
    case 'call-ended':
      return { ...become('ended'), endedAt: fact.at, endCause: fact.cause }
    case 'call-muted':
      return { ...call, muted: fact.muted }
    case 'customer-held':
      return { ...call, heldByCustomer: fact.held }
    case 'digit-sent':
      return { ...call, digits: call.digits + fact.digit }
    default:
      return unreachable(fact)
  }
}

function offered(fact: Extract<CallFact, { kind: 'call-offered' }>): Call {
  return {
    id: fact.call,
    caller: fact.caller,
    state: 'offered',
    muted: false,
    heldByCustomer: false,
    digits: '',
    offeredAt: fact.at,
    answeredAt: undefined,
    endedAt: undefined,
    endCause: undefined,
  }
}
