/** XEP-0198 §4: counts wrap at 2^32. */
const wrap = 2 ** 32
/** More than this unanswered, and the session is given up. */
const mostUnacknowledged = 2000

/** What was sent and not yet acknowledged, in order, and how much was received (XEP-0198). */
export class Acknowledged<Item> {
  /** How many stanzas of the other side have been handled. */
  handled = 0
  #acknowledged = 0
  readonly #waiting: Item[] = []

  get waiting(): readonly Item[] {
    return this.#waiting
  }

  get isFull(): boolean {
    return this.#waiting.length >= mostUnacknowledged
  }

  received(): void {
    this.handled = (this.handled + 1) % wrap
  }

  sent(item: Item): void {
    this.#waiting.push(item)
  }

  /** `false` where the other side says that it has had more than was sent (§4). */
  acknowledge(count: number): boolean {
    const fresh = (count - this.#acknowledged + wrap) % wrap
    if (count >= wrap || fresh > this.#waiting.length) return false
    this.#waiting.splice(0, fresh)
    this.#acknowledged = count
    return true
  }
}
