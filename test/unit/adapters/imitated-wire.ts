import { EmitterImpl, SIPExtension, TransportState, UserAgent } from 'sip.js'
import type { Invitation, Transport } from 'sip.js'
import type { SessionDescriptionHandler, Session } from 'sip.js'

/** SIP messages, as text, between the telephone's real SIP.js and a test that plays the centre. */
export interface ImitatedWire {
  readonly userAgent: UserAgent
  /** What SIP.js has sent, oldest first. */
  readonly sent: readonly string[]
  /** The newest request of a method that was sent, e.g. `INVITE`; how many of it were. */
  newest(method: string): string
  count(method: string): number
  /** Answers a request. */
  answer(request: string, status: string, body?: string): void
  /** Brings a request, with `headers` as whole lines; without a Via among them it begins a transaction of its own. */
  request(method: string, headers: readonly string[], body?: string): void
  /** Nothing that is sent leaves the computer. */
  cut(isCut: boolean): void
}

class WireTransport implements Transport {
  readonly protocol = 'WS'
  readonly stateChange = new EmitterImpl<TransportState>()
  readonly state = TransportState.Connected
  readonly sent: string[] = []
  isCut = false
  onConnect: (() => void) | undefined
  onDisconnect: ((error?: Error) => void) | undefined
  onMessage: ((message: string) => void) | undefined
  connect = () => Promise.resolve()
  disconnect = () => Promise.resolve()
  dispose = () => Promise.resolve()
  isConnected = () => true
  send = (message: string): Promise<void> => {
    if (!this.isCut) this.sent.push(message)
    return Promise.resolve()
  }
}

const lines = (message: string, name: string): string[] =>
  message.split('\r\n').filter((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))

/** The value of a header. */
export const header = (message: string, name: string): string =>
  (lines(message, name)[0] ?? '').slice(name.length + 1).trim()

const withBody = (head: readonly string[], body: string): string =>
  [
    ...head,
    ...(body === '' || head.some((line) => line.startsWith('Content-Type:'))
      ? []
      : ['Content-Type: application/sdp']),
    `Content-Length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n')

/** A description by somebody who talks. */
export const talkingSdp = 'v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\nm=audio 4000 RTP/AVP 0\r\na=sendrecv\r\n'

export function createWire(
  mediaFor: (session: Session) => SessionDescriptionHandler,
  onInvite: (invitation: Invitation) => void = () => undefined,
): ImitatedWire {
  const userAgent = new UserAgent({
    uri: UserAgent.makeURI('sip:agent1@foyer.test') as never,
    transportConstructor: WireTransport,
    sipExtensionReplaces: SIPExtension.Supported,
    logBuiltinEnabled: false,
    sessionDescriptionHandlerFactory: mediaFor,
    delegate: { onInvite },
  })
  void userAgent.start()
  const transport = userAgent.transport as unknown as WireTransport
  const of = (method: string): string[] =>
    transport.sent.filter((message) => message.startsWith(`${method} `))
  return {
    userAgent,
    sent: transport.sent,
    newest(method) {
      const found = of(method).at(-1)
      if (found === undefined) throw new Error(`no ${method} was sent`)
      return found
    },
    count: (method) => of(method).length,
    answer(request, status, body = '') {
      const to = lines(request, 'To')[0] ?? ''
      const head = [
        `SIP/2.0 ${status}`,
        ...lines(request, 'Via'),
        ...lines(request, 'From'),
        to.includes(';tag=') ? to : `${to};tag=theirs`,
        ...lines(request, 'Call-ID'),
        ...lines(request, 'CSeq'),
        'Contact: <sip:customer@192.0.2.1>',
      ]
      transport.onMessage?.(withBody(head, body))
    },
    request(method, headers, body = '') {
      const via = `Via: SIP/2.0/WS 192.0.2.1;branch=z9hG4bK${transport.sent.length}-${method}`
      const head = [
        `${method} sip:agent1@foyer.test SIP/2.0`,
        ...(headers.some((line) => line.startsWith('Via:')) ? [] : [via]),
        'Max-Forwards: 70',
        'Contact: <sip:customer@192.0.2.1>',
        ...headers,
      ]
      transport.onMessage?.(withBody(head, body))
    },
    cut: (isCut) => (transport.isCut = isCut),
  }
}
