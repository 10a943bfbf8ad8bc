import type { AudioRole } from '../../domain/audio-devices.ts'
import type { DeskSound } from '../../ports/call-audio.ts'

/** Tones that sound together, in seconds from the tune's beginning. */
interface Note {
  readonly hertz: readonly number[]
  readonly from: number
  readonly to: number
}

export interface Tune {
  readonly role: AudioRole
  /** Seconds; then it begins again, unless it is played once. */
  readonly length: number
  readonly repeats: boolean
  /** 0 to 1, of each tone. */
  readonly loudness: number
  readonly notes: readonly Note[]
}

export type TuneName = DeskSound | 'try-out'

/** Made here, so that there is nothing to load when a customer waits. */
export const tunes: Readonly<Record<TuneName, Tune>> = {
  // Two soft notes and a rest, so that a home does not jump at it.
  ring: {
    role: 'ringer',
    length: 2.4,
    repeats: true,
    loudness: 0.22,
    notes: [
      { hertz: [659.25], from: 0, to: 0.35 },
      { hertz: [830.61], from: 0.4, to: 0.9 },
    ],
  },
  // Well below speech, which is around 0.2: the agent goes on listening to the customer.
  'call-waiting': {
    role: 'speaker',
    length: 4,
    repeats: true,
    loudness: 0.05,
    notes: [{ hertz: [440], from: 0, to: 0.25 }],
  },
  // The two tones of North America (ITU-T E.180, supplement 2), where most who dial from this desk have learnt them.
  ringback: {
    role: 'speaker',
    length: 6,
    repeats: true,
    loudness: 0.06,
    notes: [{ hertz: [440, 480], from: 0, to: 2 }],
  },
  busy: {
    role: 'speaker',
    length: 1,
    repeats: true,
    loudness: 0.06,
    notes: [{ hertz: [480, 620], from: 0, to: 0.5 }],
  },
  'try-out': {
    role: 'speaker',
    length: 1.2,
    repeats: false,
    loudness: 0.16,
    notes: [
      { hertz: [523.25], from: 0, to: 0.3 },
      { hertz: [659.25], from: 0.3, to: 0.6 },
      { hertz: [783.99], from: 0.6, to: 1.1 },
    ],
  },
}

/** Seconds in which a note comes and goes: one that begins at once clicks. */
const fade = 0.03

/** One round of a tune, as samples from −1 to 1. */
export function renderTune({ length, loudness, notes }: Tune, rate: number): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(Math.round(length * rate))
  for (const { hertz, from, to } of notes) {
    const end = Math.min(Math.round(to * rate), samples.length)
    for (let index = Math.round(from * rate); index < end; index += 1) {
      const time = index / rate - from
      const envelope = Math.max(0, Math.min(1, time / fade, (to - from - time) / fade))
      const sound = hertz.reduce((sum, one) => sum + Math.sin(2 * Math.PI * one * time), 0)
      samples[index] = (samples[index] ?? 0) + sound * envelope * loudness
    }
  }
  return samples
}
