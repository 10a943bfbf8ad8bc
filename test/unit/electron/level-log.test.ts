import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { wholeLength } from '../../../electron/level-log.ts'

const block = 32_768

/** A log as LevelDB writes it, and where each record ends. Checksums are not looked at. */
function logOf(lengths: readonly number[]): { readonly bytes: Buffer; readonly ends: readonly number[] } {
  const pieces: Buffer[] = []
  const ends: number[] = []
  let at = 0
  const put = (piece: Buffer): void => {
    pieces.push(piece)
    at += piece.length
  }
  for (const length of lengths) {
    let [left, isFirst] = [length, true]
    do {
      if (block - (at % block) < 7) put(Buffer.alloc(block - (at % block)))
      const part = Math.min(left, block - (at % block) - 7)
      left -= part
      const head = Buffer.from([1, 2, 3, 4, part & 255, part >> 8, isFirst ? (left ? 2 : 1) : left ? 3 : 4])
      put(Buffer.concat([head, Buffer.alloc(part, 7)]))
      isFirst = false
    } while (left > 0)
    ends.push(at)
  }
  return { bytes: Buffer.concat(pieces), ends }
}

const lastBefore = (ends: readonly number[], cut: number): number =>
  ends.filter((end) => end <= cut).at(-1) ?? 0

describe('a log that a killed browser has left', () => {
  it('is whole up to its last whole record, wherever it was cut', () => {
    const { bytes, ends } = logOf([10, 0, 40_000, 5, 32_700, 60_000])
    for (let cut = 0; cut <= bytes.length; cut += cut % 97 === 0 ? 1 : 13)
      expect([cut, wholeLength(bytes.subarray(0, cut))]).toEqual([cut, lastBefore(ends, cut)])
  })

  it('is whole up to its last whole record, whatever was written (seed 7)', () => {
    const records = fc.array(fc.oneof(fc.nat(60), fc.nat(70_000)), { maxLength: 8 })
    fc.assert(
      fc.property(records, fc.double({ min: 0, max: 1, noNaN: true }), (lengths, share) => {
        const { bytes, ends } = logOf(lengths)
        const cut = Math.round(bytes.length * share)
        return wholeLength(bytes.subarray(0, cut)) === lastBefore(ends, cut)
      }),
      { seed: 7, numRuns: 300 },
    )
  })

  it('is left alone where it is broken otherwise', () => {
    const { bytes } = logOf([100, 100])
    bytes[6] = 9
    expect(wholeLength(bytes)).toBe(bytes.length)
    const noise = fc.uint8Array({ maxLength: 2000 })
    fc.assert(
      fc.property(noise, (log) => {
        const whole = wholeLength(log)
        return whole >= 0 && whole <= log.length
      }),
      { seed: 8 },
    )
  })
})
