import { randomBytes } from 'node:crypto'
import { createSocket } from 'node:dgram'

export type SipPing = {
  /** Of the SIP server, and of this process on the same network. */
  readonly address: string
  readonly testAddress: string
  readonly port: number
  readonly withinMs: number
}

/**
 * Asks a SIP server whether it is there, with an OPTIONS request (RFC 3261 section 11).
 * @returns true when it answered anything within the time.
 */
export function answersSip({ address, testAddress, port, withinMs }: SipPing): Promise<boolean> {
  return new Promise((settle) => {
    const socket = createSocket('udp4')
    const finish = (answered: boolean): void => {
      clearTimeout(timer)
      socket.close(() => {
        settle(answered)
      })
    }
    const timer = setTimeout(() => {
      finish(false)
    }, withinMs)
    socket.once('message', () => {
      finish(true)
    })
    // Nobody listens yet: wait out the time, so that the caller does not spin.
    socket.on('error', () => undefined)
    socket.bind(0, testAddress, () => {
      const request = options(`${address}:${String(port)}`, `${testAddress}:${String(socket.address().port)}`)
      socket.send(request, port, address)
    })
  })
}

function options(to: string, from: string): string {
  const id = randomBytes(8).toString('hex')
  return [
    `OPTIONS sip:${to} SIP/2.0`,
    `Via: SIP/2.0/UDP ${from};rport;branch=z9hG4bK${id}`,
    'Max-Forwards: 70',
    `From: <sip:probe@${from}>;tag=${id}`,
    `To: <sip:${to}>`,
    `Call-ID: ${id}`,
    'CSeq: 1 OPTIONS',
    'Content-Length: 0',
    '\r\n',
  ].join('\r\n')
}
