import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { WebSocket } from 'ws'
import type { PracticeAddress } from '../../../renderer/domain/practice.ts'

/** A desk made of plain text, so that nothing of SIP.js stands between a test and the wire. */
export interface RawDesk {
  send(...lines: readonly string[]): void
  /** Sends exactly this. */
  sendText(text: string): void
  /** The next message that has come, or will come within 2 s. */
  next(): Promise<string>
  /** REGISTER with its challenge and answer; resolves with the last reply. */
  register(options?: { readonly password?: string; readonly contact?: string }): Promise<string>
  /** PUBLISH of a state; resolves with the reply. */
  publish(body: string, ...more: readonly string[]): Promise<string>
  readonly address: PracticeAddress
  close(): Promise<void>
}

const patienceMilliseconds = 10_000

export async function openRawDesk(address: PracticeAddress, origin: string): Promise<RawDesk> {
  const socket = new WebSocket(address.server, 'sip', { origin })
  const arrived: string[] = []
  const waiting: ((message: string) => void)[] = []
  socket.on('message', (data: Buffer) => {
    const message = data.toString('utf8')
    const waiter = waiting.shift()
    if (waiter) waiter(message)
    else arrived.push(message)
  })
  await once(socket, 'open')

  const sendText = (text: string): void => socket.send(text)
  const send = (...lines: readonly string[]): void => sendText([...lines, '', ''].join('\r\n'))
  const next = (): Promise<string> =>
    new Promise((resolve, reject) => {
      const message = arrived.shift()
      if (message !== undefined) {
        resolve(message)
        return
      }
      const timer = setTimeout(() => reject(new Error('no message came')), patienceMilliseconds)
      waiting.push((late) => {
        clearTimeout(timer)
        resolve(late)
      })
    })

  let published = 0
  return {
    address,
    publish: (body, ...more) => {
      published += 1
      sendText([...publishLines(address, published, body, ...more), '', body].join('\r\n'))
      return next()
    },
    send,
    sendText,
    next,
    register: async ({ password = address.password, contact = contactOf(address) } = {}) => {
      send(...registerLines(address, 1, `Contact: ${contact}`))
      const nonce = /nonce="([^"]+)"/.exec(await next())?.[1] ?? ''
      const authorization = authorize(address, { nonce, password, nc: '00000001' })
      send(...registerLines(address, 2, `Contact: ${contact}`, authorization))
      return next()
    },
    close: async () => {
      if (socket.readyState === WebSocket.CLOSED) return
      socket.terminate()
      await once(socket, 'close')
    },
  }
}

export const contactOf = ({ user }: PracticeAddress): string =>
  `<sip:${user}@desk.invalid;transport=ws>;+sip.instance="<urn:uuid:00000000-0000-4000-8000-000000000001>"`

export const registerLines = (
  { user, domain }: PracticeAddress,
  sequence: number,
  ...more: readonly string[]
): string[] => [
  `REGISTER sip:${domain} SIP/2.0`,
  `Via: SIP/2.0/WS desk.invalid;branch=z9hG4bK-r${sequence}`,
  `From: <sip:${user}@${domain}>;tag=desk`,
  `To: <sip:${user}@${domain}>`,
  'Call-ID: register-1',
  `CSeq: ${sequence} REGISTER`,
  'Max-Forwards: 70',
  'Supported: path, gruu',
  'Expires: 60',
  ...more,
  'Content-Length: 0',
]

export const publishLines = (
  { user, domain }: PracticeAddress,
  sequence: number,
  body: string,
  ...more: readonly string[]
): string[] => [
  `PUBLISH sip:${user}@${domain} SIP/2.0`,
  `Via: SIP/2.0/WS desk.invalid;branch=z9hG4bK-p${sequence}`,
  `From: <sip:${user}@${domain}>;tag=desk`,
  `To: <sip:${user}@${domain}>`,
  'Call-ID: publish-1',
  `CSeq: ${sequence} PUBLISH`,
  'Max-Forwards: 70',
  'Event: x-foyer-agent-state',
  ...(body === '' ? [] : ['Content-Type: application/json']),
  ...more,
  `Content-Length: ${Buffer.byteLength(body)}`,
]

export const available = '{"state":"available"}'

const md5 = (text: string): string => createHash('md5').update(text).digest('hex')

/** RFC 2617 §3.2.2, worked out here once more: a test that shares the code under test proves nothing. */
export function authorize(
  { user, domain }: PracticeAddress,
  { nonce, password, nc }: { readonly nonce: string; readonly password: string; readonly nc: string },
): string {
  const uri = `sip:${domain}`
  const response = md5(
    `${md5(`${user}:${domain}:${password}`)}:${nonce}:${nc}:abcdef:auth:${md5(`REGISTER:${uri}`)}`,
  )
  const fields = [`username="${user}"`, `realm="${domain}"`, `nonce="${nonce}"`, `uri="${uri}"`]
  return `Authorization: Digest ${fields.join(', ')}, response="${response}", qop=auth, cnonce="abcdef", nc=${nc}`
}

export const inviteLines = ({ user, domain }: PracticeAddress, target: string): string[] => [
  `INVITE ${target} SIP/2.0`,
  'Via: SIP/2.0/WS desk.invalid;branch=z9hG4bK-i1',
  `From: "Ada Agent" <sip:${user}@${domain}>;tag=desk`,
  `To: <${target}>`,
  'Call-ID: call-out-1',
  'CSeq: 1 INVITE',
  'Max-Forwards: 70',
  `Contact: <sip:${user}@desk.invalid;transport=ws>`,
  'Content-Length: 0',
]

/** A reply to a request that came, with our own tag. */
export const replyLines = (request: string, status: string, ...more: readonly string[]): string[] => [
  `SIP/2.0 ${status}`,
  ...request.split('\r\n').filter((line) => /^(?:via|from|call-id|cseq):/i.test(line)),
  `${/^to:.*$/im.exec(request)?.[0] ?? ''};tag=desk-1`,
  ...more,
  'Content-Length: 0',
]

export const statusOf = (reply: string): string =>
  /^SIP\/2\.0 (.*)\r\n/.exec(reply)?.[1] ?? reply.slice(0, 40)

export const fieldOf = (message: string, name: string): string | undefined =>
  new RegExp(`^${name}:\\s*(.*?)\\r?$`, 'im').exec(message)?.[1]
