/** Who begins the DTLS handshake (RFC 4145 §4). */
type Setup = 'active' | 'passive'

const opposite = { active: 'passive', passive: 'active' } as const satisfies Record<Setup, Setup>

const setupOf = (sdp: string): Setup | undefined => {
  const said = /^a=setup:(\w+)/m.exec(sdp)?.[1]
  return said === 'active' || said === 'passive' ? said : undefined
}

const fingerprintOf = (sdp: string): string | undefined => /^a=fingerprint:\S+ (\S+)/m.exec(sdp)?.[1]

/**
 * Keeps the DTLS roles of a connection as they were first agreed. A session that stays has nothing more to negotiate, and
 * an answer that turns the roles round without a new fingerprint means nothing (RFC 8842 §5.5); a browser refuses it all
 * the same, and the call would end over a word. A media server does so when it has seen an offer of the other side that
 * never reached us.
 */
export class DtlsRole {
  #theirs: Setup | undefined
  #fingerprint: string | undefined

  /** What the other side says, as it is to be taken. */
  taken(type: 'offer' | 'answer', sdp: string): string {
    const fingerprint = fingerprintOf(sdp)
    if (this.#theirs === undefined) {
      this.#fingerprint = fingerprint
      if (type === 'answer') this.#theirs = setupOf(sdp)
      return sdp
    }
    if (fingerprint !== this.#fingerprint) return sdp
    return sdp.replace(/^a=setup:\w+/gm, `a=setup:${type === 'offer' ? 'actpass' : this.#theirs}`)
  }

  /** What we have answered. */
  answered(sdp: string): void {
    const ours = setupOf(sdp)
    if (ours) this.#theirs ??= opposite[ours]
  }
}
