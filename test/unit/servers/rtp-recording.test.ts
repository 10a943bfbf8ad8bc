import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { muLawTone } from '../../contract/telephony/mu-law-tone.ts'
import { RtpRecording } from '../../servers/rtp-recording.ts'
import { toneAt } from '../../servers/tone.ts'
import { readWav } from '../../servers/wav.ts'

const TONE = Buffer.from(muLawTone(500, 1))

function packet(payload: Buffer, { type = 0, time = 0, extended = false } = {}): Buffer {
  const header = Buffer.alloc(12)
  header.writeUInt8(extended ? 0x90 : 0x80, 0)
  header.writeUInt8(type, 1)
  header.writeUInt32BE(time, 4)
  const extension = extended ? Buffer.from([0xbe, 0xde, 0, 1, 1, 2, 3, 4]) : Buffer.alloc(0)
  return Buffer.concat([header, extension, payload])
}

describe('a recording of received packets', () => {
  it('has the sound where it came, and a pause of its own length where none came', () => {
    const recording = new RtpRecording(1000)
    // 200 ms of sound from 300 ms on, unevenly, then none for 400 ms, then 200 ms again.
    for (const begin of [1300, 1900]) {
      for (let index = 0; index < 10; index += 1) {
        const uneven = index % 2 === 0 ? 0 : 12
        const sound = TONE.subarray(index * 160, index * 160 + 160)
        recording.take(begin + index * 20 + uneven, packet(sound, { extended: index > 5 }))
      }
    }
    const heard = toneAt(readWav(recording.wav()), 500).map(({ part }) => part > 0.9)
    expect(heard).toEqual([false, false, false, true, true, false, false, false, false, true, true])
  })

  it('takes each key once, however often its packets come', () => {
    const recording = new RtpRecording(0)
    for (const [key, time] of [
      [1, 100],
      [1, 100],
      [1, 900],
      [11, 1700],
    ] as const) {
      recording.take(0, packet(Buffer.from([key, 10, 0, 160]), { type: 101, time }))
    }
    expect(recording.digits()).toBe('11#')
  })

  it('passes over whatever else comes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.double({ noNaN: true }), (bytes, arrived) => {
        const recording = new RtpRecording(0)
        recording.take(arrived, Buffer.from(bytes))
        expect(recording.wav().length).toBeGreaterThanOrEqual(44)
      }),
    )
  })
})
