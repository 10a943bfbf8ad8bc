import type { AudioDevice } from '../../domain/audio-devices.ts'
import type { Problem } from '../../domain/problem.ts'
import { ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { Microphone } from '../../ports/call-audio.ts'
import type { Undo } from '../../ports/undo.ts'
import type { DeviceChoices } from './device-choices.ts'

/** What a microphone is; the system's own may be another one later. */
interface Source {
  readonly device: AudioDevice | undefined
  readonly system: string
}

export interface LiveMicrophoneNeeds {
  readonly choices: Pick<DeviceChoices, 'inUse' | 'hasSome' | 'systemMicrophone' | 'onUpdate'>
  readonly open: (device: AudioDevice | undefined) => Promise<Result<MediaStreamTrack, Problem>>
  readonly onClosed: () => void
}

interface Opened {
  readonly track: MediaStreamTrack
  readonly source: Source
}

const sourceOf = (choices: LiveMicrophoneNeeds['choices']): Source => ({
  device: choices.inUse('microphone'),
  system: choices.systemMicrophone(),
})

/** The system's own is another one only where the system says so. */
const isSame = (one: Source, other: Source): boolean =>
  one.device || other.device ? one.device?.id === other.device?.id : one.system === other.system

type Opening = Promise<Result<Opened, Problem>>

async function openExactly(source: Source, { open }: Pick<LiveMicrophoneNeeds, 'open'>): Opening {
  const opened = await open(source.device)
  return opened.ok ? ok({ track: opened.value, source }) : opened
}

/** Opens the device of choice; the system's own where that has gone since the last look. */
export async function openSource(needs: Pick<LiveMicrophoneNeeds, 'choices' | 'open'>): Opening {
  const source = sourceOf(needs.choices)
  const opened = await openExactly(source, needs)
  const hasGone = !opened.ok && opened.problem.code === 'microphone-missing'
  return source.device && hasGone ? openExactly({ ...source, device: undefined }, needs) : opened
}

/** Milliseconds until a device is tried again that cannot be had, while another one serves. */
const retryPause = 2_000

/** An open microphone that follows the agent's choice, and takes another device when its own has gone. */
export class LiveMicrophone implements Microphone {
  readonly #needs: LiveMicrophoneNeeds
  readonly #listeners = new Set<(track: MediaStreamTrack) => void>()
  readonly #stopFollowing: Undo
  #track: MediaStreamTrack
  #source: Source
  #retryAt = 0
  #isSwapping = false
  #isClosed = false

  constructor({ track, source }: Opened, needs: LiveMicrophoneNeeds) {
    this.#needs = needs
    this.#track = track
    this.#source = source
    this.#stopFollowing = needs.choices.onUpdate(() => void this.#follow())
    track.addEventListener('ended', this.#onEnded)
  }

  get track(): MediaStreamTrack {
    return this.#track
  }

  onReplaced(listener: (track: MediaStreamTrack) => void): Undo {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  close(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#stopFollowing()
    this.#listeners.clear()
    this.#letGo(this.#track)
    this.#needs.onClosed()
  }

  readonly #onEnded = (): void => void this.#follow()

  /** One swap at a time; a choice that changes meanwhile is followed at the next look. */
  async #follow(): Promise<void> {
    const wanted = sourceOf(this.#needs.choices)
    if (this.#isSwapping || this.#isClosed || !this.#isWorthIt(wanted)) return
    this.#isSwapping = true
    const opened = this.#isGone ? await openSource(this.#needs) : await openExactly(wanted, this.#needs)
    this.#isSwapping = false
    if (opened.ok) this.#replace(opened.value)
    else this.#retryAt = performance.now() + retryPause
  }

  get #isGone(): boolean {
    return this.#track.readyState === 'ended'
  }

  #isWorthIt(wanted: Source): boolean {
    if (this.#isGone) return this.#needs.choices.hasSome('microphone')
    // The first look at the devices only tells which one the system's own has been all along.
    if (this.#source.system === '') this.#source = { ...this.#source, system: wanted.system }
    if (isSame(wanted, this.#source)) return false
    return performance.now() >= this.#retryAt
  }

  #replace({ track, source }: Opened): void {
    this.#source = source
    if (this.#isClosed) {
      track.stop()
      return
    }
    const old = this.#track
    // Whoever was muted stays so, from the new track's first sample.
    track.enabled = old.enabled
    this.#track = track
    track.addEventListener('ended', this.#onEnded)
    for (const listener of [...this.#listeners]) listener(track)
    this.#letGo(old)
  }

  #letGo(track: MediaStreamTrack): void {
    track.removeEventListener('ended', this.#onEnded)
    track.stop()
  }
}
