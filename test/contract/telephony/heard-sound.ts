import { MU_LAW_SAMPLES } from '../../servers/mu-law.ts'
import { toneAt } from '../../servers/tone.ts'

const rate = 8000
/** Samples. What comes later than this after the sound before it comes after a pause; less is a link's unevenness. */
const pause = rate / 10

/** Seconds in which a tone was there, within this sound at 8,000 samples a second. */
export const secondsOf = (samples: Float32Array, hertz: number): number =>
  toneAt({ samples, rate }, hertz).filter(({ part }) => part >= 0.5).length / 10

/** What somebody hears, by the clock on the wall: where nothing came there is silence of the same length. */
export class HeardSound {
  readonly #begun = performance.now()
  readonly #samples: number[] = []

  /** µ-law has come in. */
  take(sound: Uint8Array): void {
    const now = Math.round(((performance.now() - this.#begun) * rate) / 1000)
    if (now - this.#samples.length > pause)
      for (let at = this.#samples.length; at < now; at += 1) this.#samples.push(0)
    for (const byte of sound) this.#samples.push(MU_LAW_SAMPLES[byte] ?? 0)
  }

  seconds(hertz: number): number {
    return secondsOf(Float32Array.from(this.#samples), hertz)
  }
}
