import type { EndCause } from './call.ts'
import type { Interaction } from './interaction.ts'

/** What came of a call, as a list of calls must tell it apart. */
export const callOutcomes = [
  'talked',
  /** Rang here, and nobody answered. */
  'missed',
  /** Rang here, and the agent turned it down. */
  'refused',
  /** Reached the desk, and was given back before it rang. */
  'never-rang',
  'answered-elsewhere',
  /** Dialled: it rang there, and nobody answered. */
  'no-answer',
  'busy',
  'declined',
  'not-reached',
  /** Dialled, and given up by the agent. */
  'given-up',
  'failed',
] as const
export type CallOutcome = (typeof callOutcomes)[number]

type Told = Pick<Interaction, 'direction' | 'rangAt' | 'answeredAt' | 'endCause'>

/** Derived from what was recorded, so that a list and a search can never disagree. */
export function callOutcome(call: Told): CallOutcome {
  if (call.answeredAt !== undefined) return 'talked'
  return call.direction === 'incoming' ? incoming(call) : outgoing(call)
}

/** What the agent did, or what broke after they had answered; otherwise the ring tells. */
const incomingOutcomes: Partial<Record<EndCause, CallOutcome>> = {
  'answered-elsewhere': 'answered-elsewhere',
  'agent-refused': 'refused',
  'agent-hung-up': 'given-up',
  failed: 'failed',
  forgotten: 'failed',
}

function incoming({ endCause, rangAt }: Told): CallOutcome {
  const outcome = endCause && incomingOutcomes[endCause]
  return outcome ?? (rangAt === undefined ? 'never-rang' : 'missed')
}

/** What each end means for a call that was dialled and that nobody answered. */
const outgoingOutcomes = {
  'agent-gave-up': 'given-up',
  'agent-hung-up': 'given-up',
  busy: 'busy',
  declined: 'declined',
  'no-answer': 'no-answer',
  'unknown-number': 'not-reached',
  unreachable: 'not-reached',
  failed: 'failed',
  forgotten: 'failed',
  'customer-hung-up': 'not-reached',
  'customer-gave-up': 'not-reached',
  'answered-elsewhere': 'not-reached',
  'agent-refused': 'not-reached',
  'agent-not-ready': 'not-reached',
  transferred: 'not-reached',
} as const satisfies Record<EndCause, CallOutcome>

function outgoing({ endCause, rangAt }: Told): CallOutcome {
  const outcome = outgoingOutcomes[endCause ?? 'agent-gave-up']
  return outcome === 'not-reached' && rangAt !== undefined ? 'no-answer' : outcome
}
