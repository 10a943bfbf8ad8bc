import { EmitterImpl, TransportState } from 'sip.js'
import type { Emitter, Transport } from 'sip.js'

/** RFC 5626 §3.5.1: two line ends ask, one answers. RFC 7118 §6 lets a WebSocket carry them. */
const ping = '\r\n\r\n'
const lineEnds = /^(?:\r\n)+$/

export interface TransportListener {
  /** Anything has come in: the other side lives. */
  onLife(kind: 'line-end' | 'message'): void
}

/**
 * SIP over WebSocket (RFC 7118) for SIP.js, over one socket after another, each opened elsewhere and given to `adopt`.
 *
 * SIP.js's own transport has one server for ever, waits for the close handshake of a socket whose other end has gone,
 * sends line ends without caring for an answer, and hangs when a listener throws.
 */
export class LineTransport implements Transport {
  onConnect: (() => void) | undefined
  onDisconnect: ((error?: Error) => void) | undefined
  onMessage: ((message: string) => void) | undefined
  listener: TransportListener | undefined
  readonly #stateChange = new EmitterImpl<TransportState>()
  #state = TransportState.Disconnected
  #socket: WebSocket | undefined
  #stopListening: () => void = () => undefined

  /** As the Via header says it (RFC 7118 §5.1), by which a server knows that the reply goes back over the socket. */
  get protocol(): string {
    return this.#socket?.url.startsWith('wss:') ? 'WSS' : 'WS'
  }

  get state(): TransportState {
    return this.#state
  }

  get stateChange(): Emitter<TransportState> {
    return this.#stateChange
  }

  isConnected(): boolean {
    return this.#state === TransportState.Connected
  }

  /** Goes on over this open socket. */
  adopt(socket: WebSocket): void {
    this.drop()
    const onMessage = ({ data }: MessageEvent): void => this.#receive(data)
    const onClose = (): void => this.drop()
    socket.addEventListener('message', onMessage)
    socket.addEventListener('close', onClose)
    this.#stopListening = () => {
      socket.removeEventListener('message', onMessage)
      socket.removeEventListener('close', onClose)
    }
    this.#socket = socket
    this.#change(TransportState.Connecting)
    this.#change(TransportState.Connected)
    this.onConnect?.()
    if (socket.readyState !== WebSocket.OPEN) this.drop()
  }

  /** Lets go of the socket at once, without waiting for its close handshake, and says that the link is lost. */
  drop(): void {
    this.#leave(new Error('the connection has gone'))
  }

  /** SIP.js calls this when it starts; sockets are brought by `adopt`. */
  connect(): Promise<void> {
    return this.isConnected() ? Promise.resolve() : Promise.reject(new Error('no socket has been adopted'))
  }

  disconnect(): Promise<void> {
    this.#leave()
    return Promise.resolve()
  }

  dispose(): Promise<void> {
    return this.disconnect()
  }

  send(message: string): Promise<void> {
    if (!this.#socket || !this.isConnected()) return Promise.reject(new Error('not connected'))
    try {
      this.#socket.send(message)
      return Promise.resolve()
    } catch {
      // A socket that is closing.
      return Promise.reject(new Error('not sent'))
    }
  }

  ping(): void {
    this.send(ping).catch(() => undefined)
  }

  #leave(error?: Error): void {
    const socket = this.#socket
    if (!socket) return
    this.#socket = undefined
    this.#stopListening()
    socket.close()
    this.#change(TransportState.Disconnected)
    this.onDisconnect?.(error)
  }

  #change(state: TransportState): void {
    this.#state = state
    this.#stateChange.emit(state)
  }

  #receive(data: unknown): void {
    const message = textOf(data)
    if (lineEnds.test(message)) {
      this.listener?.onLife('line-end')
      return
    }
    this.listener?.onLife('message')
    try {
      this.onMessage?.(message)
    } catch {
      // SIP.js throws at some malformed messages. The link must outlive them, and nothing of a message is logged.
    }
  }
}

/** RFC 7118 §5.2: a message may come as text or as bytes. */
function textOf(data: unknown): string {
  if (typeof data === 'string') return data
  return data instanceof ArrayBuffer ? new TextDecoder().decode(data) : ''
}
