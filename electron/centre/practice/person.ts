import type { RtpClock } from './rtp-clock.ts'
import type { SaidLine, ScriptedSpeech } from './scripted-speech.ts'
import type { CallerCard, Party, Talk } from './talk.ts'

export interface PersonMeans {
  readonly name: string
  readonly card: CallerCard
  readonly speech: ScriptedSpeech
  readonly rtpClock: RtpClock
  readonly onSound: (sound: Uint8Array) => void
  /** Of somebody whose words are written down: the language in which they speak. */
  readonly writtenIn?: string | undefined
}

/** A customer or a colleague: says their lines to whoever they are connected with. */
export class Person implements Party {
  readonly #means: PersonMeans
  readonly #goneListeners = new Set<() => void>()
  #talk: Talk | undefined
  #stopTicking: (() => void) | undefined
  #isGone = false
  #isHeld = false
  #holds = false
  #isQuiet = false
  #lines = 0

  constructor(means: PersonMeans) {
    this.#means = means
  }

  get name(): string {
    return this.#means.name
  }

  get card(): CallerCard {
    return this.#means.card
  }

  enter(talk: Talk): void {
    if (this.#talk) this.#means.speech.startOver()
    this.#stopTicking?.()
    this.#stopTicking = undefined
    this.#talk = talk
    this.#isHeld = false
    if (this.#isGone) talk.leave(this)
    else if (this.#holds) talk.hold(this, true)
  }

  whenReady(action: () => void): void {
    action()
  }

  begin(): void {
    this.#stopTicking ??= this.#means.rtpClock.add(() => this.#tick())
  }

  hear(sound: Uint8Array): void {
    this.#means.speech.hear(sound)
    this.#means.onSound(sound)
  }

  /** Nobody reads while they talk. */
  read(): void {}

  otherHolds(held: boolean): void {
    this.#isHeld = held
  }

  otherLeft(): void {
    this.hangUp()
  }

  whenGone(action: () => void): () => void {
    this.#goneListeners.add(action)
    return () => {
      this.#goneListeners.delete(action)
    }
  }

  hangUp(): void {
    if (this.#isGone) return
    this.#isGone = true
    this.#stopTicking?.()
    this.#talk?.leave(this)
    for (const listener of [...this.#goneListeners]) listener()
  }

  /** Puts the other end on hold, or comes back. */
  hold(holds: boolean): void {
    if (holds === this.#holds) return
    this.#holds = holds
    this.#talk?.hold(this, holds)
  }

  /** Sends no packets at all while quiet, as telephones with silence suppression do (RFC 3551 §4.1). */
  hush(quiet: boolean): void {
    this.#isQuiet = quiet
  }

  #write(said: SaidLine | undefined): void {
    const { name, writtenIn } = this.#means
    if (!said || writtenIn === undefined) return
    // Counted on when they say it all again, to somebody else: no line has the id of another.
    this.#lines += 1
    this.#talk?.write(this, { ...said, id: `${name}-${this.#lines}`, side: 'customer', language: writtenIn })
  }

  #tick(): void {
    const { speech } = this.#means
    const pauses = this.#isHeld || this.#holds || this.#isQuiet
    const frame = speech.speak(pauses)
    if (!pauses) this.#talk?.say(this, frame)
    this.#write(speech.said)
    if (speech.isOver) this.hangUp()
  }
}
