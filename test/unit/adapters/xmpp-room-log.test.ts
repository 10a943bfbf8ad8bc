import { beforeEach, describe, expect, it } from 'vitest'

import { Occupants } from '../../../renderer/adapters/xmpp/occupants.ts'
import { RoomLog } from '../../../renderer/adapters/xmpp/room-log.ts'
import type { RoomMessage } from '../../../renderer/adapters/xmpp/room-message.ts'
import { asConversationId } from '../../../renderer/domain/ids.ts'
import { shiftStart } from '../../make.ts'

let log: RoomLog

beforeEach(() => {
  const occupants = new Occupants(
    () => 'Ada',
    () => undefined,
  )
  occupants.take({
    ...{ kind: 'there', nick: 'Ada', occupant: 'o-self', affiliation: 'admin', isSelf: true, isNew: false },
    leaving: 'by-themselves',
  })
  log = new RoomLog(asConversationId('chat-1'), occupants, () => shiftStart)
  log.beginAfter(undefined)
})

const message = (nth: number, occupant = 'o-customer'): RoomMessage => ({
  ...{ occupant, nick: 'Hélène', archived: `a-${nth}`, written: `w-${nth}`, at: shiftStart },
  ...{ body: { kind: 'text', text: `line ${nth}` }, notice: undefined, wantsReceipt: false },
  ...{ received: undefined, displayed: undefined, state: undefined },
})

const told = (...numbers: readonly number[]): number => log.take(numbers.map((nth) => message(nth))).length
const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from }, (_, nth) => from + nth)

describe('what was told of a room', () => {
  it('is known as long as its archive is read: what is said meanwhile stands in there too', () => {
    expect(told(...range(0, 2_000))).toBe(2_000)
    expect(told(...range(0, 2_000))).toBe(0)
  })

  it('is known only for a while once everything comes as it is said', () => {
    told(...range(0, 500))
    log.caughtUp()
    expect([told(499), told(0)]).toEqual([0, 1])
    told(...range(1_000, 1_500))
    expect([told(1_499), told(1_000)]).toEqual([0, 1])
  })

  it('is named by a receipt also when much was said after it', () => {
    log.caughtUp()
    log.take([message(1, 'o-self')])
    told(...range(1_000, 1_500))
    expect(log.meant('a-1')).toBe('w-1')
  })
})
