import type { Clock } from './clock.ts'
import { agentStateEvent, agentStateType, parsePublishedState } from './published-state.ts'
import type { PublishedKind, PublishedState } from './published-state.ts'
import type { Reply, RequestHead } from './sip-text.ts'

type Answer = Omit<Reply, 'tag'>

/** In seconds: what a PUBLISH that names no time gets, and the most that anybody gets. */
const usualExpiry = 300
const longestExpiry = 3600

interface Publication {
  readonly etag: string
  readonly state: PublishedState
  /** On the clock, in milliseconds. */
  readonly expiresAt: number
  /** Since when the state has been of this kind. */
  readonly since: number
}

/** What the desks have published of their agents (RFC 3903 §6, with one publication for each agent: the newest). */
export class StateAgency {
  readonly #clock: Clock
  readonly #newEtag: () => string
  readonly #publications = new Map<string, Publication>()

  constructor(clock: Clock, newEtag: () => string) {
    this.#clock = clock
    this.#newEtag = newEtag
  }

  /** `undefined` for an agent who has published nothing, or whose publication has run out. */
  stateOf(user: string): PublishedKind | undefined {
    return this.#current(user)?.state.state
  }

  /** On the clock; `undefined` as above. */
  since(user: string): number | undefined {
    return this.#current(user)?.since
  }

  /** The registration that the publication came by has ended. */
  forget(user: string): void {
    this.#publications.delete(user)
  }

  publish(user: string, request: RequestHead): Answer {
    const refusal = this.#refusal(user, request)
    if (refusal) return refusal
    const seconds = expirySeconds(request)
    const known = this.#current(user)
    if (seconds === 0) {
      this.forget(user)
      return published(this.#newEtag(), 0)
    }
    // RFC 3903 §4.1: without a body it only goes on for longer.
    const state = request.body === '' ? known?.state : parsePublishedState(request.body)
    if (!state) return { status: 400, reason: 'State not understood' }
    const now = this.#clock.now()
    const etag = this.#newEtag()
    const since = known?.state.state === state.state ? known.since : now
    this.#publications.set(user, { etag, state, expiresAt: now + 1000 * seconds, since })
    return published(etag, seconds)
  }

  #current(user: string): Publication | undefined {
    const publication = this.#publications.get(user)
    return publication && publication.expiresAt > this.#clock.now() ? publication : undefined
  }

  #refusal(user: string, request: RequestHead): Answer | undefined {
    if (fieldOf(request, 'event') !== agentStateEvent)
      return { status: 489, reason: 'Bad Event', headers: [`Allow-Events: ${agentStateEvent}`] }
    const etag = fieldOf(request, 'sip-if-match')
    if (etag !== undefined && etag !== this.#current(user)?.etag)
      return { status: 412, reason: 'Conditional Request Failed' }
    if (request.body === '') {
      const hasState = etag !== undefined || expirySeconds(request) === 0
      return hasState ? undefined : { status: 400, reason: 'State missing' }
    }
    const type = fieldOf(request, 'content-type')?.toLowerCase()
    if (type === agentStateType) return undefined
    return { status: 415, reason: 'Unsupported Media Type', headers: [`Accept: ${agentStateType}`] }
  }
}

const published = (etag: string, seconds: number): Answer => ({
  status: 200,
  reason: 'OK',
  headers: [`SIP-ETag: ${etag}`, `Expires: ${seconds}`],
})

/** The value of a field without its parameters. */
const fieldOf = (request: RequestHead, name: string): string | undefined =>
  request.fields.get(name)?.[0]?.split(';', 1)[0]?.trim()

function expirySeconds(request: RequestHead): number {
  const asked = fieldOf(request, 'expires') ?? ''
  const seconds = /^\d{1,9}$/.test(asked) ? Number(asked) : usualExpiry
  return Math.min(seconds, longestExpiry)
}
