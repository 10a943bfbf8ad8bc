import { Strophe } from 'strophe.js'

import { isReadable } from './frame-limits.ts'
import { ns } from './namespaces.ts'
import { elementsOf, isElement } from './read-xml.ts'

type Connection = InstanceType<typeof Strophe.Connection>

/**
 * Strophe's WebSocket (RFC 7395) on one that is open already, since attempts to connect overlap (see ../link). It is given
 * no frame that could bring it down, and never opens another socket by itself, not where a server sends it elsewhere.
 */
export class StropheSocket extends Strophe.Websocket {
  readonly #onFrame: () => void
  readonly #onGone: () => void
  #opened: WebSocket | undefined

  constructor(
    connection: Connection,
    given: { readonly socket: WebSocket; readonly onFrame: () => void; readonly onGone: () => void },
  ) {
    super(connection)
    this.#opened = given.socket
    this.#onFrame = given.onFrame
    this.#onGone = given.onGone
  }

  override _connect(): void {
    const socket = this.#opened
    this.#opened = undefined
    if (!socket || socket.readyState !== WebSocket.OPEN) {
      socket?.close()
      this.#onGone()
      return
    }
    this.socket = socket
    socket.onclose = () => this.#onGone()
    // The close event follows and says enough; in Node an error that nobody hears would end the process.
    socket.onerror = () => undefined
    socket.onmessage = (message) => this._onInitialMessage(message)
    this._onOpen()
  }

  override _onInitialMessage(message: MessageEvent): void {
    if (this.#isReadable(message)) super._onInitialMessage(message)
  }

  override _onMessage(message: MessageEvent): void {
    if (this.#isReadable(message)) super._onMessage(message)
  }

  /**
   * Strophe looks for a stream's error anywhere in a frame. A customer who puts such an element into a message would end
   * the link of every desk that reads it, again and again, since the archive keeps the message. So the frame's own element
   * alone counts. A frame that is not well-formed is left out: the DOM says so in an element.
   */
  override _checkStreamError(frame: Element, status: number): boolean {
    const elements = elementsOf(frame)
    if ([frame, ...elements].some(({ localName }) => localName === 'parsererror')) return true
    const [first] = elements
    return !!first && isElement(first, ns.stream, 'error') && super._checkStreamError(frame, status)
  }

  /** What comes late, such as SCRAM's answer after the socket has gone, has nowhere to go. */
  override _onIdle(): void {
    if (this.socket?.readyState === WebSocket.OPEN) super._onIdle()
  }

  /** Lets go of the socket without a goodbye, so that the server keeps the session for a while (XEP-0198 §5). */
  drop(): void {
    this.#opened?.close()
    this._closeSocket()
  }

  #isReadable({ data }: MessageEvent): boolean {
    this.#onFrame()
    return isReadable(data)
  }
}
