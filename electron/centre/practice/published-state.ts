import * as v from 'valibot'
import { queueStateKinds } from '../../../renderer/domain/queue-state.ts'

/** The event package of an agent's state (RFC 6665 §4.1: the x- says that it is nobody's standard). */
export const agentStateEvent = 'x-foyer-agent-state'
export const agentStateType = 'application/json'

export type PublishedKind = (typeof queueStateKinds)[number]

const publishedState = v.object({
  state: v.picklist(queueStateKinds),
  /** Why the agent takes no calls; the centre only takes note. */
  reason: v.exactOptional(v.pipe(v.string(), v.maxLength(40))),
})

export type PublishedState = v.InferOutput<typeof publishedState>

/** What a desk says of its agent; `undefined` when it cannot be understood. */
export function parsePublishedState(body: string): PublishedState | undefined {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    return undefined
  }
  const parsed = v.safeParse(publishedState, value)
  return parsed.success ? parsed.output : undefined
}
