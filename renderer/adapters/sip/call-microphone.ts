import type { Problem } from '../../domain/problem.ts'
import type { Result } from '../../domain/result.ts'
import type { CallAudio } from '../../ports/call-audio.ts'

type Opened = Promise<Result<MediaStream, Problem>>

const isLive = (stream: MediaStream): boolean =>
  stream.getTracks().every(({ readyState }) => readyState === 'live')

/** One call's microphone: opened while it rings, and closed with the call unless the session's media took it over. */
export class CallMicrophone {
  readonly #audio: Pick<CallAudio, 'openMicrophone'>
  #opening: Opened | undefined
  #closed = false

  constructor(audio: Pick<CallAudio, 'openMicrophone'>) {
    this.#audio = audio
  }

  /** Opens it ahead of the answer; a failure is told by `open`, which tries again. */
  prepare(): void {
    this.#opening ??= this.#audio.openMicrophone().then((microphone) => {
      if (microphone.ok && this.#closed) stop(microphone.value)
      return microphone
    })
  }

  async open(): Opened {
    this.prepare()
    const first = await this.#opening
    // Refused before, or unplugged since: what counts is now.
    if (first?.ok && isLive(first.value)) return first
    const again = this.#audio.openMicrophone()
    this.#opening = again
    return again
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    void this.#opening?.then((microphone) => microphone.ok && stop(microphone.value))
  }
}

const stop = (stream: MediaStream): void => stream.getTracks().forEach((track) => track.stop())
