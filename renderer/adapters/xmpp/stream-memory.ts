import type { SMState, SMStorageBackend } from 'strophe.js'

import type { StreamAccount } from './stream.ts'

/** What of a page survives its reload and not its window, such as `sessionStorage`. */
export type StreamKeep = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** One account signs in at a time. It says whose session it is only to the server, which asks for the password first. */
const place = 'foyer-chat-stream'

/**
 * Stream management's memory of a session (XEP-0198 §5), so that it can be resumed, after a reload of the page too.
 *
 * Strophe's queue holds what customers are told, until the server has acknowledged it. It stays in memory. Kept for a reload
 * are the session's id and its counters alone: `sessionStorage` is written to the disk in clear, and Strophe asks its storage
 * synchronously, so that nothing that encrypts (WebCrypto) can stand in between. The queue is not needed there. Every message
 * has its encrypted row in the store; what the archive does not have of them once the rooms are entered again is sent again,
 * and that holds also when the server was killed, which no such queue survives.
 */
export class StreamMemory implements SMStorageBackend {
  readonly #address: string
  readonly #keep: StreamKeep | undefined
  #state: SMState | undefined

  constructor({ user, domain, resource }: StreamAccount, keep: StreamKeep | undefined) {
    this.#address = `${user ?? ''}@${domain}/${resource}`
    this.#keep = keep
  }

  load(): SMState | null {
    if (!this.#state) return this.#kept()
    // A session that broke off before the server had agreed cannot be resumed. Strophe would take the next one, on the word of
    // this state, for one that is managed already, and ask such a server for counts, which ends the stream; each time anew.
    return isResumable(this.#state) ? structuredClone(this.#state) : null
  }

  save(_key: string, state: SMState): void {
    this.#state = structuredClone(state)
    const { id, hIn, hOutAcked, unacked } = state
    if (!isResumable(state)) return
    // As if the server had acknowledged all of it: the difference is what it says itself when the session is resumed.
    const hOut = (hOutAcked + unacked.length) % 2 ** 32
    this.#keep?.setItem(place, JSON.stringify([id, hIn, hOut]))
  }

  clear(): void {
    this.#state = undefined
    this.#keep?.removeItem(place)
  }

  #kept(): SMState | null {
    const kept = parseKept(this.#keep?.getItem(place))
    if (!kept) return null
    const [id, hIn, hOutAcked] = kept
    return {
      ...{ id, hIn, hOutAcked, boundJid: this.#address, resumeSupported: true },
      ...{
        enableSent: false,
        enabled: false,
        resumed: false,
        max: 0,
        location: '',
        unacked: [],
        sinceLastAck: 0,
      },
    }
  }
}

function parseKept(text: string | null | undefined): readonly [string, number, number] | undefined {
  try {
    const kept: unknown = JSON.parse(text ?? 'null')
    if (!Array.isArray(kept)) return undefined
    const [id, hIn, hOut] = kept as readonly unknown[]
    return typeof id === 'string' && isCounter(hIn) && isCounter(hOut) ? [id, hIn, hOut] : undefined
  } catch {
    return undefined
  }
}

const isResumable = ({ id, resumeSupported }: SMState): boolean => !!id && resumeSupported

const isCounter = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 32
