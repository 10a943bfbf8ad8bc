import { randomBytes } from 'node:crypto'
import { createSocket } from 'node:dgram'

/**
 * Asks a SIP server on loopback whether it is there, with an OPTIONS request (RFC 3261 section 11).
 * @returns true when it answered anything within the time.
 */
export function answersSip(port: number, withinMs: number): Promise<boolean> {
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
    socket.bind(0, '127.0.0.1', () => {
      socket.send(options(port, socket.address().port), port, '127.0.0.1')
    })
  })
}

function options(to: number, from: number): string {
  const id = randomBytes(8).toString('hex')
  return [
    `OPTIONS sip:127.0.0.1:${String(to)} SIP/2.0`,
    `Via: SIP/2.0/UDP 127.0.0.1:${String(from)};rport;branch=z9hG4bK${id}`,
    'Max-Forwards: 70',
    `From: <sip:probe@127.0.0.1>;tag=${id}`,
    `To: <sip:127.0.0.1:${String(to)}>`,
    `Call-ID: ${id}`,
    'CSeq: 1 OPTIONS',
    'Content-Length: 0',
    '\r\n',
  ].join('\r\n')
}
