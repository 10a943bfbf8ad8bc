import { given, pause } from './found.ts'

/** Milliseconds. */
const openLimit = 4_000
const answerLimit = 1_500
/** Of these the one in the middle counts: the first often pays for a wireless card that was asleep. */
const pings = 3

/** Milliseconds there and back through a SIP server's WebSocket (RFC 7118), or nothing when it does not answer. */
export async function roundTripTo(url: string, stop: AbortSignal): Promise<number | undefined> {
  const socket = newSocket(url)
  if (!socket) return undefined
  try {
    if (!(await opens(socket, stop))) return undefined
    const times: number[] = []
    for (let turn = 0; turn < pings; turn += 1) {
      const time = await ping(socket, stop)
      if (time === undefined) break
      times.push(time)
    }
    return times.length > 0 ? middle(times) : undefined
  } finally {
    socket.close()
  }
}

const middle = (times: readonly number[]): number | undefined =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]

/** An address that is none, or that the page's policy forbids, throws. */
function newSocket(url: string): WebSocket | undefined {
  try {
    const socket = new WebSocket(url, 'sip')
    socket.binaryType = 'arraybuffer'
    return socket
  } catch {
    return undefined
  }
}

async function opens(socket: WebSocket, stop: AbortSignal): Promise<boolean> {
  const settled = new Promise<void>((resolve) => {
    for (const event of ['open', 'close', 'error'])
      socket.addEventListener(event, () => resolve(), { once: true })
  })
  await Promise.race([settled, pause(openLimit, stop)])
  return socket.readyState === WebSocket.OPEN
}

/** The keep-alive of RFC 5626 §3.5.1, which costs a server nothing; one that does not know it is asked for its options. */
async function ping(socket: WebSocket, stop: AbortSignal): Promise<number | undefined> {
  return (await ask(socket, '\r\n\r\n', stop)) ?? (await ask(socket, optionsRequest(socket.url), stop))
}

async function ask(socket: WebSocket, text: string, stop: AbortSignal): Promise<number | undefined> {
  if (socket.readyState !== WebSocket.OPEN || stop.aborted) return undefined
  const answered = new AbortController()
  const start = performance.now()
  let time: number | undefined
  const hear = ({ data }: MessageEvent): void => {
    if (!isAnswer(data)) return
    time ??= performance.now() - start
    answered.abort()
  }
  const leave = (): void => answered.abort()
  socket.addEventListener('message', hear)
  socket.addEventListener('close', leave)
  socket.send(text)
  await Promise.race([given(answered.signal), pause(answerLimit, stop)])
  socket.removeEventListener('message', hear)
  socket.removeEventListener('close', leave)
  return time
}

/** A pong is one CRLF; any SIP response proves as much. */
function isAnswer(data: unknown): boolean {
  const text = data instanceof ArrayBuffer ? new TextDecoder().decode(data) : data
  return typeof text === 'string' && (text.trim() === '' || text.startsWith('SIP/2.0 '))
}

/** RFC 3261 §11, by nobody: a server that refuses it has answered all the same. */
function optionsRequest(url: string): string {
  const id = crypto.randomUUID()
  const { hostname, protocol } = new URL(url)
  const transport = protocol === 'wss:' ? 'WSS' : 'WS'
  return [
    `OPTIONS sip:${hostname} SIP/2.0`,
    `Via: SIP/2.0/${transport} ${id}.invalid;branch=z9hG4bK${id}`,
    'Max-Forwards: 70',
    `From: <sip:anonymous@anonymous.invalid>;tag=${id}`,
    `To: <sip:${hostname}>`,
    `Call-ID: ${id}`,
    'CSeq: 1 OPTIONS',
    'Content-Length: 0',
    '\r\n',
  ].join('\r\n')
}
