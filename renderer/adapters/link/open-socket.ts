/** What is spoken over the WebSocket: SIP (RFC 7118 §8.1) or XMPP (RFC 7395 §3.1). */
export type Subprotocol = 'sip' | 'xmpp'

export interface Opening {
  /** `undefined` where the socket has not opened within the limit, or was given up. */
  readonly opened: Promise<WebSocket | undefined>
  giveUp(): void
}

/** @param limit milliseconds */
export function openSocket(server: string, protocol: Subprotocol, limit: number): Opening {
  const socket = makeSocket(server, protocol)
  if (!socket) return { opened: Promise.resolve(undefined), giveUp: () => undefined }
  socket.binaryType = 'arraybuffer'
  let giveUp = (): void => undefined
  const opened = new Promise<WebSocket | undefined>((resolve) => {
    const settle = (result: WebSocket | undefined): void => {
      clearTimeout(timer)
      for (const [kind, listener] of listeners) socket.removeEventListener(kind, listener)
      resolve(result)
    }
    const listeners = [
      ['open', () => settle(socket)],
      ['close', () => settle(undefined)],
    ] as const
    giveUp = () => {
      if (socket.readyState !== WebSocket.CONNECTING) return
      // What becomes of it is nobody's business any more: a dead link lets a closing socket hang for long.
      settle(undefined)
      socket.close()
    }
    const timer = setTimeout(giveUp, limit)
    for (const [kind, listener] of listeners) socket.addEventListener(kind, listener)
    // The close event follows and says enough; in Node an error that nobody hears would end the process.
    socket.addEventListener('error', () => undefined)
  })
  return { opened, giveUp: () => giveUp() }
}

/** An address that is none, or that the page's policy forbids, throws. */
function makeSocket(server: string, protocol: Subprotocol): WebSocket | undefined {
  try {
    return new WebSocket(server, protocol)
  } catch {
    return undefined
  }
}
