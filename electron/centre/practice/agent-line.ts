import {
  IncomingRequestMessage,
  LoggerFactory,
  TransportError,
  URI,
  UserAgentCore,
} from 'sip.js/lib/core/index.js'
import type {
  IncomingInviteRequest,
  IncomingResponseMessage,
  OutgoingInviteRequest,
  OutgoingInviteRequestDelegate,
  Transport,
} from 'sip.js/lib/core/index.js'
import type { Clock } from './clock.ts'
import type { Binding } from './registrar.ts'
import type { SipFlow } from './sip-socket.ts'
import type { CallerCard } from './talk.ts'
import { noPackage } from './words-telling.ts'

export interface AgentLineMeans {
  readonly user: string
  readonly domain: string
  readonly clock: Clock
  readonly newId: () => string
  /** The agent calls somebody. */
  readonly onInvite: (request: IncomingInviteRequest) => void
}

/**
 * One agent as the centre knows them. Its dialogs live here and not on a socket: the agent's desk may come back by
 * another WebSocket in mid-call, and everything goes on over the newest one.
 */
export class AgentLine {
  readonly #means: AgentLineMeans
  readonly #core: UserAgentCore
  readonly #newestFlow: Transport
  #flow: SipFlow | undefined
  #binding: Binding | undefined
  /** While a request is taken in: replies go back where it came from (RFC 3261 §18.2.2). */
  #answering: Transport | undefined

  constructor(means: AgentLineMeans) {
    this.#means = means
    this.#newestFlow = { protocol: 'WS', send: (message) => this.#send(message) }
    this.#core = new UserAgentCore(this.#configuration(), { onInvite: means.onInvite })
  }

  get user(): string {
    return this.#means.user
  }

  /** Whether the registration has neither ended nor run out. */
  get isRegistered(): boolean {
    return this.#binding !== undefined && this.#binding.expiresAt > this.#means.clock.now()
  }

  /** Whether a customer's call can be sent to this agent now. */
  get isReachable(): boolean {
    return this.isRegistered && this.#flow?.isOpen === true
  }

  /** Whether the agent's registration came by this flow. */
  isRegisteredBy(flow: SipFlow): boolean {
    return this.isRegistered && this.#flow === flow
  }

  /** The agent has registered by this flow, which carries everything from now on. */
  bind(binding: Binding, flow: SipFlow): void {
    this.#binding = binding
    this.#flow = flow
  }

  /** The agent has signed off; calls go on. */
  unbind(): void {
    this.#binding = undefined
  }

  /** A connection has ended. Answers whether it was the one that this agent used. */
  dropFlow(flow: SipFlow): boolean {
    if (this.#flow !== flow) return false
    this.#flow = undefined
    return true
  }

  receive(message: IncomingRequestMessage | IncomingResponseMessage, flow: SipFlow): void {
    if (!(message instanceof IncomingRequestMessage)) {
      this.#core.receiveIncomingResponseFromTransport(message)
      return
    }
    const { ruri } = message
    // The core takes only requests for its own address, and this one speaks for every customer.
    if (ruri) this.#core.configuration.aor = ruri
    this.#answering = {
      protocol: 'WS',
      send: (reply) => (flow.isOpen ? flow.send(reply) : this.#send(reply)),
    }
    try {
      this.#core.receiveIncomingRequestFromTransport(message)
    } finally {
      this.#answering = undefined
    }
  }

  /**
   * Rings the agent. Throws `TypeError` when the agent is not reachable: look first.
   */
  invite(
    { callId, caller, offer }: Invitation,
    delegate: OutgoingInviteRequestDelegate,
  ): OutgoingInviteRequest {
    if (!this.#binding) throw new TypeError('an INVITE to an agent who is not registered')
    const { domain, user, newId } = this.#means
    const request = this.#core.makeOutgoingRequestMessage(
      'INVITE',
      this.#binding.contact,
      callerUri(caller.number, domain),
      new URI('sip', user, domain),
      { fromDisplayName: caller.name, fromTag: newId(), callId },
      [
        contactLine(caller.number, domain),
        'Allow: INVITE, ACK, CANCEL, BYE, INFO, OPTIONS, REFER, NOTIFY',
        noPackage,
        ...caller.headers,
      ],
      sdpBody(offer),
    )
    return this.#core.invite(request, delegate)
  }

  /** Forgets every transaction and dialog, and tells nobody. */
  forget(): void {
    this.#core.reset()
  }

  #send(message: string): Promise<void> {
    if (this.#flow?.isOpen) return this.#flow.send(message)
    return Promise.reject(new TransportError('the desk is not connected'))
  }

  #configuration(): UserAgentCore['configuration'] {
    const { domain, newId } = this.#means
    const own = new URI('sip', 'centre', domain)
    const loggerFactory = new LoggerFactory()
    // What SIP.js would log holds whole messages, and so names and numbers.
    loggerFactory.builtinEnabled = false
    return {
      aor: own,
      contact: { uri: own, pubGruu: undefined, tempGruu: undefined, toString: () => `<${own.toString()}>` },
      displayName: '',
      loggerFactory,
      hackViaTcp: false,
      routeSet: [],
      sipjsId: newId(),
      supportedOptionTags: ['gruu', 'replaces'],
      supportedOptionTagsResponse: ['gruu', 'replaces'],
      userAgentHeaderFieldValue: 'Foyer practice centre',
      viaForceRport: false,
      viaHost: domain,
      authenticationFactory: () => undefined,
      transportAccessor: () => this.#answering ?? this.#newestFlow,
    }
  }
}

/** What an agent's desk is rung with. */
export interface Invitation {
  readonly callId: string
  readonly caller: CallerCard
  /** SDP. */
  readonly offer: string
}

/** RFC 3261 §19.1.1: a telephone number is marked as one; an extension is not. */
const callerUri = (number: string, domain: string): URI =>
  number.startsWith('+')
    ? new URI('sip', number, domain, undefined, { user: 'phone' })
    : new URI('sip', number, domain)

/** SIP.js adds no Contact to what it sends inside a dialog, and RFC 3261 §12.2.1.1 wants one in a target refresh. */
export const contactLine = (number: string, domain: string): string =>
  `Contact: <sip:${number}@${domain};transport=ws>`

export const sdpBody = (sdp: string) => ({
  contentDisposition: 'session',
  contentType: 'application/sdp',
  content: sdp,
})
