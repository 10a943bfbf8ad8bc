import { canBecome, ImpossibleTransition } from './call.ts'
import type { Call, CallFact, CallState } from './call.ts'
import { unreachable } from './unreachable.ts'

type Begin = Extract<CallFact, { kind: 'call-offered' | 'call-dialled' }>
type Follow = Exclude<CallFact, Begin>

/**
 * The call after a fact. Pure.
 * @throws ImpossibleTransition when the call cannot follow the fact.
 */
export function reduceCall(call: Call | undefined, fact: CallFact): Call {
  if (fact.kind === 'call-offered' || fact.kind === 'call-dialled') {
    if (call) throw new ImpossibleTransition(call.state, fact.kind)
    return begun(fact)
  }
  if (!call) throw new ImpossibleTransition('unknown', fact.kind)
  return { ...call, ...changes(call, fact) }
}

/** The facts that make a call another kind of call. */
const stateAfter = {
  'call-answering': 'answering',
  'call-connected': 'connected',
  'call-held': 'held',
  'call-resumed': 'connected',
  'call-ended': 'ended',
} as const satisfies Partial<Record<Follow['kind'], CallState>>

type Turn = Extract<Follow, { kind: keyof typeof stateAfter }>
type Detail = Exclude<Follow, Turn>

const isTurn = (fact: Follow): fact is Turn => fact.kind in stateAfter

function changes(call: Call, fact: Follow): Partial<Call> {
  if (!isTurn(fact)) return details(call, fact)
  const state = stateAfter[fact.kind]
  if (!canBecome(call.state, state)) throw new ImpossibleTransition(call.state, fact.kind)
  if (fact.kind === 'call-connected') return { state, answeredAt: fact.at }
  if (fact.kind === 'call-held') return { state, heldAt: fact.at }
  if (fact.kind === 'call-resumed') return { state, heldAt: undefined }
  if (fact.kind === 'call-ended')
    return { state, endedAt: fact.at, endCause: fact.cause, soundLostAt: undefined }
  return { state }
}

/** What changes about a call without making it another kind of call. */
function details(call: Call, fact: Detail): Partial<Call> {
  switch (fact.kind) {
    case 'call-rang':
      return rang(call, fact)
    case 'call-muted':
      return { muted: fact.muted }
    case 'customer-held':
      return { heldByCustomer: fact.held }
    case 'digit-sent':
      return { digits: call.digits + fact.digit }
    case 'transfer-asked':
      return { transferringTo: fact.to }
    case 'transfer-refused':
      return { transferringTo: undefined }
    case 'party-changed':
      return { party: fact.party }
    case 'sound-lost':
      return { soundLostAt: call.soundLostAt ?? fact.at }
    case 'sound-back':
      return { soundLostAt: undefined }
    case 'quality-measured':
      return { quality: fact.quality }
    default:
      return unreachable(fact)
  }
}

/** The first ring counts; a second one only tells that something can be heard by now. */
function rang(call: Call, fact: Extract<CallFact, { kind: 'call-rang' }>): Partial<Call> {
  const earlySound = call.earlySound || fact.earlySound
  const rangAt = call.rangAt ?? fact.at
  return { earlySound, rangAt, ...(call.state === 'dialling' && { state: 'ringing' as const }) }
}

function begun(fact: Begin): Call {
  return {
    id: fact.call,
    direction: fact.kind === 'call-offered' ? 'incoming' : 'outgoing',
    party: fact.party,
    state: fact.kind === 'call-offered' ? 'offered' : 'dialling',
    consultFor: fact.kind === 'call-dialled' ? fact.consultFor : undefined,
    muted: false,
    heldByCustomer: false,
    earlySound: false,
    transferringTo: undefined,
    soundLostAt: undefined,
    quality: undefined,
    digits: '',
    offeredAt: fact.at,
    rangAt: undefined,
    answeredAt: undefined,
    heldAt: undefined,
    endedAt: undefined,
    endCause: undefined,
  }
}
