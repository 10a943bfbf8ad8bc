// @vitest-environment node
import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'

import { pngFromXwd, ScreenDumpUnreadable } from '../../servers/xwd.ts'

/** A dump of 2 × 1 pixels, orange and blue, with padding at the end of its line and a colour map of one entry. */
function dump(byteOrder: 0 | 1): Buffer {
  const header = Buffer.alloc(104 + 12)
  const fields: readonly (readonly [number, number])[] = [
    [0, 104],
    [4, 7],
    [16, 2],
    [20, 1],
    [28, byteOrder],
    [44, 32],
    [48, 12],
    [76, 1],
  ]
  fields.forEach(([at, value]) => header.writeUInt32BE(value, at))
  const pixels = [0xff8000, 0x0010ff].map((pixel) => {
    const bytes = Buffer.alloc(4)
    if (byteOrder === 0) bytes.writeUInt32LE(pixel)
    else bytes.writeUInt32BE(pixel)
    return bytes
  })
  return Buffer.concat([header, ...pixels, Buffer.alloc(4)])
}

describe('a picture of the screen', () => {
  it.each([0, 1] as const)('has the colours of the screen (byte order %i)', (byteOrder) => {
    const png = pngFromXwd(dump(byteOrder))
    const data = png.indexOf('IDAT')
    const lines = inflateSync(png.subarray(data + 4, data + 4 + png.readUInt32BE(data - 4)))
    expect([...lines]).toEqual([0, 0xff, 0x80, 0x00, 0x00, 0x10, 0xff])
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2, 1])
  })

  it('is refused when the dump is cut off or none at all', () => {
    expect(() => pngFromXwd(dump(0).subarray(0, -5))).toThrow(ScreenDumpUnreadable)
    expect(() => pngFromXwd(Buffer.from('nothing'))).toThrow(ScreenDumpUnreadable)
  })
})
