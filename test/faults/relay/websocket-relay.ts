import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

import { WebSocket, WebSocketServer } from 'ws'

/** One text frame: a SIP message, or a ping of line ends (RFC 7118, RFC 5626 section 3.5.1). */
export type Frame = { readonly to: 'desk' | 'server'; readonly text: string }

export type WebSocketRelay = {
  /** Where the desk connects instead. */
  readonly url: string
  /** The newest frames that passed, oldest first, as they left the relay. */
  readonly frames: readonly Frame[]
  /** Says something on the desk's newest connection as if the server had: anything, a SIP message or not. */
  sayToDesk(text: string): void
  /** Says something to the server as if the desk had. */
  sayToServer(text: string): void
  /** Looks at every frame from now on: the text that it returns passes instead, undefined is swallowed. */
  alter(change: (frame: Frame) => string | undefined): void
  stop(): Promise<void>
}

const MOST_FRAMES = 1000
/** Text frames that wait for the connection to the server. */
const MOST_WAITING = 100

type Pair = { readonly desk: WebSocket; readonly server: WebSocket }

/**
 * Starts a relay between a desk and a SIP server that knows WebSocket frames, for what the relay for TCP cannot do:
 * change one message, swallow one, or say something that no proper server says.
 * @param setup `to` is the SIP server's URL.
 */
export async function startWebSocketRelay({ to }: { readonly to: string }): Promise<WebSocketRelay> {
  const listening = new WebSocketServer({
    host: '127.0.0.1',
    port: 0,
    handleProtocols: (offered) => (offered.has('sip') ? 'sip' : false),
  })
  await once(listening, 'listening')
  const frames: Frame[] = []
  let newest: Pair | undefined
  let change = (frame: Frame): string | undefined => frame.text

  const send = (pair: Pair, frame: Frame): void => {
    const socket = pair[frame.to]
    if (socket.readyState !== WebSocket.OPEN) return
    frames.push(frame)
    if (frames.length > MOST_FRAMES) frames.shift()
    socket.send(frame.text)
  }
  const say = (frame: Frame): void => {
    if (newest === undefined) throw new Error('Nobody has connected to the relay yet')
    send(newest, frame)
  }
  listening.on('connection', (desk, request) => {
    const origin = request.headers.origin
    const server = new WebSocket(to, ['sip'], origin === undefined ? {} : { origin })
    const pair = { desk, server }
    newest = pair
    const pass = (towards: Frame['to'], text: string): void => {
      const altered = change({ to: towards, text })
      if (altered !== undefined) send(pair, { to: towards, text: altered })
    }
    join(pair, pass)
  })
  return {
    url: `ws://127.0.0.1:${String((listening.address() as AddressInfo).port)}`,
    frames,
    sayToDesk: (text) => say({ to: 'desk', text }),
    sayToServer: (text) => say({ to: 'server', text }),
    alter: (wanted) => (change = wanted),
    stop: async () => {
      for (const desk of listening.clients) desk.terminate()
      await new Promise<void>((settle) => listening.close(() => settle()))
    },
  }
}

/** Ties both sides together: what one says the other hears, and when one goes the other goes. */
function join({ desk, server }: Pair, pass: (towards: Frame['to'], text: string) => void): void {
  const waiting: string[] = []
  desk.on('message', (data: Buffer) => {
    const text = data.toString('utf8')
    if (server.readyState === WebSocket.OPEN) pass('server', text)
    else if (waiting.length < MOST_WAITING) waiting.push(text)
  })
  server.on('open', () => {
    for (const text of waiting.splice(0)) pass('server', text)
  })
  server.on('message', (data: Buffer) => pass('desk', data.toString('utf8')))
  for (const [one, other] of [
    [desk, server],
    [server, desk],
  ] as const) {
    one.on('close', () => other.terminate())
    one.on('error', () => other.terminate())
  }
}
