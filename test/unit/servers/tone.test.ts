// @vitest-environment node
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

import { heardTone, makeTone, toneAt } from '../../servers/tone.ts'
import { readWav, writeWav } from '../../servers/wav.ts'

const directory = mkdtempSync(join(tmpdir(), 'foyer-tone-test-'))
afterAll(() => {
  rmSync(directory, { recursive: true })
})

function file(name: string, wav: Buffer): string {
  const path = join(directory, name)
  writeFileSync(path, wav)
  return path
}

/** A fixed sequence that sounds like noise (Numerical Recipes' linear congruential generator). */
function noise(seconds: number, rate: number): Float32Array {
  let state = 20
  return Float32Array.from({ length: seconds * rate }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return 0.3 * (state / 0x8000_0000 - 1)
  })
}

const mixed = (...parts: readonly Float32Array[]): Float32Array =>
  Float32Array.from(parts[0] ?? [], (_, index) => parts.reduce((sum, part) => sum + (part[index] ?? 0), 0))

describe('looking for a tone in a recording', () => {
  it.each([
    { hz: 523, rate: 8000 },
    { hz: 880, rate: 8000 },
    { hz: 523, rate: 48_000 },
    { hz: 3000, rate: 48_000 },
  ])('finds $hz Hz where it was planted, at $rate samples a second', ({ hz, rate }) => {
    const { seconds, share } = heardTone(file('tone.wav', makeTone({ hz, seconds: 1.25, rate })), hz)
    expect(seconds).toBe(1.2)
    expect(share).toBeGreaterThan(0.99)
  })

  it('finds a tone that is as quiet as a far voice', () => {
    const wav = makeTone({ hz: 880, seconds: 1, rate: 8000, amplitude: 0.01 })
    expect(heardTone(file('quiet.wav', wav), 880).seconds).toBe(1)
  })

  it('finds nothing in silence, nor in what G.711 makes of it', () => {
    const silence = writeWav({ rate: 8000, samples: new Float32Array(8000) })
    const hiss = writeWav({ rate: 8000, samples: new Float32Array(8000).fill(8 / 0x8000) })
    expect([silence, hiss].map((wav) => heardTone(file('silence.wav', wav), 523))).toEqual([
      { seconds: 0, share: 0 },
      { seconds: 0, share: 0 },
    ])
  })

  it('finds nothing in noise', () => {
    const { seconds, share } = heardTone(
      file('noise.wav', writeWav({ rate: 8000, samples: noise(2, 8000) })),
      523,
    )
    expect(seconds).toBe(0)
    expect(share).toBeLessThan(0.02)
  })

  it.each([503, 513, 533, 554, 880, 1046])('does not take %i Hz for 523 Hz', (hz) => {
    const { seconds, share } = heardTone(file('other.wav', makeTone({ hz, seconds: 1, rate: 8000 })), 523)
    expect(seconds).toBe(0)
    expect(share).toBeLessThan(0.05)
  })

  it('finds a tone under noise of half its strength', () => {
    const tone = readWav(makeTone({ hz: 523, seconds: 2, rate: 8000 })).samples
    const samples = mixed(
      tone,
      noise(2, 8000).map((sample) => sample / 2),
    )
    expect(heardTone(file('noisy.wav', writeWav({ rate: 8000, samples })), 523).seconds).toBe(2)
  })

  it('finds both of two people who are mixed, when asked for less than half', () => {
    const one = readWav(makeTone({ hz: 523, seconds: 1, rate: 8000 })).samples
    const other = readWav(makeTone({ hz: 880, seconds: 1, rate: 8000 })).samples
    const both = file('both.wav', writeWav({ rate: 8000, samples: mixed(one, other) }))
    expect([523, 880, 660].map((hz) => heardTone(both, hz, 0.4).seconds)).toEqual([1, 1, 0])
  })

  it('says when the tone was there', () => {
    const tone = readWav(makeTone({ hz: 523, seconds: 0.3, rate: 8000 })).samples
    const samples = new Float32Array(8000)
    samples.set(tone, 0.4 * 8000)
    const heard = toneAt({ samples, rate: 8000 }, 523).filter(({ part }) => part > 0.9)
    expect(heard.map(({ at }) => at)).toEqual([0.4, 0.5, 0.6])
  })
})
