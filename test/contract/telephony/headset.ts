import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

import { startSoundDevices } from '../../servers/sound-devices.ts'
import type { SoundDevices } from '../../servers/sound-devices.ts'
import { heardTone } from '../../servers/tone.ts'
import { tones } from './far-end.ts'
import type { Tone } from './far-end.ts'
import { speechLikeTone } from './speech-like-tone.ts'

/** Seconds of each tone. */
export type Heard = Readonly<Record<Tone, number>>

/** Seconds for which the agent talks: longer than all cases of a file together. */
const talks = 300
/** Milliseconds. */
const look = 100
const patience = 8_000

/** The agent's own headset: PulseAudio's devices, with an agent who never stops talking. */
export class Headset {
  readonly devices: SoundDevices
  readonly #folder: string

  private constructor(devices: SoundDevices, folder: string) {
    this.devices = devices
    this.#folder = folder
  }

  /** What the customer does not hear of the agent was kept from them. */
  static async putOn(): Promise<Headset> {
    const folder = mkdtempSync(join(tmpdir(), 'foyer-headset-'))
    const devices = await startSoundDevices()
    const headset = new Headset(devices, folder)
    await headset.speak('agent')
    return headset
  }

  /** Into a device that a microphone picks up from. */
  async speak(tone: Tone, device = 'mouth'): Promise<void> {
    const file = join(this.#folder, `${tone}.wav`)
    writeFileSync(file, speechLikeTone(tones[tone], talks))
    await this.devices.play(file, device)
  }

  /** What is played on it in a second from now, or until there are `enough` seconds of a tone. */
  async listen(until?: { readonly tone: Tone; readonly enough: number }): Promise<Heard> {
    const file = join(this.#folder, 'headset.wav')
    rmSync(file, { force: true })
    const recording = await this.devices.record('headset', file)
    const seconds = (tone: Tone): number => heardTone(file, tones[tone]).seconds
    for (let waited = 0; waited < (until ? patience : 1_000); waited += look) {
      await delay(look)
      if (until && hasSound(file) && seconds(until.tone) > until.enough) break
    }
    await recording.stop()
    const names = Object.keys(tones) as Tone[]
    return Object.fromEntries(names.map((tone) => [tone, seconds(tone)])) as Heard
  }

  async takeOff(): Promise<void> {
    await this.devices.stop()
    rmSync(this.#folder, { recursive: true })
  }
}

const hasSound = (file: string): boolean => existsSync(file) && readFileSync(file).length > 1_000
