import type { Call } from '../../../domain/call.ts'
import type { Say } from '../../../words/say.ts'

/** Why nobody can be spoken to in this call just now; `undefined` where somebody can. */
export function whyNotYet(say: Say, { state }: Call): string | undefined {
  if (state === 'connected') return undefined
  return say(state === 'held' ? 'call.later.held' : 'call.later.unanswered')
}
