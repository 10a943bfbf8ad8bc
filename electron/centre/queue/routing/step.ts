import { agentGone, agentThere, offerUntended } from './agents.ts'
import { asked, customerBack, customerGone, departed } from './arrivals.ts'
import { botGone, botThere, handOver, wrote } from './bot.ts'
import type { Draft } from './draft.ts'
import { changeChat, draftOf, stateOf, tellChat } from './draft.ts'
import { linkUp, tick } from './due.ts'
import { ended, reported, roomGone } from './endings.ts'
import type { Answer, Means, QueueEvent, QueueEventKind, QueueEvents, Step } from './events.ts'
import { accepted, handOn, offerAll, rejected, unreached } from './offers.ts'
import type { QueueState } from './state.ts'

type Transitions = { readonly [K in QueueEventKind]: (draft: Draft, event: QueueEvents[K]) => Answer }

const transitions: Transitions = {
  asked,
  departed,
  'customer-gone': customerGone,
  'customer-back': customerBack,
  'agent-there': agentThere,
  'agent-gone': agentGone,
  'bot-there': botThere,
  'bot-gone': botGone,
  accepted,
  rejected,
  unreached,
  'hand-on': handOn,
  'hand-over': handOver,
  end: ended,
  report: reported,
  wrote,
  occupants: occupantsChanged,
  'room-gone': roomGone,
  'link-up': linkUp,
  tick,
}

/**
 * What one event makes of the state, what is to be done about it, and what the one who asked is answered. Pure: the time
 * and new ids are given. A refusal changes nothing.
 */
export function step(state: QueueState, event: QueueEvent, means: Means): Step {
  const draft = draftOf(state, means)
  // The table pairs each kind with its own event; the compiler cannot follow that through one call.
  const transition = transitions[event.kind] as (draft: Draft, event: QueueEvent) => Answer
  const answer = transition(draft, event)
  if (answer !== 'done') return { state, effects: [], answer }
  offerUntended(draft)
  offerAll(draft)
  return { state: stateOf(draft, state), effects: draft.effects, answer }
}

function occupantsChanged(draft: Draft, { room, occupants }: QueueEvents['occupants']): Answer {
  const before = draft.chats.get(room)
  if (!before || JSON.stringify(before.occupants) === JSON.stringify(occupants)) return 'done'
  changeChat(draft, room, { occupants: [...occupants] })
  tellChat(draft, room)
  return 'done'
}
