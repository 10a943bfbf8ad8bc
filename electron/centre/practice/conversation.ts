import { frameMilliseconds } from './g711.ts'

/** How a customer takes turns with the agent. All times in milliseconds. */
export const manners = {
  /** Shorter sounds (a cough, a key) are no answer. */
  answerLasts: 300,
  /** So long a quiet after the agent's words means: your turn. */
  answerIsOver: 700,
  /** No answer for so long: is anybody there? */
  silence: 8000,
  /** Asked so often in one turn, then the customer goes on. */
  nudges: 2,
  /** From goodbye to hanging up. */
  leaving: 2000,
} as const

/** Where a customer is in what they came to say. */
export type Conversation =
  | {
      readonly kind: 'speaking'
      readonly turn: number
      /** How often they have asked whether anybody is there, this time included; 0 says the turn's own line. */
      readonly nudges: number
      readonly nudging: boolean
      /** How much of the line has been said. */
      readonly said: number
    }
  | {
      readonly kind: 'listening'
      readonly turn: number
      readonly nudges: number
      /** How long the agent has spoken since the line; a sound too short for an answer is forgotten. */
      readonly heard: number
      /** How long the agent has been quiet. */
      readonly quiet: number
      /** How long the customer has been waiting for an answer. */
      readonly waited: number
    }
  | { readonly kind: 'leaving'; readonly waited: number }
  | { readonly kind: 'gone' }

/** How long the lines are, in milliseconds. */
export interface ScriptLengths {
  readonly turns: readonly number[]
  readonly nudge: number
}

/** What the customer noticed in the last 20 ms. */
export interface Noticed {
  /** Milliseconds of the agent's voice that arrived. */
  readonly voice: number
  readonly held: boolean
}

export const opening: Conversation = { kind: 'speaking', turn: 0, nudges: 0, nudging: false, said: 0 }

/** The conversation 20 ms later. A customer on hold neither speaks nor counts the silence. */
export function converse(now: Conversation, noticed: Noticed, script: ScriptLengths): Conversation {
  if (noticed.held) return now.kind === 'listening' ? { ...now, heard: 0, quiet: 0, waited: 0 } : now
  switch (now.kind) {
    case 'speaking':
      return speakOn(now, script)
    case 'listening':
      return listenOn(now, noticed.voice)
    case 'leaving': {
      const waited = now.waited + frameMilliseconds
      return waited >= manners.leaving ? { kind: 'gone' } : { kind: 'leaving', waited }
    }
    case 'gone':
      return now
  }
}

type Speaking = Extract<Conversation, { kind: 'speaking' }>
type Listening = Extract<Conversation, { kind: 'listening' }>

function speakOn(now: Speaking, script: ScriptLengths): Conversation {
  const said = now.said + frameMilliseconds
  const length = now.nudging ? script.nudge : (script.turns[now.turn] ?? 0)
  if (said < length) return { ...now, said }
  if (!now.nudging && now.turn + 1 >= script.turns.length) return { kind: 'leaving', waited: 0 }
  return { kind: 'listening', turn: now.turn, nudges: now.nudges, heard: 0, quiet: 0, waited: 0 }
}

function listenOn(now: Listening, voice: number): Conversation {
  const waited = now.waited + frameMilliseconds
  if (voice > 0) return { ...now, heard: now.heard + voice, quiet: 0, waited }
  const quiet = now.quiet + frameMilliseconds
  const paused = quiet >= manners.answerIsOver
  if (paused && now.heard >= manners.answerLasts) return nextTurn(now)
  // Else key after key would add up to an answer, and a noise that comes again and again would put off the question.
  const heard = paused ? 0 : now.heard
  if (heard > 0 || waited < manners.silence) return { ...now, heard, quiet, waited }
  return now.nudges < manners.nudges ? nudgeOnce(now) : nextTurn(now)
}

const nextTurn = ({ turn }: Listening): Speaking => ({
  kind: 'speaking',
  turn: turn + 1,
  nudges: 0,
  nudging: false,
  said: 0,
})

const nudgeOnce = ({ turn, nudges }: Listening): Speaking => ({
  kind: 'speaking',
  turn,
  nudges: nudges + 1,
  nudging: true,
  said: 0,
})
