import type { Disk } from './disk.ts'
import type { Answer, Effect, QueueEvent } from './routing/events.ts'
import { step } from './routing/step.ts'
import type { QueueState } from './routing/state.ts'
import type { QueueSite } from './site.ts'
import { roomOfEffect } from './wire/perform.ts'

export interface CoreMeans {
  readonly site: QueueSite
  readonly disk: Disk
  readonly now: () => number
  readonly newId: () => string
  readonly perform: (effect: Effect) => Promise<void>
  readonly log: (line: string) => void
}

export interface Happened {
  readonly answer: Answer
  /** The new state is on the disk, and what follows from it has begun. */
  readonly begun: Promise<unknown>
  /** Whoever was let into a room can enter it. */
  readonly admitted: Promise<unknown>
}

/** The one place where the queue's state changes: first the disk, then what follows, and in each room in order. */
export class Core {
  readonly #means: CoreMeans
  #state: QueueState
  #last: Promise<unknown> = Promise.resolve()
  readonly #rooms = new Map<string, Promise<void>>()

  constructor(state: QueueState, means: CoreMeans) {
    this.#state = state
    this.#means = means
  }

  get state(): QueueState {
    return this.#state
  }

  happen(event: QueueEvent): Happened {
    const { site, disk, now, newId } = this.#means
    const { state, effects, answer } = step(this.#state, event, { at: now(), site, newId })
    if (state === this.#state && effects.length === 0) {
      const nothing = Promise.resolve()
      return { answer, begun: nothing, admitted: nothing }
    }
    this.#state = state
    const saved = disk.commit(state)
    const begun = this.#last
      .then(() => saved)
      .then(() => effects.map((effect) => ({ effect, finished: this.#begin(effect) })))
    this.#last = begun
    const admitted = begun.then((all) =>
      Promise.all(all.filter(({ effect }) => effect.kind === 'admit').map(({ finished }) => finished)),
    )
    return { answer, begun, admitted }
  }

  /** When everything that has begun is finished. */
  async settled(): Promise<void> {
    await this.#last
    await Promise.all(this.#rooms.values())
  }

  #begin(effect: Effect): Promise<void> {
    const room = roomOfEffect(effect)
    if (room === undefined) return this.#perform(effect)
    const finished = (this.#rooms.get(room) ?? Promise.resolve()).then(() => this.#perform(effect))
    this.#rooms.set(room, finished)
    void finished.then(() => {
      if (this.#rooms.get(room) === finished) this.#rooms.delete(room)
    })
    return finished
  }

  async #perform(effect: Effect): Promise<void> {
    try {
      await this.#means.perform(effect)
    } catch (error) {
      // A bug; the next customers must not wait for it.
      this.#means.log(`BROKEN in ${effect.kind}: ${error instanceof Error ? error.name : 'unknown'}`)
    }
  }
}
