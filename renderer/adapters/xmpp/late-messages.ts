import type { RoomMessage } from './room-message.ts'

/** Of a flood the archive has the rest. */
const most = 2_000

/** What is said in a room while its archive is read: it is told after that. */
export class LateMessages {
  #kept: RoomMessage[] = []
  #areMissing = false

  /** There were more than are kept: the archive must be read once more. */
  get areMissing(): boolean {
    return this.#areMissing
  }

  add(message: RoomMessage): void {
    if (this.#kept.length < most) this.#kept.push(message)
    else this.#areMissing = true
  }

  take(): readonly RoomMessage[] {
    const kept = this.#kept
    this.clear()
    return kept
  }

  clear(): void {
    this.#kept = []
    this.#areMissing = false
  }
}
