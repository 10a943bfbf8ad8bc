import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { readPcap } from '../../servers/pcap.ts'

function captured(seconds: number, fromPort: number, payload: string): Buffer {
  const body = Buffer.from(payload)
  const packet = Buffer.alloc(28)
  packet.writeUInt8(0x45, 0)
  packet.writeUInt8(17, 9)
  packet.writeUInt16BE(fromPort, 20)
  const header = Buffer.alloc(16)
  header.writeUInt32LE(seconds, 0)
  header.writeUInt32LE(500_000, 4)
  header.writeUInt32LE(packet.length + body.length, 8)
  return Buffer.concat([header, packet, body])
}

const file = Buffer.concat([Buffer.alloc(24), captured(10, 4000, 'one'), captured(11, 4002, 'two')])

describe('a capture of packets', () => {
  it('is read with times and ports; a packet that is not whole yet is left out', () => {
    const read = (length: number): unknown[] =>
      readPcap(file.subarray(0, length)).map(({ payload, ...more }) => ({
        ...more,
        text: payload.toString(),
      }))
    const one = { at: 10_500, fromPort: 4000, text: 'one' }
    expect(read(file.length)).toEqual([one, { at: 11_500, fromPort: 4002, text: 'two' }])
    expect(read(file.length - 1)).toEqual([one])
    expect(read(3)).toEqual([])
  })

  it('may hold anything', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(readPcap(Buffer.from(bytes)).length).toBeLessThan(20)
      }),
    )
  })
})
