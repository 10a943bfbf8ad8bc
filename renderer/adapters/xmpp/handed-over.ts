import type { MessageId } from '../../domain/ids.ts'
import type { StanzaError } from './read-xml.ts'

/** Errors (RFC 6120 §8.3.3) by which a room refuses what is said. Others mean that the desk is not in it, or it is not there. */
const refusals = ['forbidden', 'not-allowed', 'policy-violation', 'bad-request', 'jid-malformed']
/** So many times a message comes back with another error before it is given up. */
const mostBounces = 4

/** The messages that were handed to the link since the room was caught up. */
export class HandedOver {
  readonly #since = new Set<MessageId>()
  readonly #bounces = new Map<MessageId, number>()

  has(message: MessageId): boolean {
    return this.#since.has(message)
  }

  add(message: MessageId): void {
    this.#since.add(message)
  }

  echoed(message: MessageId): void {
    this.#bounces.delete(message)
  }

  /** What an error means for this message; `undefined` when it is none of these. */
  bounced(message: MessageId, { condition, isForNow }: StanzaError): 'refused' | 'again' | undefined {
    if (!this.#since.delete(message)) return undefined
    const bounces = (this.#bounces.get(message) ?? 0) + 1
    const isRefused = (!isForNow && refusals.includes(condition)) || bounces >= mostBounces
    if (isRefused) this.#bounces.delete(message)
    else this.#bounces.set(message, bounces)
    return isRefused ? 'refused' : 'again'
  }

  /** The archive has been read: what it has is told, and the rest never came. */
  clear(): void {
    this.#since.clear()
  }
}
