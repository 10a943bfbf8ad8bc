import type { MediaConnection } from './media-connection.ts'

/**
 * What is heard before a call is answered (RFC 3960): an announcement, or how it rings there. A number may ring several
 * telephones (RFC 3261 §16.7), each of which answers our one offer with a description of its own, while a peer connection
 * takes an answer only once. The first who plays something is heard. If somebody else then takes the call, they get
 * another connection: as measured with Chromium 2026, one that has taken the first description provisionally
 * (`pranswer`) and then the other needs 3 to 6 s until its DTLS handshake succeeds.
 */
export class EarlyMedia {
  #heard: string | undefined
  #taken: Promise<boolean> = Promise.resolve(false)
  #leadsElsewhere = false

  /** Somebody is heard, and nobody has answered yet. */
  get isHeard(): boolean {
    return this.#heard !== undefined
  }

  /** Somebody else has answered than was heard before. */
  get leadsElsewhere(): boolean {
    return this.#leadsElsewhere
  }

  hear(connection: MediaConnection, sdp: string): void {
    if (this.isHeard || !connection.awaitsAnswer) return
    this.#heard = sdp
    this.#taken = connection.take('answer', sdp).then(
      () => true,
      () => false,
    )
  }

  /** The call is answered with this description: whether nothing is left to take, since somebody was heard before. */
  async isAnswered(sdp: string): Promise<boolean> {
    const wasHeard = await this.#taken
    const isSame = this.#heard === sdp
    this.#heard = undefined
    this.#taken = Promise.resolve(false)
    this.#leadsElsewhere = wasHeard && !isSame
    return wasHeard
  }

  /** The one who answered has a connection of their own. */
  arrived(): void {
    this.#leadsElsewhere = false
  }
}
