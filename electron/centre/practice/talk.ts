import type { SpokenLine } from './words-telling.ts'

/** What an agent is told of whoever calls. */
export interface CallerCard {
  /** E.164, or an extension. */
  readonly number: string
  readonly name: string
  /** Whole lines, such as `X-Queue: …`. */
  readonly headers: readonly string[]
}

/** One end of a conversation: somebody with a script, an echo, or an agent's desk. */
export interface Party {
  /** A customer's id, an agent's user name, or an extension. */
  readonly name: string
  readonly card: CallerCard
  /** This end now belongs to that talk, and to no other. */
  enter(talk: Talk): void
  /** Runs `action` as soon as sound can flow to this end, or now. */
  whenReady(action: () => void): void
  /** Both ends are ready. */
  begin(): void
  /** µ-law from the other end has arrived. */
  hear(sound: Uint8Array): void
  /** What the other end has said, written down. */
  read(line: SpokenLine): void
  /** The other end neither listens nor speaks for a while, or does again. */
  otherHolds(held: boolean): void
  /** The other end has hung up. */
  otherLeft(): void
  /** Runs `action` when this end has hung up. The answer calls it off. */
  whenGone(action: () => void): () => void
}

/** Two who hear each other, until one hangs up or is connected with somebody else. */
export class Talk {
  readonly #ends: readonly [Party, Party]
  #isOver = false

  constructor(one: Party, other: Party) {
    this.#ends = [one, other]
    one.enter(this)
    other.enter(this)
    one.whenReady(() =>
      other.whenReady(() => {
        if (this.#isOver) return
        one.begin()
        other.begin()
      }),
    )
  }

  otherThan(end: Party): Party {
    return this.#ends[0] === end ? this.#ends[1] : this.#ends[0]
  }

  say(from: Party, sound: Uint8Array): void {
    if (!this.#isOver) this.otherThan(from).hear(sound)
  }

  write(from: Party, line: SpokenLine): void {
    if (!this.#isOver) this.otherThan(from).read(line)
  }

  hold(from: Party, held: boolean): void {
    if (!this.#isOver) this.otherThan(from).otherHolds(held)
  }

  /** `from` hangs up; the other end is told. */
  leave(from: Party): void {
    if (this.#isOver) return
    this.#isOver = true
    this.otherThan(from).otherLeft()
  }

  /** Both ends stay, but hear each other no more. */
  dissolve(): void {
    this.#isOver = true
  }
}
