// @vitest-environment node
import { describe, expect, it } from 'vitest'

import { makeTone } from '../../servers/tone.ts'
import { readWav, WavUnreadable, writeWav } from '../../servers/wav.ts'

const RIFF_SIZE = 4
const DATA_SIZE = 40

function chunk(name: string, body: Buffer): Buffer {
  const size = Buffer.alloc(4)
  size.writeUInt32LE(body.length)
  return Buffer.concat([Buffer.from(name, 'latin1'), size, body, Buffer.alloc(body.length % 2)])
}

function format(setup: { code: number; channels: number; bits: number; rest?: Buffer }): Buffer {
  const body = Buffer.alloc(16)
  body.writeUInt16LE(setup.code, 0)
  body.writeUInt16LE(setup.channels, 2)
  body.writeUInt32LE(8000, 4)
  body.writeUInt16LE(setup.bits, 14)
  return chunk('fmt ', Buffer.concat([body, setup.rest ?? Buffer.alloc(0)]))
}

const riff = (...chunks: readonly Buffer[]): Buffer =>
  chunk('RIFF', Buffer.concat([Buffer.from('WAVE'), ...chunks]))

describe('reading a WAV', () => {
  it('reads back what was written, clipped to full scale', () => {
    const { rate, channels, samples } = readWav(
      writeWav({ rate: 8000, samples: Float32Array.of(0, 0.5, -0.5, 2, -2) }),
    )
    expect({ rate, channels }).toEqual({ rate: 8000, channels: 1 })
    expect([...samples].map((sample) => Math.round(sample * 100) / 100)).toEqual([0, 0.5, -0.5, 1, -1])
  })

  it.each([
    { what: 'zero, as it is while the recorder writes', riffSize: 8, dataSize: 0 },
    { what: 'unknown, as it is in a stream', riffSize: 0xffff_ffff, dataSize: 0xffff_ffff },
    { what: 'more than there is, as it is after a full disk', riffSize: 99_999, dataSize: 90_000 },
  ])('reads to the end when the length in the header is $what', ({ riffSize, dataSize }) => {
    const wav = makeTone({ hz: 523, seconds: 0.5, rate: 8000 })
    wav.writeUInt32LE(riffSize, RIFF_SIZE)
    wav.writeUInt32LE(dataSize, DATA_SIZE)
    // The recorder was stopped inside a sample.
    expect(readWav(wav.subarray(0, -1)).samples).toHaveLength(3999)
  })

  it('passes over chunks that it does not know, before and after the sound', () => {
    const [fmt, odd] = [format({ code: 1, channels: 1, bits: 16 }), chunk('PEAK', Buffer.from('odd'))]
    const wav = riff(odd, fmt, odd, chunk('data', Buffer.from([0, 0x40])), chunk('LIST', Buffer.from('more')))
    expect([...readWav(wav).samples]).toEqual([0.5])
  })

  it('mixes channels, and reads the extensible format', () => {
    const rest = Buffer.concat([Buffer.from([22, 0, 16, 0, 3, 0, 0, 0, 1, 0]), Buffer.alloc(14)])
    const fmt = format({ code: 0xfffe, channels: 2, bits: 16, rest })
    expect([...readWav(riff(fmt, chunk('data', Buffer.from([0, 0x40, 0, 0x20])))).samples]).toEqual([0.375])
  })

  it.each([
    { bits: 8, code: 1, bytes: [192] },
    { bits: 24, code: 1, bytes: [0, 0, 0x40] },
    { bits: 32, code: 1, bytes: [0, 0, 0, 0x40] },
    { bits: 32, code: 3, bytes: [0, 0, 0, 0x3f] },
  ])('reads $bits bits of format $code', ({ bits, code, bytes }) => {
    const wav = riff(format({ code, channels: 1, bits }), chunk('data', Buffer.from(bytes)))
    expect([...readWav(wav).samples]).toEqual([0.5])
  })

  it.each([
    ['an empty file', Buffer.alloc(0)],
    ['another kind of file', Buffer.from('OggS and so on, for some length')],
    ['no sound', riff(format({ code: 1, channels: 1, bits: 16 }))],
    ['sound without its format', riff(chunk('data', Buffer.alloc(8)))],
    [
      'a format that it does not read',
      riff(format({ code: 7, channels: 1, bits: 8 }), chunk('data', Buffer.alloc(8))),
    ],
    ['no channels', riff(format({ code: 1, channels: 0, bits: 16 }), chunk('data', Buffer.alloc(8)))],
  ])('refuses %s', (_what, wav) => {
    expect(() => readWav(wav)).toThrow(WavUnreadable)
  })
})
