import { EventEmitter } from 'node:events'

import { NotImitatedError, strict } from './not-imitated.ts'

export type Listener = (...args: unknown[]) => void

/** The part of Node's EventEmitter that Electron's objects are used with; an unknown event's name throws. */
export class ImitatedEmitter {
  readonly #name: string
  readonly #known: readonly string[]
  readonly #events = new EventEmitter()

  constructor(name: string, known: readonly string[]) {
    this.#name = name
    this.#known = known
  }

  on(event: string, listener: Listener): this {
    this.#check(event)
    this.#events.on(event, listener)
    return this
  }

  once(event: string, listener: Listener): this {
    this.#check(event)
    this.#events.once(event, listener)
    return this
  }

  off(event: string, listener: Listener): this {
    this.#check(event)
    this.#events.off(event, listener)
    return this
  }

  removeListener(event: string, listener: Listener): this {
    return this.off(event, listener)
  }

  emit(event: string, ...args: unknown[]): boolean {
    this.#check(event)
    return this.#events.emit(event, ...args)
  }

  listenerCount(event: string): number {
    this.#check(event)
    return this.#events.listenerCount(event)
  }

  #check(event: string): void {
    if (!this.#known.includes(event)) throw new NotImitatedError(`the event '${event}' of ${this.#name}`)
  }
}

/** An event that its listeners may prevent, with its `details` as Electron gives them: on the event itself. */
export class PreventableEvent {
  defaultPrevented = false

  preventDefault(): void {
    this.defaultPrevented = true
  }
}

export function createEvent(details: object = {}): PreventableEvent {
  return strict('event', Object.assign(new PreventableEvent(), details))
}
