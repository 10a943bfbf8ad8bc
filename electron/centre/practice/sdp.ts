/** In which way sound may flow, as whoever writes it sees it (RFC 4566 §6). */
export type Direction = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive'

const directionLine = /^a=(sendrecv|sendonly|recvonly|inactive)(?=\r?$)/m

/** RFC 4566 §6: without a direction it is sendrecv. Ours is the only stream of the session. */
export function directionOf(sdp: string): Direction {
  const found = directionLine.exec(sdp)?.[1]
  return (['sendonly', 'recvonly', 'inactive'] as const).find((name) => name === found) ?? 'sendrecv'
}

export function withDirection(sdp: string, direction: Direction): string {
  return sdp.replace(directionLine, `a=${direction}`)
}

/** What each side lets through: we to them, they to us. */
export const directionFor = (weHold: boolean, theyHold: boolean): Direction => {
  if (weHold) return theyHold ? 'inactive' : 'sendonly'
  return theyHold ? 'recvonly' : 'sendrecv'
}

/** Whether the writer of that description wants to hear nothing (RFC 3264 §8.4). */
export function holds(sdp: string): boolean {
  const direction = directionOf(sdp)
  return direction === 'sendonly' || direction === 'inactive'
}

/** What we answer to an offer (RFC 3264 §6.1): at most what is offered, and nothing to hear while we hold. */
export function answerTo(offered: Direction, weHold: boolean): Direction {
  const theySend = offered === 'sendrecv' || offered === 'sendonly'
  const theyListen = offered === 'sendrecv' || offered === 'recvonly'
  if (theyListen) return theySend && !weHold ? 'sendrecv' : 'sendonly'
  return theySend && !weHold ? 'recvonly' : 'inactive'
}

/** The certificate by which the writer is known in DTLS (RFC 8122 §5); a new one means a new connection. */
export const fingerprintOf = (sdp: string): string | undefined =>
  /^a=fingerprint:(\S+ [0-9A-F:]+)/im.exec(sdp)?.[1]?.toUpperCase()

/** Whether it is about sound over DTLS-SRTP, which is all that the centre understands. */
export const isAboutSound = (sdp: string): boolean =>
  /^m=audio [1-9]/m.test(sdp) && fingerprintOf(sdp) !== undefined

/** RFC 3264 §8: the version in the origin line counts the descriptions of a session. */
export const withVersion = (sdp: string, version: number): string =>
  sdp.replace(/^(o=\S+ \S+) \d+/m, `$1 ${version}`)

/**
 * An ICE-lite agent only answers checks and never needs the other side's candidates (RFC 8445 §2.5). They are taken
 * out, since werift would look up a browser's hidden `.local` names by multicast DNS on the real network.
 */
export const withoutCandidates = (sdp: string): string =>
  sdp.replace(/^a=(?:candidate|remote-candidates):.*\r?\n/gm, '')
