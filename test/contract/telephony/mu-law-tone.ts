/** ITU-T G.711 µ-law, the encoder: this side of the codec is nowhere in the desk, so it is written here again. */
function encode(linear: number): number {
  const sign = linear < 0 ? 0x80 : 0
  const magnitude = Math.min(Math.abs(Math.round(linear)), 32_635) + 132
  const exponent = Math.floor(Math.log2(magnitude)) - 7
  const mantissa = (magnitude >> (exponent + 3)) & 0x0f
  return ~(sign | (exponent << 4) | mantissa) & 0xff
}

/** A tone at 8,000 samples a second, at a third of full scale. */
export const muLawTone = (hertz: number, seconds: number): Uint8Array =>
  Uint8Array.from({ length: seconds * 8000 }, (_, index) =>
    encode(Math.sin((2 * Math.PI * hertz * index) / 8000) * 10_000),
  )
