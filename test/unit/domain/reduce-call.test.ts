import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { canBecome, ImpossibleTransition } from '../../../renderer/domain/call.ts'
import type { Call, CallFact } from '../../../renderer/domain/call.ts'
import { asCallId } from '../../../renderer/domain/ids.ts'
import { reduceCall } from '../../../renderer/domain/reduce-call.ts'
import { dialled, makeCall, makeParty, offered, shiftStart } from '../../make.ts'

const call = asCallId('call-1')
const at = (seconds: number) => ({ call, at: shiftStart + seconds * 1000 })

describe('a call', () => {
  it('goes from the ring to the end of the conversation with everything that happened in it', () => {
    const told = makeCall(
      { kind: 'call-answering', ...at(3) },
      { kind: 'call-connected', ...at(4) },
      { kind: 'call-muted', muted: true, ...at(5) },
      { kind: 'call-held', ...at(6) },
      { kind: 'customer-held', held: true, ...at(7) },
      { kind: 'call-resumed', ...at(8) },
      { kind: 'digit-sent', digit: '4', ...at(9) },
      { kind: 'digit-sent', digit: '#', ...at(10) },
      { kind: 'call-ended', cause: 'customer-hung-up', ...at(11) },
    )
    expect(told).toEqual<Call>({
      id: call,
      direction: 'incoming',
      party: makeParty(),
      state: 'ended',
      consultFor: undefined,
      muted: true,
      heldByCustomer: true,
      earlySound: false,
      transferringTo: undefined,
      soundLostAt: undefined,
      quality: undefined,
      digits: '4#',
      offeredAt: shiftStart,
      rangAt: undefined,
      answeredAt: shiftStart + 4_000,
      heldAt: undefined,
      endedAt: shiftStart + 11_000,
      endCause: 'customer-hung-up',
    })
  })

  it('is dialled, rings there, is handed over after the sound was gone, and keeps all of it', () => {
    const told = [
      { kind: 'call-rang', earlySound: false, ...at(2) },
      { kind: 'call-rang', earlySound: true, ...at(3) },
      { kind: 'call-connected', ...at(5) },
      { kind: 'sound-lost', ...at(8) },
      { kind: 'sound-lost', ...at(9) },
    ].reduce<Call>((now, fact) => reduceCall(now, fact as CallFact), reduceCall(undefined, dialled()))
    expect(told).toMatchObject({
      direction: 'outgoing',
      state: 'connected',
      earlySound: true,
      rangAt: shiftStart + 2_000,
      soundLostAt: shiftStart + 8_000,
    })
    const asked = reduceCall(told, { kind: 'transfer-asked', to: '2001', ...at(10) })
    const refused = reduceCall(asked, { kind: 'transfer-refused', ...at(11) })
    const over = reduceCall(refused, { kind: 'call-ended', cause: 'transferred', ...at(12) })
    expect([asked.transferringTo, refused.transferringTo, over.soundLostAt]).toEqual([
      '2001',
      undefined,
      undefined,
    ])
  })

  it('refuses a fact that it cannot follow, by name', () => {
    expect(() => reduceCall(makeCall(), { kind: 'call-held', ...at(1) })).toThrow(ImpossibleTransition)
    expect(() => reduceCall(undefined, { kind: 'call-connected', ...at(1) })).toThrow('unknown')
    expect(() => reduceCall(makeCall(), offered())).toThrow('call-offered')
  })

  it('never leaves its table, and never comes back from the end, whatever the wire says (500 stories)', () => {
    const fact: fc.Arbitrary<CallFact> = fc.oneof(
      fc.constantFrom<CallFact>(
        { kind: 'call-answering', ...at(1) },
        { kind: 'call-connected', ...at(1) },
        { kind: 'call-held', ...at(1) },
        { kind: 'call-resumed', ...at(1) },
        { kind: 'call-ended', cause: 'failed', ...at(1) },
        { kind: 'call-muted', muted: true, ...at(1) },
        { kind: 'call-rang', earlySound: true, ...at(1) },
        { kind: 'sound-lost', ...at(1) },
        { kind: 'transfer-asked', to: '2001', ...at(1) },
      ),
    )
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 12 }), (facts) => {
        let told = makeCall()
        for (const next of facts) {
          const before = told.state
          try {
            told = reduceCall(told, next)
          } catch (error) {
            expect(error).toBeInstanceOf(ImpossibleTransition)
            continue
          }
          expect(before === told.state || canBecome(before, told.state)).toBe(true)
        }
      }),
      { numRuns: 500, seed: 20261123 },
    )
  })
})
