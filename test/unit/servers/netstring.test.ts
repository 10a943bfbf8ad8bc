// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { encodeNetstring, NetstringBroken, NetstringReader } from '../../servers/netstring.ts'

const SEED = 20_261

function cut(bytes: Buffer, places: readonly number[]): Buffer[] {
  const borders = [
    0,
    ...places.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b),
    bytes.length,
  ]
  return borders.slice(1).map((end, index) => bytes.subarray(borders[index], end))
}

describe('netstrings on the control link of a telephone', () => {
  it('counts bytes, not letters', () => {
    expect(encodeNetstring('Amélie').toString('utf8')).toBe('7:Amélie,')
  })

  it(`reads every text however the link cuts it up (seed ${String(SEED)})`, () => {
    const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 200 }), { maxLength: 6 })
    const places = fc.array(fc.nat(2000), { maxLength: 30 })
    const check = fc.property(texts, places, (sent, cuts) => {
      const reader = new NetstringReader()
      const received = cut(Buffer.concat(sent.map(encodeNetstring)), cuts).flatMap((piece) =>
        reader.push(piece),
      )
      expect(received).toEqual(sent)
    })
    fc.assert(check, { seed: SEED, numRuns: 300 })
  })

  it(`reads any bytes or refuses them, and never reads the same twice (seed ${String(SEED)})`, () => {
    const check = fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      const reader = new NetstringReader()
      try {
        const texts = reader.push(Buffer.from(bytes))
        expect(Buffer.concat(texts.map(encodeNetstring)).length).toBeLessThanOrEqual(bytes.length * 3)
        expect(reader.push(Buffer.alloc(0))).toEqual([])
      } catch (error) {
        expect(error).toBeInstanceOf(NetstringBroken)
      }
    })
    fc.assert(check, { seed: SEED, numRuns: 300 })
  })

  it.each(['x', ':', ':,', '-1:,', '01:a,', '1:ab', '3:abc;', '9999999', '70000:'])(
    'refuses "%s"',
    (bytes) => {
      expect(() => new NetstringReader().push(Buffer.from(bytes))).toThrow(NetstringBroken)
    },
  )

  it.each(['', '1', '12', '3:', '3:ab', '3:abc'])('waits for the rest of "%s"', (bytes) => {
    expect(new NetstringReader().push(Buffer.from(bytes))).toEqual([])
  })
})
