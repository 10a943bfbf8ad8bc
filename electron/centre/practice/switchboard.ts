import { IncomingRequestMessage, LoggerFactory, Parser } from 'sip.js/lib/core/index.js'
import type { IncomingResponseMessage } from 'sip.js/lib/core/index.js'
import type { AgentLine } from './agent-line.ts'
import { callsEmergency, emergencyRefusal } from './emergency.ts'
import type { Log } from './log.ts'
import type { Registrar } from './registrar.ts'
import type { SipFlow } from './sip-socket.ts'
import { readRequestHead, replyTo } from './sip-text.ts'
import type { Reply, RequestHead } from './sip-text.ts'
import type { StateAgency } from './state-agency.ts'

export interface SwitchboardMeans {
  readonly domain: string
  readonly registrar: Registrar
  /** By user name. */
  readonly lines: ReadonlyMap<string, AgentLine>
  readonly agency: StateAgency
  readonly newId: () => string
  readonly log: Log
  /** An agent has become reachable, has signed off, has lost the connection, or has published a state. */
  readonly onAgentsChanged: () => void
}

/** Takes every message from every desk to whom it is for. */
export class Switchboard {
  readonly #means: SwitchboardMeans
  readonly #lineOf = new WeakMap<SipFlow, AgentLine>()
  readonly #parserLog = silentLoggers().getLogger('parser')

  constructor(means: SwitchboardMeans) {
    this.#means = means
  }

  receive(flow: SipFlow, text: string): void {
    const head = readRequestHead(text)
    // Before anything else, registered or not, however badly the rest is written.
    if (head && callsEmergency(head)) {
      this.#means.log('REFUSED AN EMERGENCY CALL: practice reaches nobody outside this computer')
      this.#send(flow, emergencyRefusal(head, this.#means.newId()))
      return
    }
    if (head?.method === 'REGISTER') {
      this.#register(flow, head)
      return
    }
    const line = this.#lineOf.get(flow)
    if (!line) {
      if (head) this.#reply(flow, head, { status: 403, reason: 'Register first' })
      return
    }
    if (head?.method === 'PUBLISH') {
      this.#publish(flow, head, line)
      return
    }
    const message = this.#parse(text)
    if (message) {
      line.receive(message, flow)
      return
    }
    this.#means.log(`dropped a message that is not SIP (${text.length} characters)`)
    if (head) this.#reply(flow, head, { status: 400, reason: 'Bad Request' })
  }

  closed(flow: SipFlow): void {
    const line = this.#lineOf.get(flow)
    if (line?.dropFlow(flow)) this.#means.onAgentsChanged()
  }

  #register(flow: SipFlow, head: RequestHead): void {
    const { reply, user, binding } = this.#means.registrar.register(head)
    this.#reply(flow, head, reply)
    const line = user === undefined ? undefined : this.#means.lines.get(user)
    if (!line) return
    this.#lineOf.set(flow, line)
    // A registration that ran out in silence has taken with it what was published under it.
    this.#means.onAgentsChanged()
    if (binding) line.bind(binding, flow)
    else line.unbind()
    this.#means.onAgentsChanged()
  }

  /** An agent says in what state they are, for themselves alone. */
  #publish(flow: SipFlow, head: RequestHead, line: AgentLine): void {
    const own = `sip:${line.user}@${this.#means.domain}`
    if (!line.isRegisteredBy(flow) || head.target !== own) {
      this.#reply(flow, head, { status: 403, reason: 'Not your state to publish' })
      return
    }
    this.#reply(flow, head, this.#means.agency.publish(line.user, head))
    this.#means.onAgentsChanged()
  }

  #reply(flow: SipFlow, head: RequestHead, reply: Omit<Reply, 'tag'>): void {
    this.#send(flow, replyTo(head, { ...reply, tag: this.#means.newId() }))
  }

  #send(flow: SipFlow, message: string | undefined): void {
    if (message === undefined) return
    flow.send(message).catch(() => this.#means.log('a reply could not be sent: the connection is gone'))
  }

  /** `undefined` for whatever the core could not handle safely. */
  #parse(text: string): IncomingRequestMessage | IncomingResponseMessage | undefined {
    try {
      const message = Parser.parseMessage(text, this.#parserLog)
      return message && isComplete(message) ? message : undefined
    } catch {
      // The grammar throws on some nonsense instead of refusing it.
      return undefined
    }
  }
}

/** The fields that every message must have (RFC 3261 §8.1.1), in a form that the grammar understood. */
function isComplete(message: IncomingRequestMessage | IncomingResponseMessage): boolean {
  const required: readonly unknown[] = [
    message.from,
    message.to,
    message.callId,
    message.via,
    message.viaBranch,
    message.cseq,
    message.method,
  ]
  if (required.some((value) => value === undefined)) return false
  const named = message.getHeader('cseq')?.trim().split(/\s+/)[1]
  return message instanceof IncomingRequestMessage
    ? named === message.method && message.ruri !== undefined
    : true
}

function silentLoggers(): LoggerFactory {
  const loggers = new LoggerFactory()
  loggers.builtinEnabled = false
  return loggers
}
