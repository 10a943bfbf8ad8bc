/** ITU-T G.711, µ-law: one byte for each of 8,000 samples a second. */
export const samplesPerMillisecond = 8

/** One RTP packet of sound. */
export const frameMilliseconds = 20
export const frameBytes = frameMilliseconds * samplesPerMillisecond

/** Positive zero in µ-law: the softest sound there is. */
const silence = 0xff

/** A linear sample from -32,124 to 32,124 for each µ-law byte (ITU-T G.711 table 2a, scaled to 16 bits). */
const linear = Int16Array.from({ length: 256 }, (_, code) => {
  const bits = ~code & 0xff
  const magnitude = (((bits & 0x0f) << 3) + 0x84) << ((bits >> 4) & 0x07)
  return bits & 0x80 ? 0x84 - magnitude : magnitude - 0x84
})

/** 20 ms in which nothing is heard. */
export const silentFrame: Uint8Array = new Uint8Array(frameBytes).fill(silence)

/** Frame `index` of a recording; the last one is filled up with silence, and past the end all is silence. */
export function frameAt(recording: Uint8Array, index: number): Uint8Array {
  const sound = recording.subarray(index * frameBytes, (index + 1) * frameBytes)
  if (sound.length === frameBytes) return sound
  const frame = silentFrame.slice()
  frame.set(sound)
  return frame
}

/** How loud µ-law sound is: root mean square in dB below full scale; -Infinity for true silence or no sound. */
export function loudness(sound: Uint8Array): number {
  let sum = 0
  for (const code of sound) sum += (linear[code] ?? 0) ** 2
  return 10 * Math.log10(sum / Math.max(sound.length, 1) / 32_768 ** 2)
}
