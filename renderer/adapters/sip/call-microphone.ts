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
    this.#opening ??= this.#openNow()
  }

  async open(): Opened {
    const first = await (this.#opening ??= this.#openNow())
    // Refused before, or unplugged since: what counts is now. Whoever has gone needs none.
    if (this.#closed || (first.ok && isLive(first.value))) return first
    this.#opening = this.#openNow()
    return this.#opening
  }

  /** Whenever it opens: after the call, it is closed at once. */
  async #openNow(): Opened {
    const microphone = await this.#audio.openMicrophone()
    if (microphone.ok && this.#closed) stop(microphone.value)
    return microphone
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    void this.#opening?.then((microphone) => microphone.ok && stop(microphone.value))
  }
}

const stop = (stream: MediaStream): void => stream.getTracks().forEach((track) => track.stop())
