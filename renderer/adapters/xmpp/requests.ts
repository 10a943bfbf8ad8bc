import { attributeOf, errorOf } from './read-xml.ts'
import type { StanzaError } from './read-xml.ts'
import { xml } from './xml-element.ts'
import type { XmlElement } from './xml-element.ts'

export type Answer =
  | { readonly kind: 'result'; readonly stanza: Element }
  | ({ readonly kind: 'error'; readonly stanza: Element } & StanzaError)
  /** No answer within the limit, or the link went. */
  | { readonly kind: 'silent' }

export interface Request {
  readonly type: 'get' | 'set'
  /** Without it the server itself, for the account. */
  readonly to?: string
  readonly payload: XmlElement
}

/** Milliseconds for an answer. */
const limit = 10_000

interface Waiting {
  readonly to: string | undefined
  readonly settle: (answer: Answer) => void
}

/** Requests (RFC 6120 §8.2.3) whose answers are believed from whom they were asked alone. */
export class Requests {
  readonly #waiting = new Map<string, Waiting>()
  readonly #needs: { readonly newId: () => string; readonly send: (element: XmlElement) => boolean }

  constructor(needs: { readonly newId: () => string; readonly send: (element: XmlElement) => boolean }) {
    this.#needs = needs
  }

  ask({ type, to, payload }: Request): Promise<Answer> {
    const id = this.#needs.newId()
    return new Promise((resolve) => {
      const settle = (answer: Answer): void => {
        clearTimeout(timer)
        this.#waiting.delete(id)
        resolve(answer)
      }
      const timer = setTimeout(() => settle({ kind: 'silent' }), limit)
      this.#waiting.set(id, { to, settle })
      if (!this.#needs.send(xml('iq', { type, to, id }, payload))) settle({ kind: 'silent' })
    })
  }

  /** @param own the account's bare address, in whose name the server answers for itself */
  take(iq: Element, own: string): void {
    const waiting = this.#waiting.get(attributeOf(iq, 'id') ?? '')
    const from = attributeOf(iq, 'from')
    const isFromThere = waiting?.to === undefined ? from === undefined || from === own : from === waiting.to
    if (!waiting || !isFromThere) return
    const isResult = attributeOf(iq, 'type') === 'result'
    waiting.settle(isResult ? { kind: 'result', stanza: iq } : { kind: 'error', stanza: iq, ...errorOf(iq) })
  }

  /** The session that they were asked in has gone. */
  dropAll(): void {
    for (const { settle } of [...this.#waiting.values()]) settle({ kind: 'silent' })
  }
}
