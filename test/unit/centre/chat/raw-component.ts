import { createHash } from 'node:crypto'
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import type { ChatServer } from '../../../../electron/centre/practice/chat/chat-server.ts'
import { XmlStream } from '../../../../electron/centre/practice/chat/read-xml.ts'
import { xml } from '../../../../electron/centre/practice/chat/xml.ts'
import type { Xml } from '../../../../electron/centre/practice/chat/xml.ts'
import { queue, queueSecret } from './open-chat.ts'

/** A component (XEP-0114) that sends exactly what it is told. */
export class RawComponent {
  readonly inbox: Xml[] = []
  isClosed = false
  readonly #socket: Socket
  #wake: () => void = () => undefined
  #ids = 0

  private constructor(socket: Socket, secret: string) {
    this.#socket = socket
    const stream = new XmlStream({
      onOpened: ({ attrs }) => {
        const digest = createHash('sha1')
          .update(`${attrs['id'] ?? ''}${secret}`)
          .digest('hex')
        this.send(`<handshake>${digest}</handshake>`)
      },
      onElement: (element) => {
        this.inbox.push(element)
        this.#wake()
      },
      onClosed: () => undefined,
    })
    socket.setEncoding('utf8')
    socket.on('data', (text) => stream.write(String(text)))
    socket.on('error', () => undefined)
    socket.on('close', () => {
      this.isClosed = true
      this.#wake()
    })
  }

  /** Waits for the handshake, or for whatever is said instead. */
  static async connect(
    server: ChatServer,
    { domain = queue, secret = queueSecret } = {},
  ): Promise<RawComponent> {
    const { port } = new URL(server.componentService)
    const socket = connect(Number(port), '127.0.0.1')
    const component = new RawComponent(socket, secret)
    component.send(
      `<?xml version='1.0'?><stream:stream xmlns='jabber:component:accept' xmlns:stream='http://etherx.jabber.org/streams' to='${domain}'>`,
    )
    await component.next(({ name }) => name === 'handshake' || name === 'stream:error', true)
    return component
  }

  send(text: string): void {
    this.#socket.write(text)
  }

  stanza(name: string, attributes: Record<string, string>, ...children: readonly Xml[]): void {
    this.send(xml(name, attributes, ...children).toString())
  }

  async ask(type: 'get' | 'set', ends: { from: string; to: string }, child: Xml): Promise<Xml> {
    const id = `ask-${++this.#ids}`
    this.stanza('iq', { type, id, ...ends }, child)
    return this.next(({ name, attrs }) => name === 'iq' && attrs['id'] === id)
  }

  /** @param isLeft it stays in the inbox */
  async next(fits: (element: Xml) => boolean, isLeft = false): Promise<Xml> {
    const end = performance.now() + 3000
    for (;;) {
      const at = this.inbox.findIndex(fits)
      const found = this.inbox[at]
      if (found && !isLeft) this.inbox.splice(at, 1)
      if (found) return found
      if (this.isClosed || performance.now() > end) throw new Error('nothing came')
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 100)
        this.#wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }

  cut(): void {
    this.#socket.destroy()
  }
}
