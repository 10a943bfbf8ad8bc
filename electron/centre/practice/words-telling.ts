import type { Session } from 'sip.js/lib/core/index.js'
import type { Clock } from './clock.ts'

/** What somebody has said, as it is told to the desk that listens (docs/transcripts.md). */
export interface SpokenLine {
  /** One of its own within the call. */
  readonly id: string
  readonly side: 'customer'
  readonly text: string
  readonly language: string
  /** Milliseconds since it began. */
  readonly ago: number
}

/** An Info Package of Foyer's own, not registered with IANA. */
export const wordsPackage = 'foyer-words'
const disposition = 'Info-Package'

/** The centre takes no package; it asks with this what the desk takes (RFC 6086 §5.2). */
export const noPackage = 'Recv-Info:'

/** Whether the desk that has sent this message takes words. */
export const takesWords = (message: { getHeaders(name: string): string[] }): boolean =>
  message
    .getHeaders('Recv-Info')
    .flatMap((line) => line.split(','))
    .some((one) => one.split(';', 1).join().trim().toLowerCase() === wordsPackage)

export interface WordsMeans {
  readonly session: Session
  readonly clock: Clock
}

/** SIP.js says so itself of a desk that is not connected or does not answer; it may come back, and the call lives. */
const awayStatuses: readonly number[] = [408, 503]
const awayMilliseconds = 2000
/** So many lines wait for a desk that is away: more than anybody says in the time for which a call is kept. */
const mostWaiting = 100

/** Tells a desk what is said in its call: one INFO at a time (RFC 6086), in order. */
export class WordsTelling {
  readonly #means: WordsMeans
  readonly #waiting: { readonly line: SpokenLine; readonly beganAt: number }[] = []
  #isPending = false
  #callOff: () => void = () => undefined

  constructor(means: WordsMeans) {
    this.#means = means
  }

  tell(line: SpokenLine): void {
    if (this.#waiting.length >= mostWaiting) return
    this.#waiting.push({ line, beganAt: this.#means.clock.now() - line.ago })
    this.#next()
  }

  stop(): void {
    this.#callOff()
    this.#waiting.length = 0
    this.#isPending = true
  }

  #next(): void {
    const [first] = this.#waiting
    if (!first || this.#isPending) return
    const { session, clock } = this.#means
    this.#isPending = true
    const ago = Math.round(clock.now() - first.beganAt)
    session.info(
      {
        onAccept: () => this.#told(),
        onReject: ({ message }) => {
          if (awayStatuses.includes(message.statusCode ?? 0)) this.#tryLater()
          else this.#told()
        },
      },
      {
        // RFC 6086 §9.2 wants the disposition, which SIP.js does not write by itself.
        extraHeaders: [`Info-Package: ${wordsPackage}`, `Content-Disposition: ${disposition}`],
        body: {
          contentDisposition: disposition,
          contentType: 'application/json',
          content: JSON.stringify({ ...first.line, ago }),
        },
      },
    )
  }

  /** Also where the desk has refused it: it would again. */
  #told(): void {
    this.#waiting.shift()
    this.#isPending = false
    this.#next()
  }

  #tryLater(): void {
    this.#callOff = this.#means.clock.after(awayMilliseconds, () => {
      this.#isPending = false
      this.#next()
    })
  }
}
