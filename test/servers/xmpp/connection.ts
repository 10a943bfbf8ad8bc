import { client, type Client, type Element } from '@xmpp/client'

/** Milliseconds for an answer of the server. */
const patience = 10_000

export interface XmppAccount {
  readonly server: string
  readonly domain: string
  /** Without it: anonymous (RFC 4505). */
  readonly user?: string
  readonly password?: string
  /** Without it the server chooses. */
  readonly resource?: string
}

export interface XmppConnection {
  /** Full address. */
  readonly address: string
  readonly isOpen: boolean
  send(stanza: Element): Promise<void>
  /** @throws StanzaError with the condition that came instead of a result. */
  ask(iq: Element): Promise<Element>
  /** Any text, well-formed or not, as one frame. */
  sendText(text: string): Promise<void>
  /** As when the power is cut: nothing is said. */
  cut(): void
  close(): Promise<void>
}

/** Signs in with @xmpp/client, another implementation of XMPP than the desk's. A lost link is not built up again. */
export async function connectXmpp(
  account: XmppAccount,
  hear: (stanza: Element) => void,
): Promise<XmppConnection> {
  const { server: service, domain, user: username, password, resource } = account
  const entity: Client = client({
    ...{ service, domain },
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    ...(resource !== undefined && { resource }),
  })
  entity.timeout = patience
  entity.reconnect.stop()
  // Whoever asked or sent is told by the promise; a connection that was cut on purpose is no fault.
  entity.on('error', () => undefined)
  entity.prependListener('element', offerPlain)
  entity.on('stanza', hear)
  const address = await entity.start()
  return {
    address: address.toString(),
    get isOpen() {
      return entity.status === 'online'
    },
    send: (stanza) => entity.send(stanza),
    ask: (iq) => entity.iqCaller.request(iq, patience),
    sendText: (text) => entity.write(text),
    cut: () => entity.socket?.socket?.terminate(),
    close: async () => {
      if (entity.status === 'online') await entity.stop().catch(() => undefined)
      else entity.socket?.socket?.terminate()
    },
  }
}

/**
 * Leaves PLAIN alone among the mechanisms for accounts: @xmpp/client 0.13 does not wait for the promises of the SCRAM that
 * it is installed with (sasl-scram-sha-1 1.4).
 */
function offerPlain(element: Element): void {
  const mechanisms = element.getChild('mechanisms', 'urn:ietf:params:xml:ns:xmpp-sasl')
  if (!mechanisms) return
  mechanisms.children = mechanisms.getChildElements().filter((one) => !one.text().startsWith('SCRAM'))
}
