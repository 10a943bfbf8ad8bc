/** Building blocks of sipp scenarios: XML with sipp's own words in square brackets. */

/** Where this side's sound is: it stands in its descriptions. */
export type SoundAddress = { readonly address: string; readonly port: number }

/** The two addresses of a dialog, with tags, as this side writes them into its requests. */
export type DialogEnds = { readonly from: string; readonly to: string }

export const NO_BODY = ['Content-Length: 0', '', '']
export const LOCAL_TAG = ';tag=telephone[call_number]'

/** Keeps the direction that the other side offers, and notes in the scenario's log where it wants its sound. */
export const READ_DESCRIPTION = [
  '<ereg regexp="m=audio ([0-9]+)" search_in="body" assign_to="line,port"/>',
  '<ereg regexp="a=(sendrecv|sendonly|recvonly|inactive)" search_in="body" assign_to="whole,offered"/>',
  '<log message="sound to [$port]"/>',
].join('')

/** G.711 µ-law and DTMF (RFC 4566, RFC 4733). */
export function description({ address, port }: SoundAddress, direction: string, version: number): string[] {
  return [
    'Content-Type: application/sdp',
    'Content-Length: [len]',
    '',
    'v=0',
    `o=telephone 1 ${String(version)} IN IP4 ${address}`,
    's=-',
    `c=IN IP4 ${address}`,
    't=0 0',
    `m=audio ${String(port)} RTP/AVP 0 101`,
    'a=rtpmap:0 PCMU/8000',
    'a=rtpmap:101 telephone-event/8000',
    'a=fmtp:101 0-15',
    'a=ptime:20',
    `a=${direction}`,
    '',
  ]
}

function send(lines: readonly string[], attributes = ''): string {
  return `<send${attributes}><![CDATA[\n${lines.join('\n')}\n]]></send>`
}

export type RequestLine = {
  readonly method: string
  readonly number: number
  /** Default: where the dialog leads. */
  readonly target?: string
  /**
   * How many messages and pauses of the scenario ago the INVITE was whose branch this request has: a CANCEL, and an ACK
   * of a refusal (RFC 3261 section 17.1.1.3).
   */
  readonly since?: number
}

/** @param lines further headers, and the body. */
export function request(what: RequestLine, { from, to }: DialogEnds, lines: readonly string[]): string {
  const { method, number, target = '[next_url]', since = 0 } = what
  const branch = since === 0 ? '[branch]' : `[branch-${String(since)}]`
  // Sent again every half second until it is answered, as UDP needs; an ACK has no answer.
  return send(
    [
      `${method} ${target} SIP/2.0`,
      `Via: SIP/2.0/UDP [local_ip]:[local_port];branch=${branch}`,
      ...(target === '[next_url]' ? ['[routes]'] : []),
      `From: ${from}`,
      `To: ${to}`,
      'Call-ID: [call_id]',
      `CSeq: ${String(number)} ${method}`,
      'Contact: <sip:[local_ip]:[local_port]>',
      'Max-Forwards: 70',
      ...lines,
    ],
    method === 'ACK' ? '' : ' retrans="500"',
  )
}

/** Answers the request that came last. @param tag added to the To of a request that has none yet. */
export function reply(status: string, lines: readonly string[], tag = ''): string {
  return send([
    `SIP/2.0 ${status}`,
    '[last_Via:]',
    '[last_Record-Route:]',
    '[last_From:]',
    `[last_To:]${tag}`,
    '[last_Call-ID:]',
    '[last_CSeq:]',
    'Contact: <sip:[local_ip]:[local_port]>',
    ...lines,
  ])
}

const TO_LINE_END = '[^[:cntrl:]]+'
const keepHeader = (name: string, variable: string): string =>
  `<ereg regexp="${TO_LINE_END}" search_in="hdr" header="${name}:" assign_to="${variable}"/>`

/** Keeps what an answer to this request needs, for one that is given after other messages have come. */
export const KEEP_REQUEST = [
  // The server's and the other side's.
  `<ereg regexp="Via: ${TO_LINE_END}[[:cntrl:]]+Via: ${TO_LINE_END}" search_in="msg" assign_to="keptVia"/>`,
  keepHeader('From', 'keptFrom'),
  keepHeader('To', 'keptTo'),
  keepHeader('CSeq', 'keptNumber'),
].join('')

/** Refuses the request that was kept. */
export function refuseKept(status: string): string {
  return send([
    `SIP/2.0 ${status}`,
    '[$keptVia]',
    'From: [$keptFrom]',
    'To: [$keptTo]',
    'Call-ID: [call_id]',
    'CSeq: [$keptNumber]',
    ...NO_BODY,
  ])
}

export function expect(
  what: { readonly request: string } | { readonly response: number },
  more = '',
): string {
  const named = 'request' in what ? `request="${what.request}"` : `response="${String(what.response)}"`
  return `<recv ${named} ${more}/>`
}

/** Replies that may come before the final one. */
export const PROVISIONAL = [100, 180, 183]
  .map((response) => expect({ response }, 'optional="true"'))
  .join('\n')

export function wholeScenario(parts: readonly string[]): string {
  return ['<?xml version="1.0"?>', '<scenario name="telephone">', ...parts, '</scenario>', ''].join('\n')
}
