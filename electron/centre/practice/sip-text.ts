/** The start of a SIP request, read without trusting the rest of it. */
export interface RequestHead {
  readonly method: string
  /** The Request-URI as written: may be `sip:`, `tel:`, `urn:` or nonsense. */
  readonly target: string
  /** Values by lower-case full name, folded lines joined (RFC 3261 §7.3.1). */
  readonly fields: ReadonlyMap<string, readonly string[]>
  readonly body: string
}

/** RFC 3261 §7.3.3: the one-letter names of the fields that are read or repeated here. */
const fullNames: Readonly<Record<string, string>> = {
  v: 'via',
  f: 'from',
  t: 'to',
  i: 'call-id',
  m: 'contact',
  k: 'supported',
  c: 'content-type',
  o: 'event',
  r: 'refer-to',
}

/** RFC 3261 §8.2.6.2: a reply repeats these from its request. */
const repeated = ['via', 'from', 'to', 'call-id', 'cseq'] as const

const requestLine = /^([A-Z]+) (\S+) SIP\/2\.0$/i

/** `undefined` for responses and for what is no SIP at all. */
export function readRequestHead(message: string): RequestHead | undefined {
  const end = message.indexOf('\r\n\r\n')
  const head = end < 0 ? message : message.slice(0, end)
  const [first = '', ...lines] = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
  const [, method, target] = requestLine.exec(first) ?? []
  if (method === undefined || target === undefined) return undefined
  const body = end < 0 ? '' : message.slice(end + 4)
  return { method: method.toUpperCase(), target, fields: fieldsOf(lines), body }
}

function fieldsOf(lines: readonly string[]): Map<string, string[]> {
  const fields = new Map<string, string[]>()
  for (const line of lines) {
    const colon = line.indexOf(':')
    if (colon <= 0) continue
    const written = line.slice(0, colon).trim().toLowerCase()
    const name = Object.hasOwn(fullNames, written) ? (fullNames[written] ?? written) : written
    const value = line.slice(colon + 1).trim()
    const values = fields.get(name)
    if (values) values.push(value)
    else fields.set(name, [value])
  }
  return fields
}

/** What a reply says beyond the fields that it repeats. */
export interface Reply {
  readonly status: number
  readonly reason: string
  /** Whole lines, such as `Contact: <sip:…>`. */
  readonly headers?: readonly string[]
  /** Marks the To field of the reply; RFC 3261 §8.2.6.2 wants one. */
  readonly tag: string
}

/**
 * A reply that needs no transaction: WebSockets lose nothing, so no request comes twice (RFC 7118 §5.3). `undefined`
 * where the request lacks what a reply must repeat, and for an ACK, which is never answered.
 */
export function replyTo(request: RequestHead, reply: Reply): string | undefined {
  if (request.method === 'ACK') return undefined
  const lines: string[] = []
  for (const name of repeated) {
    const values = request.fields.get(name)
    if (!values) return undefined
    for (const value of values) lines.push(`${name}: ${name === 'to' ? tagged(value, reply.tag) : value}`)
  }
  return [
    `SIP/2.0 ${reply.status} ${reply.reason}`,
    ...lines,
    ...(reply.headers ?? []),
    'Content-Length: 0',
    '',
    '',
  ].join('\r\n')
}

const tagged = (to: string, tag: string): string => (/;\s*tag=/i.test(to) ? to : `${to};tag=${tag}`)
