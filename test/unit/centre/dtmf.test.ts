// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { createDtmfReader, keyOfInfo } from '../../../electron/centre/practice/dtmf.ts'

describe('keys that the agent presses', () => {
  it('count once, when they are let go, however often the end is repeated', () => {
    const read = createDtmfReader()
    const packets: [number, number, number][] = [
      [5, 0x0a, 800],
      [5, 0x0a, 800],
      [5, 0x8a, 800],
      [5, 0x8a, 800],
      [5, 0x8a, 800],
      [5, 0x8a, 2400],
      [11, 0x8a, 3200],
      [15, 0x8a, 4000],
      [77, 0x8a, 4800],
    ]
    const keys = packets.map(([event, flags, timestamp]) =>
      read(Uint8Array.of(event, flags, 0, 160), timestamp),
    )
    expect(keys.filter((key) => key !== undefined).join('')).toBe('55#D')
    expect(read(new Uint8Array(), 5000)).toBeUndefined()
  })

  it('come by INFO too', () => {
    expect(keyOfInfo('Signal=5\r\nDuration=160\r\n')).toBe('5')
    expect(keyOfInfo('Signal= #\r\n')).toBe('#')
    expect(keyOfInfo('hello')).toBeUndefined()
  })
})
