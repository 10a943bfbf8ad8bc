import { MediaConnection } from './media-connection.ts'
import type { MediaConnectionNeeds } from './media-connection.ts'

/**
 * The peer connections of one call, one after the other: a new one takes over when both sides have agreed on it, and the
 * old one is played until the new one stands.
 */
export class MediaSuccession {
  /** What the other side says: the same stream for the whole call, so that whoever plays it need not know of repairs. */
  readonly remoteStream = new MediaStream()
  readonly #iceServers: readonly RTCIceServer[]
  readonly #onPath: () => void
  /** The one that both sides have agreed on, or the first. */
  #current: MediaConnection
  /** Offered in its place, and not answered yet. */
  #offered: MediaConnection | undefined
  /** Replaced by `#current`, and played until that one stands. */
  #retiring: MediaConnection | undefined
  #track: MediaStreamTrack | undefined
  #hears = true

  constructor({ iceServers, track }: MediaConnectionNeeds, onPath: () => void) {
    this.#iceServers = iceServers
    this.#track = track
    this.#onPath = onPath
    this.#current = this.connect()
    this.#play(this.#current)
  }

  get current(): MediaConnection {
    return this.#current
  }

  get offered(): MediaConnection | undefined {
    return this.#offered
  }

  /** A fresh one, which has no part in the call yet. */
  connect(): MediaConnection {
    const connection = new MediaConnection({ iceServers: this.#iceServers, track: this.#track })
    connection.peer.onconnectionstatechange = () => this.#pathChanged(connection)
    return connection
  }

  /** A fresh one, which takes over when the other side agrees. */
  offerAnother(): MediaConnection {
    this.withdraw()
    this.#offered = this.connect()
    return this.#offered
  }

  withdraw(): void {
    this.#offered?.close()
    this.#offered = undefined
  }

  replaceBy(connection: MediaConnection): void {
    if (connection === this.#offered) this.#offered = undefined
    // Of two that were never heard, the older is the one that the customer still plays through.
    if (this.#retiring) this.#current.close()
    else this.#retiring = this.#current
    this.#current = connection
    this.#pathChanged(connection)
  }

  /** What goes out and what is played, from this moment. */
  letThrough({ out, inward }: { out: boolean; inward: boolean }): void {
    if (this.#track) this.#track.enabled = out
    this.#hears = inward
    for (const track of this.remoteStream.getTracks()) track.enabled = inward
  }

  /** Another microphone, in mid-sentence: no negotiation, and what was muted stays so. */
  async speakThrough(track: MediaStreamTrack): Promise<void> {
    track.enabled = this.#track?.enabled ?? true
    this.#track = track
    await Promise.all(this.#all().map(({ sender }) => sender.replaceTrack(track)))
  }

  close(): void {
    for (const connection of this.#all()) connection.close()
  }

  #all(): readonly MediaConnection[] {
    return [this.#current, this.#offered, this.#retiring].filter((one) => one !== undefined)
  }

  #pathChanged(connection: MediaConnection): void {
    if (connection !== this.#current) return
    if (connection.isConnected && this.#retiring) {
      this.#retiring.close()
      this.#retiring = undefined
      this.#play(connection)
    }
    this.#onPath()
  }

  #play(connection: MediaConnection): void {
    connection.heard.enabled = this.#hears
    for (const track of this.remoteStream.getTracks()) this.remoteStream.removeTrack(track)
    this.remoteStream.addTrack(connection.heard)
  }
}
