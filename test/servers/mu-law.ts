/** ITU-T G.711 µ-law, the decoder: a sample of −1 to 1 for every byte. */
export const MU_LAW_SAMPLES: Float32Array = Float32Array.from({ length: 256 }, (_, byte) => {
  const code = ~byte & 0xff
  const magnitude = ((((code & 0x0f) << 3) + 132) << ((code >> 4) & 0x07)) - 132
  return (code & 0x80 ? -magnitude : magnitude) / 32_768
})
