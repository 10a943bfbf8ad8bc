import type { Problem } from '../../domain/problem.ts'
import type { Result } from '../../domain/result.ts'
import type { CallAudio, Microphone } from '../../ports/call-audio.ts'

type Opened = Promise<Result<Microphone, Problem>>

/** One call's microphone: opened while it rings, and closed with the call. */
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
    const wasPrepared = this.#opening !== undefined
    const first = await (this.#opening ??= this.#openNow())
    // Refused before, or unplugged since: what counts is now. Whoever has gone needs none, and nobody is asked twice.
    if (this.#closed || !wasPrepared || (first.ok && first.value.track.readyState === 'live')) return first
    if (first.ok) first.value.close()
    this.#opening = this.#openNow()
    return this.#opening
  }

  /** Whenever it opens: after the call, it is closed at once. */
  async #openNow(): Opened {
    const microphone = await this.#audio.openMicrophone()
    if (microphone.ok && this.#closed) microphone.value.close()
    return microphone
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    void this.#opening?.then((microphone) => microphone.ok && microphone.value.close())
  }
}
