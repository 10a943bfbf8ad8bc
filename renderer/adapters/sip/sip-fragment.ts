/** A NOTIFY's body is a piece of SIP, and never a long one. */
const longest = 4_096

/** The status code in a `message/sipfrag` (RFC 3420): how far a transfer has come. `undefined` where it has none. */
export function fragmentStatus(body: string): number | undefined {
  const code = /^\s*SIP\/2\.0\s+([1-6]\d\d)(?=\s|$)/i.exec(body.slice(0, longest))?.[1]
  return code === undefined ? undefined : Number(code)
}
