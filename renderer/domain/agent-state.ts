/** What an agent can be, from the shift's point of view. */
export type AgentState =
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'signing-in' }
  /** Looks at what a newer Foyer has kept on this computer, and is signed in nowhere: nothing could be saved. */
  | { readonly kind: 'reading' }
  | { readonly kind: 'not-ready'; readonly reason: NotReadyReason; readonly since: number }
  | { readonly kind: 'available'; readonly since: number }
  | { readonly kind: 'on-interaction'; readonly since: number }
  | { readonly kind: 'wrap-up'; readonly since: number }

/** Why an agent takes no calls. `signed-in` is the start of the shift; `rang-out` follows a call nobody answered. */
export const notReadyReasons = ['signed-in', 'break', 'lunch', 'training', 'technical', 'rang-out'] as const
export type NotReadyReason = (typeof notReadyReasons)[number]

/** The reasons that an agent may choose; the others the desk sets by itself. */
export const chosenReasons = ['break', 'lunch', 'training', 'technical'] as const satisfies NotReadyReason[]
export type ChosenReason = (typeof chosenReasons)[number]

type Kind = AgentState['kind']

const next = {
  'signed-out': ['signing-in'],
  'signing-in': ['signed-out', 'not-ready', 'reading'],
  reading: ['signed-out'],
  // On to an interaction: an answer that was on its way when the agent went on a break.
  'not-ready': ['not-ready', 'available', 'on-interaction', 'signed-out'],
  available: ['not-ready', 'on-interaction', 'signed-out'],
  'on-interaction': ['wrap-up', 'available', 'not-ready'],
  // On to an interaction: the agent calls the customer back before the page is closed.
  'wrap-up': ['available', 'not-ready', 'on-interaction'],
} as const satisfies Record<Kind, readonly Kind[]>

export class ImpossibleAgentState extends Error {
  override readonly name = 'ImpossibleAgentState'
}

/** The new state, if the table allows it. @throws ImpossibleAgentState otherwise: a bug in a service. */
export function changeAgentState(from: AgentState, to: AgentState): AgentState {
  if (!(next[from.kind] as readonly Kind[]).includes(to.kind))
    throw new ImpossibleAgentState(`an agent who is ${from.kind} cannot become ${to.kind}`)
  return to
}

/** May a new call be offered to this agent? */
export const takesCalls = (state: AgentState): boolean => state.kind === 'available'
