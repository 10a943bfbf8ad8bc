import type { UserAgent } from 'sip.js'
import type { IncomingResponseMessage, OutgoingRequestMessage } from 'sip.js/lib/core/index.js'

import { ask } from './ask.ts'
import { instanceParameter, lastingAddress, ownContact, secondsGranted } from './contact.ts'
import { isAccepted } from './refusals.ts'

/** Seconds for which the registrar is asked to keep the address. */
const usualExpiry = 300
/** The registration is renewed when this share of its time is over: the rest is for a link that has to come back first. */
const renewAt = 0.8
/** Milliseconds for the answer to a renewal. */
const renewalLimit = 5_000
/** The methods that are more than refused here (RFC 3261 §20.5): nobody may move an agent, and nothing shows a message. */
const taken = ['INVITE', 'ACK', 'CANCEL', 'BYE', 'OPTIONS', 'NOTIFY']
/** Milliseconds for a goodbye, which a dead link would keep waiting. */
const goodbyeLimit = 1_000

export interface RegistrationNeeds {
  readonly userAgent: UserAgent
  readonly now: () => number
  /** The server has not renewed the registration: customers no longer ring here. */
  readonly onLapsed: () => void
}

/**
 * One desk's registration (RFC 3261 §10), kept over whatever connection stands. With `reg-id` and the instance the server
 * puts a new connection in the old one's place (RFC 5626 §4.2) and, where it can, gives an address that stays (a GRUU,
 * RFC 5627), which SIP.js then uses as the Contact of every call: the other side's requests in a running call find the
 * desk on its next connection.
 *
 * SIP.js's own Registerer stays blocked for 32 s after a REGISTER that nobody answered.
 */
export class Registration {
  readonly #needs: RegistrationNeeds
  #last: OutgoingRequestMessage | undefined
  #expiry = usualExpiry
  #timer: ReturnType<typeof setTimeout> | undefined
  #renewAt = Infinity
  #busy = false

  constructor(needs: RegistrationNeeds) {
    this.#needs = needs
  }

  /**
   * Resolves with the status of the server's answer, 408 where none came. One at a time.
   * @param limit milliseconds for the answer
   */
  async register(limit: number): Promise<number> {
    this.pause()
    this.#busy = true
    const answer = await this.#send(this.#expiry, limit)
    const accepted = answer?.statusCode === 423 ? await this.#askForLonger(answer, limit) : answer
    this.#busy = false
    const status = accepted?.statusCode ?? 408
    if (accepted && isAccepted(status)) this.#accepted(accepted)
    return status
  }

  /** Renews a registration that has run out while the computer slept, and its timers with it. */
  renewIfDue(): void {
    if (this.#needs.now() >= this.#renewAt) void this.#renew()
  }

  /** The server is told, within a second or not at all. */
  async unregister(): Promise<void> {
    this.pause()
    await this.#send(0, goodbyeLimit)
  }

  /** Nothing is renewed until the next `register`. */
  pause(): void {
    clearTimeout(this.#timer)
    this.#renewAt = Infinity
  }

  async #renew(): Promise<void> {
    if (this.#busy) return
    if (!isAccepted(await this.register(renewalLimit))) this.#needs.onLapsed()
  }

  #accepted(answer: IncomingResponseMessage): void {
    const { userAgent, now } = this.#needs
    const own = ownContact(answer, userAgent)
    userAgent.contact.pubGruu = lastingAddress(own)
    const wait = secondsGranted(answer, own, this.#expiry) * 1000 * renewAt
    this.#renewAt = now() + wait
    this.#timer = setTimeout(() => void this.#renew(), wait)
  }

  /** RFC 3261 §10.2.8: the server finds the time too short and says how long it must be. */
  #askForLonger(
    refusal: IncomingResponseMessage,
    limit: number,
  ): Promise<IncomingResponseMessage | undefined> {
    const wanted = Number(refusal.getHeader('Min-Expires'))
    if (wanted > this.#expiry && wanted <= 86_400) this.#expiry = wanted
    return this.#send(this.#expiry, limit)
  }

  /** RFC 3261 §10.2.4: one Call-ID for all, and a CSeq that grows. */
  #send(expires: number, limit: number): Promise<IncomingResponseMessage | undefined> {
    const { userAgent } = this.#needs
    const { uri } = userAgent.configuration
    const registrar = uri.clone()
    registrar.user = undefined
    const again = this.#last ? { callId: this.#last.callId, cseq: this.#last.cseq + 1 } : {}
    // SIP.js adds "Supported: outbound, path, gruu" to every REGISTER.
    const request = userAgent.userAgentCore.makeOutgoingRequestMessage(
      'REGISTER',
      registrar,
      uri,
      uri,
      again,
      [
        `Contact: ${userAgent.contact.toString({ register: true })};reg-id=1;${instanceParameter(userAgent)};expires=${expires}`,
        `Allow: ${taken.join(', ')}`,
      ],
    )
    this.#last = request
    return ask(userAgent, request, limit)
  }
}
