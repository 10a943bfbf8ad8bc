/** Rewrites the origin of each description of a call, whichever peer connection wrote it. */
export type OriginKeeper = (sdp: string) => string

/**
 * A later description must carry the session id of the first, and a version that is one higher (RFC 3264 §8). A fresh peer
 * connection counts from the start with an id of its own; some servers would then ignore what it says.
 */
export function keepOrigin(): OriginKeeper {
  let session: string | undefined
  let version = 0
  return (sdp) =>
    sdp.replace(/^o=(\S+) (\d+) (\d+) /m, (_line, user: string, id: string, first: string) => {
      version = session === undefined ? Number(first) : version + 1
      session ??= id
      return `o=${user} ${session} ${version} `
    })
}
