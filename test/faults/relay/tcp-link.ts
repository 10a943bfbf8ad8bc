import type { Socket } from 'node:net'

import type { Random } from '../../../renderer/domain/seeded-random.ts'
import { drawDelay, type Delay } from './delay.ts'

export type OneWay = 'to-server' | 'to-client'

/** What the relay does to all of its connections at the moment. */
export type TcpConditions = {
  stalled: boolean
  /** Bytes that go this way come to nothing. */
  swallowed: OneWay | undefined
  delay: Delay
  readonly random: Random
}

/** Bytes that wait in one direction before the sender is made to wait, as a full TCP window does. */
const WINDOW = 1_048_576

/** `piece` undefined: the sender has finished. */
type Held = { readonly due: number; readonly piece: Buffer | undefined }

/** One direction of a relayed connection: bytes come out in order, late, or not at all while it is stalled. */
export class TcpDirection {
  readonly #from: Socket
  readonly #to: Socket
  readonly #conditions: TcpConditions
  readonly #onPassed: (bytes: number) => void
  readonly #way: OneWay
  readonly #held: Held[] = []
  #heldBytes = 0
  #timer: NodeJS.Timeout | undefined
  #hasLost = false

  constructor(
    ends: { readonly from: Socket; readonly to: Socket; readonly way: OneWay },
    conditions: TcpConditions,
    onPassed: (bytes: number) => void,
  ) {
    this.#from = ends.from
    this.#to = ends.to
    this.#way = ends.way
    this.#conditions = conditions
    this.#onPassed = onPassed
    ends.from.on('data', (piece: Buffer) => {
      this.#hold(piece)
    })
    ends.from.on('end', () => {
      this.#hold(undefined)
    })
    ends.to.on('drain', () => {
      this.follow()
    })
    this.follow()
  }

  /** To be called whenever the conditions have changed. */
  follow(): void {
    if (this.#conditions.stalled) this.#from.pause()
    else this.#pass()
  }

  /** Bytes were swallowed: what comes later would make no sense to the receiver. */
  get hasLost(): boolean {
    return this.#hasLost
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#held.length = 0
  }

  #hold(piece: Buffer | undefined): void {
    const due = performance.now() + drawDelay(this.#conditions.random, this.#conditions.delay)
    // TCP keeps the order: nothing overtakes what is later still.
    this.#held.push({ due: Math.max(due, this.#held.at(-1)?.due ?? 0), piece })
    this.#heldBytes += piece?.length ?? 0
    this.follow()
  }

  #pass(): void {
    clearTimeout(this.#timer)
    const now = performance.now()
    while (this.#held[0] !== undefined && this.#held[0].due <= now) this.#deliver(this.#held.shift()?.piece)
    const [next] = this.#held
    if (next !== undefined) {
      this.#timer = setTimeout(() => {
        this.follow()
      }, next.due - now)
    }
    if (this.#heldBytes + this.#to.writableLength > WINDOW) this.#from.pause()
    else this.#from.resume()
  }

  #deliver(piece: Buffer | undefined): void {
    if (this.#conditions.swallowed === this.#way) {
      this.#heldBytes -= piece?.length ?? 0
      this.#hasLost = true
      return
    }
    if (piece === undefined) {
      this.#to.end()
      return
    }
    this.#heldBytes -= piece.length
    this.#onPassed(piece.length)
    this.#to.write(piece)
  }
}
