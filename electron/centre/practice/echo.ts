import type { CallerCard, Party, Talk } from './talk.ts'

/** Sends back what it hears, as it comes. */
export class Echo implements Party {
  readonly name: string
  readonly card: CallerCard
  #talk: Talk | undefined
  readonly #goneListeners = new Set<() => void>()

  constructor(extension: string) {
    this.name = extension
    this.card = { number: extension, name: 'Echo', headers: [] }
  }

  enter(talk: Talk): void {
    this.#talk = talk
  }

  whenReady(action: () => void): void {
    action()
  }

  /** It speaks only when spoken to. */
  begin(): void {}

  hear(sound: Uint8Array): void {
    this.#talk?.say(this, sound)
  }

  /** It sends back sound, and nothing else. */
  read(): void {}

  /** Whoever is on hold says nothing, and so does the echo. */
  otherHolds(): void {}

  otherLeft(): void {
    for (const listener of [...this.#goneListeners]) listener()
  }

  whenGone(action: () => void): () => void {
    this.#goneListeners.add(action)
    return () => {
      this.#goneListeners.delete(action)
    }
  }
}
