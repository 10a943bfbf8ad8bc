import { writeWav } from '../../servers/wav.ts'

/** Seconds: as long as syllables and the gaps between them. */
const on = 0.35
const usualGap = 0.25

/**
 * A WAV of a tone that comes and goes as speech does, at 48,000 samples a second. The desk's noise suppression takes a
 * steady tone for a fan, and rightly removes it.
 */
export function speechLikeTone(hertz: number, seconds: number, gap = usualGap): Buffer {
  const rate = 48_000
  const samples = Float32Array.from({ length: seconds * rate }, (_, index) => {
    const time = index / rate
    return time % (on + gap) < on ? Math.sin(2 * Math.PI * hertz * time) * 0.3 : 0
  })
  return writeWav({ rate, samples })
}
