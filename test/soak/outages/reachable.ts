import { randomBytes } from 'node:crypto'
import { createSocket } from 'node:dgram'

import type { SipServers } from '../../servers/sip-servers.ts'

/** Milliseconds between two questions. */
const interval = 50

export interface ReachableWanted {
  readonly servers: Pick<SipServers, 'udp' | 'domain' | 'place'>
  readonly user: string
  /** Milliseconds. */
  readonly within: number
}

/**
 * Asks through the SIP server, as a caller would, until a user's own client answers (OPTIONS, RFC 3261 §11): then, and only
 * then, a customer who calls would ring there. Resolves to the epoch milliseconds of the answer, or `undefined`.
 */
export function reachable({ servers, user, within }: ReachableWanted): Promise<number | undefined> {
  const { address, testAddress } = servers.place
  const port = Number(servers.udp.split(':')[2])
  return new Promise((resolve) => {
    const socket = createSocket('udp4')
    const finish = (at: number | undefined): void => {
      clearInterval(asking)
      clearTimeout(limit)
      socket.close(() => resolve(at))
    }
    const ask = (): void => {
      const from = `${testAddress}:${socket.address().port}`
      socket.send(options(`sip:${user}@${servers.domain}`, from), port, address)
    }
    const limit = setTimeout(() => finish(undefined), within)
    const asking = setInterval(() => ask(), interval)
    // The server itself says 480 or 408 for a user who is not there.
    socket.on('message', (answer) => {
      if (answer.toString('latin1').startsWith('SIP/2.0 200 ')) finish(Date.now())
    })
    // A server that is down refuses; it is asked again.
    socket.on('error', () => undefined)
    socket.bind(0, testAddress, ask)
  })
}

function options(to: string, from: string): string {
  const id = randomBytes(8).toString('hex')
  return [
    `OPTIONS ${to} SIP/2.0`,
    `Via: SIP/2.0/UDP ${from};rport;branch=z9hG4bK${id}`,
    'Max-Forwards: 70',
    `From: <sip:probe@${from}>;tag=${id}`,
    `To: <${to}>`,
    `Call-ID: ${id}`,
    'CSeq: 1 OPTIONS',
    'Content-Length: 0',
    '\r\n',
  ].join('\r\n')
}
