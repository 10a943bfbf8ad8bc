import type { SMState, SMStorageBackend } from 'strophe.js'

import type { StreamAccount } from './stream.ts'

/** What of a page survives its reload and not its window, such as `sessionStorage`. */
export type StreamKeep = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/**
 * Milliseconds at most until the counters of a reload are as they are: writing them with each stanza took the window more
 * time than reading the stanza. Older ones cost a new session where the page crashed, which the archive makes whole.
 */
const pace = 250

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
  /** Of the session that a reload would find. */
  #keptId: string | null | undefined
  #clock: ReturnType<typeof setTimeout> | undefined
  readonly #keepNow = (): void => {
    if (this.#clock !== undefined) this.#write()
  }

  constructor({ user, domain, resource }: StreamAccount, keep: StreamKeep | undefined) {
    this.#address = `${user ?? ''}@${domain}/${resource}`
    this.#keep = keep
    this.#page?.addEventListener('pagehide', this.#keepNow)
  }

  /** Nobody signs in with it any more, or the page goes. */
  stop(): void {
    this.#forgetClock()
    this.#page?.removeEventListener('pagehide', this.#keepNow)
  }

  load(): SMState | null {
    if (!this.#state) return this.#kept()
    // A session that broke off before the server had agreed cannot be resumed. Strophe would take the next one, on the word of
    // this state, for one that is managed already, and ask such a server for counts, which ends the stream; each time anew.
    return isResumable(this.#state) ? structuredClone(this.#state) : null
  }

  /** Strophe goes on with another state after each stream, and is given copies alone: this one need not be copied. */
  save(_key: string, state: SMState): void {
    this.#state = state
    if (!this.#keep || !isResumable(state)) return
    if (state.id !== this.#keptId) this.#write()
    else this.#clock ??= setTimeout(() => this.#write(), pace)
  }

  clear(): void {
    this.#state = undefined
    this.#keptId = undefined
    this.#forgetClock()
    this.#keep?.removeItem(place)
  }

  get #page(): Window | undefined {
    return this.#keep && (globalThis as { window?: Window }).window
  }

  #forgetClock(): void {
    clearTimeout(this.#clock)
    this.#clock = undefined
  }

  #write(): void {
    this.#forgetClock()
    if (!this.#state || !isResumable(this.#state)) return
    const { id, hIn, hOutAcked, unacked } = this.#state
    this.#keptId = id
    // As if the server had acknowledged all of it: the difference is what it says itself when the session is resumed.
    const hOut = (hOutAcked + unacked.length) % 2 ** 32
    this.#keep?.setItem(place, JSON.stringify([id, hIn, hOut]))
  }

  #kept(): SMState | null {
    const kept = parseKept(this.#keep?.getItem(place))
    // Tried once: a server that takes its counters for wrong would end this stream and every one after it.
    this.#keep?.removeItem(place)
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
