import { readFileSync } from 'node:fs'

import { readWav, writeWav, type Wav } from './wav.ts'

/**
 * Sound is looked at in windows of 100 ms. A tone is then told from its neighbours 10 Hz away or more, since a window
 * of T seconds separates frequencies 1/T apart.
 */
const WINDOWS_PER_SECOND = 10
/** Root mean square below which a window is silence, −54 dB of full scale: what G.711 makes of silence is below it. */
const SILENCE = 0.002

export type ToneSetup = {
  readonly hz: number
  readonly seconds: number
  /** Samples a second: 8000 for telephones, 48000 for sound devices. */
  readonly rate: number
  /** 0 to 1 of full scale; default 0.3. */
  readonly amplitude?: number
}

/** A WAV file (mono, 16 bits) with one steady tone. */
export function makeTone({ hz, seconds, rate, amplitude = 0.3 }: ToneSetup): Buffer {
  const step = (2 * Math.PI * hz) / rate
  const samples = Float32Array.from(
    { length: Math.round(seconds * rate) },
    (_, n) => amplitude * Math.sin(step * n),
  )
  return writeWav({ rate, samples })
}

export type ToneWindow = {
  /** Seconds from the beginning of the recording to the beginning of the window. */
  readonly at: number
  /** The tone's part of the window's energy, 0 to 1; 0 in silence. */
  readonly part: number
  /** The window's root mean square, 0 to 1 of full scale. */
  readonly level: number
}

/** How strong a tone is in each 100 ms of a recording. An unfinished last window is left out. */
export function toneAt({ samples, rate }: Pick<Wav, 'samples' | 'rate'>, hz: number): ToneWindow[] {
  const length = Math.round(rate / WINDOWS_PER_SECOND)
  return Array.from({ length: Math.floor(samples.length / length) }, (_, index) => {
    const window = samples.subarray(index * length, (index + 1) * length)
    const energy = window.reduce((sum, sample) => sum + sample * sample, 0)
    const level = Math.sqrt(energy / length)
    // A whole tone of amplitude a has energy a²N/2 and, at its frequency, power (aN/2)².
    const part = level < SILENCE ? 0 : Math.min(1, (2 * powerAt(window, hz / rate)) / (energy * length))
    return { at: index / WINDOWS_PER_SECOND, part, level }
  })
}

/** Goertzel's algorithm: |X(f)|², where `frequency` is in cycles a sample. */
function powerAt(samples: Float32Array, frequency: number): number {
  const turn = 2 * Math.cos(2 * Math.PI * frequency)
  let last = 0
  let beforeLast = 0
  for (const sample of samples) {
    const next = sample + turn * last - beforeLast
    beforeLast = last
    last = next
  }
  return last * last + beforeLast * beforeLast - turn * last * beforeLast
}

export type HeardTone = {
  /** How long the tone was there: the windows in which it had at least the asked part of the energy. */
  readonly seconds: number
  /** The tone's part of the energy of the whole recording, 0 to 1. */
  readonly share: number
}

/**
 * Looks for a tone in a WAV file, which may still be being written.
 * @param least part of a window's energy that the tone needs to count as heard; default 0.5. Two equal tones at once
 *   have 0.5 each, so ask for less where people are mixed.
 * @throws WavUnreadable
 */
export function heardTone(file: string, hz: number, least = 0.5): HeardTone {
  const windows = toneAt(readWav(readFileSync(file)), hz)
  const total = windows.reduce((sum, { level }) => sum + level * level, 0)
  const tone = windows.reduce((sum, { level, part }) => sum + level * level * part, 0)
  const count = windows.filter(({ part }) => part >= least).length
  return { seconds: count / WINDOWS_PER_SECOND, share: total === 0 ? 0 : tone / total }
}
