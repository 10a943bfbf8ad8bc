/** Decibels of full scale below which nothing is heard: the noise of a good microphone. */
const floor = -60

/** Loudness as people feel it, in decibels, from 0 (−60 dB of full scale and less) to 1 (full scale). */
export function perceivedLevel(samples: Float32Array): number {
  const energy = samples.reduce((sum, sample) => sum + sample * sample, 0)
  if (samples.length === 0 || energy === 0) return 0
  return levelAt(10 * Math.log10(energy / samples.length))
}

/** Where so many decibels of full scale (RMS) lie on that scale. */
export const levelAt = (decibels: number): number => Math.min(1, Math.max(0, 1 - decibels / floor))

/** How loud it is now, over the analyser's last samples (2048 by itself, some 43 ms). */
export function levelOf(analyser: AnalyserNode): number {
  const samples = new Float32Array(analyser.fftSize)
  analyser.getFloatTimeDomainData(samples)
  return perceivedLevel(samples)
}
