import { readFileSync } from 'node:fs'

import { readWav } from '../servers/wav.ts'

/** Seconds of a window: short enough to see words, long enough not to see single waves. */
const windowSeconds = 0.05
/** Speech goes up and down several decibels between windows; a steady tone or a hum does not. */
const speechRms = 0.02

/** How long something as loud as a person was heard in a recording. */
export function loudness(file: string): { readonly secondsOfSpeech: number } {
  const { rate, samples } = readWav(readFileSync(file))
  const size = Math.round(rate * windowSeconds)
  let loud = 0
  for (let start = 0; start + size <= samples.length; start += size) {
    let energy = 0
    for (const sample of samples.subarray(start, start + size)) energy += sample * sample
    if (Math.sqrt(energy / size) > speechRms) loud += 1
  }
  return { secondsOfSpeech: loud * windowSeconds }
}
