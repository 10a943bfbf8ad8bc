import { MU_LAW_SAMPLES } from './mu-law.ts'
import { writeWav } from './wav.ts'

const RATE = 8000
/** G.711 µ-law (RFC 3551), and DTMF as everybody numbers it here (RFC 4733). */
const PCMU = 0
const TELEPHONE_EVENT = 101
const DIGITS = '0123456789*#ABCD'
/** A packet that is later than this after the one before it comes after a pause; less is a link's unevenness. */
const PAUSE_SAMPLES = RATE / 10
/** Ten minutes. */
const LONGEST_SAMPLES = RATE * 600

/**
 * Writes down received RTP packets by the clock on the wall: where none came (hold, a broken link) there is silence, of
 * the same length.
 */
export class RtpRecording {
  readonly #begun: number
  #samples = new Float32Array(RATE)
  #length = 0
  #digits = ''
  #eventTime = -1

  /** @param begun milliseconds of the same clock as the packets' arrivals. */
  constructor(begun: number) {
    this.#begun = begun
  }

  /** Takes the next packet (RFC 3550 section 5.1); what is none, or holds no sound, is passed over. */
  take(arrived: number, packet: Buffer): void {
    const sound = readRtp(packet)
    if (sound === undefined) return
    if (sound.type === PCMU) this.#hear(arrived, sound.payload)
    else if (sound.type === TELEPHONE_EVENT) this.#key(sound.time, sound.payload)
  }

  digits(): string {
    return this.#digits
  }

  /** A mono WAV at 8000 Hz, from the beginning to the last packet. */
  wav(): Buffer {
    return writeWav({ rate: RATE, samples: this.#samples.subarray(0, this.#length) })
  }

  #hear(arrived: number, payload: Buffer): void {
    const now = Math.round(((arrived - this.#begun) * RATE) / 1000)
    const at = now - this.#length > PAUSE_SAMPLES ? now : this.#length
    if (at < 0 || at + payload.length > LONGEST_SAMPLES) return
    this.#grow(at + payload.length)
    for (const [index, byte] of payload.entries()) this.#samples[at + index] = MU_LAW_SAMPLES[byte] ?? 0
    this.#length = at + payload.length
  }

  /** Every packet of one event has the same time. */
  #key(time: number, payload: Buffer): void {
    if (time === this.#eventTime || payload.length < 4) return
    this.#eventTime = time
    this.#digits += DIGITS[payload.readUInt8(0)] ?? ''
  }

  #grow(length: number): void {
    if (length <= this.#samples.length) return
    const longer = new Float32Array(2 * length)
    longer.set(this.#samples)
    this.#samples = longer
  }
}

type Rtp = { readonly type: number; readonly time: number; readonly payload: Buffer }

function readRtp(packet: Buffer): Rtp | undefined {
  if (packet.length < 12 || packet.readUInt8(0) >> 6 !== 2) return undefined
  const sources = packet.readUInt8(0) & 0x0f
  const extended = (packet.readUInt8(0) & 0x10) !== 0
  let start = 12 + 4 * sources
  if (extended) {
    if (packet.length < start + 4) return undefined
    start += 4 + 4 * packet.readUInt16BE(start + 2)
  }
  const type = packet.readUInt8(1) & 0x7f
  return { type, time: packet.readUInt32BE(4), payload: packet.subarray(start) }
}
