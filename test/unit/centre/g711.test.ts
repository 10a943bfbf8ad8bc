// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { frameAt, loudness, silentFrame } from '../../../electron/centre/practice/g711.ts'

describe('G.711 µ-law', () => {
  it('measures full scale, half scale and silence', () => {
    // 0x00 and 0x80 are the loudest samples, 0x0f and 0x8f half as loud (ITU-T G.711 table 2a).
    expect(loudness(Uint8Array.of(0x00, 0x80, 0x00, 0x80))).toBeCloseTo(-0.17, 2)
    expect(loudness(Uint8Array.of(0x0f, 0x8f))).toBeCloseTo(20 * Math.log10(16_764 / 32_768), 5)
    expect(loudness(silentFrame)).toBe(-Infinity)
    expect(loudness(new Uint8Array())).toBe(-Infinity)
  })

  it('cuts a recording into frames of 20 ms and fills the last one with silence', () => {
    const recording = new Uint8Array(250).fill(0x10)
    expect(frameAt(recording, 0)).toEqual(new Uint8Array(160).fill(0x10))
    expect(frameAt(recording, 1)).toEqual(
      Uint8Array.from({ length: 160 }, (_, index) => (index < 90 ? 0x10 : 0xff)),
    )
    expect(frameAt(recording, 2)).toEqual(silentFrame)
  })
})
