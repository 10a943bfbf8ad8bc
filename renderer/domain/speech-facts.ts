/**
 * What could be heard of who spoke, from the sound itself: facts about a call, no judgement of anybody. Milliseconds.
 * `me` and `customer` include `both`; while a call is held nothing is counted but `held`.
 */
export interface SpeechFacts {
  readonly me: number
  readonly customer: number
  /** Both at once for more than a moment. */
  readonly both: number
  /** Neither. */
  readonly silence: number
  readonly heldByMe: number
  readonly heldByCustomer: number
}

/** One look at the sound: who spoke, and for how many milliseconds it counts. */
export interface HeardFrame {
  readonly lasted: number
  readonly me: boolean
  readonly customer: boolean
}

/** Who holds whom at that moment. */
export interface Held {
  readonly byMe: boolean
  readonly byCustomer: boolean
}

/** What was counted so far. */
export interface SpeechCount {
  readonly facts: SpeechFacts
  /** Milliseconds for which both have spoken at once until now, without a break. */
  readonly together: number
}

export const nothingHeard: SpeechCount = {
  facts: { me: 0, customer: 0, both: 0, silence: 0, heldByMe: 0, heldByCustomer: 0 },
  together: 0,
}

/**
 * Milliseconds. Whoever answers begins within some 200 ms, and often before the other has ended (Stivers et al. 2009, PNAS
 * 106, 10587). Together with the 200 ms for which a voice still counts after its last sound, that is no talking over each
 * other yet.
 */
export const moment = 500

/** Milliseconds. A longer look is none: the computer has slept, or the window stood still. */
export const longestFrame = 1_000

/** One look more. Where both hold, it is the agent's hold: they would hear nothing anyway. */
export function countSpeech({ facts, together }: SpeechCount, frame: HeardFrame, held: Held): SpeechCount {
  const { lasted, me, customer } = frame
  // Also what is not a number.
  if (!(lasted > 0 && lasted <= longestFrame)) return { facts, together: 0 }
  if (held.byMe) return { facts: { ...facts, heldByMe: facts.heldByMe + lasted }, together: 0 }
  if (held.byCustomer)
    return { facts: { ...facts, heldByCustomer: facts.heldByCustomer + lasted }, together: 0 }
  const now = me && customer ? together + lasted : 0
  return {
    facts: {
      ...facts,
      me: facts.me + (me ? lasted : 0),
      customer: facts.customer + (customer ? lasted : 0),
      both: facts.both + talkedOver(together, now),
      silence: facts.silence + (me || customer ? 0 : lasted),
    },
    together: now,
  }
}

/** What comes to `both`: nothing for a moment, and then all of it, from its beginning. */
function talkedOver(before: number, now: number): number {
  if (now <= moment) return 0
  return before > moment ? now - before : now
}

/** In whole milliseconds, as they are kept. */
export const wholeFacts = (facts: SpeechFacts): SpeechFacts => ({
  me: Math.round(facts.me),
  customer: Math.round(facts.customer),
  both: Math.round(facts.both),
  silence: Math.round(facts.silence),
  heldByMe: Math.round(facts.heldByMe),
  heldByCustomer: Math.round(facts.heldByCustomer),
})

/** The agent's share of what was said, 0 to 1; `undefined` where nobody spoke. */
export const talkRatio = ({ me, customer }: SpeechFacts): number | undefined =>
  me + customer > 0 ? me / (me + customer) : undefined
