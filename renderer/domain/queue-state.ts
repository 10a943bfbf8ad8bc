import type { AgentState, NotReadyReason } from './agent-state.ts'

/** What a call queue must know of an agent. */
export type QueueState =
  | { readonly kind: 'available' | 'on-interaction' | 'wrap-up' | 'signed-out' }
  | { readonly kind: 'not-ready'; readonly reason: NotReadyReason }

/** `undefined` while the agent is still signing in, or only reads: the queue has heard nothing of them. */
export function queueStateOf(agent: AgentState): QueueState | undefined {
  if (agent.kind === 'signing-in' || agent.kind === 'reading') return undefined
  return agent.kind === 'not-ready' ? { kind: 'not-ready', reason: agent.reason } : { kind: agent.kind }
}

export const sameQueueState = (a: QueueState | undefined, b: QueueState | undefined): boolean =>
  a?.kind === b?.kind && reasonOf(a) === reasonOf(b)

const reasonOf = (state: QueueState | undefined): string | undefined =>
  state?.kind === 'not-ready' ? state.reason : undefined

/** The kinds for which a site may set a dial string; the queue keeps its state where there is none. */
export const queueStateKinds = ['available', 'on-interaction', 'wrap-up', 'not-ready', 'signed-out'] as const

/**
 * How a centre's queues hear of an agent's state.
 * `feature-codes`: by calling a number, as most PBXs have it; `{queue}`, `{user}` and `{reason}` are filled in.
 * `published`: by a message of SIP's own event framework (RFC 3903), which the practice centre understands.
 */
export type QueueSetup =
  | { readonly kind: 'none' }
  | { readonly kind: 'published' }
  | {
      readonly kind: 'feature-codes'
      readonly queues: readonly string[]
      readonly codes: Readonly<Partial<Record<QueueState['kind'], string>>>
      /** Per reason, where the PBX tells them apart; otherwise `codes['not-ready']`. */
      readonly reasons: Readonly<Partial<Record<NotReadyReason, string>>>
    }
