import { describe, expect, it } from 'vitest'

import { callOutcome } from '../../../renderer/domain/call-history.ts'
import type { CallOutcome } from '../../../renderer/domain/call-history.ts'
import { endCauses } from '../../../renderer/domain/call.ts'
import type { EndCause } from '../../../renderer/domain/call.ts'
import { makeInteraction, shiftStart } from '../../make.ts'

const unanswered = (changes: Parameters<typeof makeInteraction>[0]) =>
  callOutcome(makeInteraction({ answeredAt: undefined, ...changes }))

describe('a list of calls', () => {
  it('tells missed, refused and never rung apart', () => {
    const incoming: readonly (readonly [EndCause, number | undefined, CallOutcome])[] = [
      ['agent-not-ready', shiftStart, 'missed'],
      ['customer-gave-up', shiftStart, 'missed'],
      ['agent-refused', shiftStart, 'refused'],
      ['agent-not-ready', undefined, 'never-rang'],
      ['answered-elsewhere', shiftStart, 'answered-elsewhere'],
      // The agent did answer: it was not missed.
      ['failed', shiftStart, 'failed'],
      ['agent-hung-up', shiftStart, 'given-up'],
    ]
    for (const [endCause, rangAt, outcome] of incoming)
      expect([endCause, unanswered({ endCause, rangAt })]).toEqual([endCause, outcome])
  })

  it('says what came of a call that was made', () => {
    const outgoing: readonly (readonly [EndCause, number | undefined, CallOutcome])[] = [
      ['busy', undefined, 'busy'],
      ['declined', shiftStart, 'declined'],
      ['no-answer', shiftStart, 'no-answer'],
      ['unreachable', shiftStart, 'no-answer'],
      ['unreachable', undefined, 'not-reached'],
      ['unknown-number', undefined, 'not-reached'],
      ['agent-gave-up', shiftStart, 'given-up'],
      ['failed', undefined, 'failed'],
    ]
    for (const [endCause, rangAt, outcome] of outgoing)
      expect([endCause, unanswered({ direction: 'outgoing', endCause, rangAt })]).toEqual([endCause, outcome])
  })

  it('calls everything a conversation in which somebody answered', () => {
    for (const endCause of endCauses) expect(callOutcome(makeInteraction({ endCause }))).toBe('talked')
  })
})
