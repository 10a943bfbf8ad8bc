import type { BodyAndContentType, SessionDescriptionHandler } from 'sip.js'

import type { IceServer } from '../../domain/setup.ts'
import { MediaConnection } from './media-connection.ts'
import { readCounters } from './media-counters.ts'
import type { MediaCounters } from './media-counters.ts'
import { answeredDirection, offeredDirection, saysHold } from './media-directions.ts'
import { keepOrigin } from './media-origin.ts'

/** How a call that cannot be heard any more finds a new path: with new addresses, or all anew. */
export type Renewal = 'ice-restart' | 'fresh-connection'

/** Milliseconds. Long enough for every keypad decoder, short enough to type ahead (RFC 4733 §2.5). */
const digitLength = 120
const digitGap = 70

export interface CallMediaNeeds {
  readonly iceServers: readonly IceServer[]
  /** What the agent says; a call without it only listens. */
  readonly track: MediaStreamTrack | undefined
}

/**
 * The sound of one call, as SIP.js negotiates it (RFC 3264). Lives as long as the call, and may change its peer connection
 * on the way: the old one goes on until the new one stands.
 */
export class CallMedia implements SessionDescriptionHandler {
  /** What the other side says: the same stream for the whole call, so that whoever plays it need not know of repairs. */
  readonly remoteStream = new MediaStream()
  readonly #iceServers: readonly RTCIceServer[]
  readonly #keepOrigin = keepOrigin()
  /** The one that both sides have agreed on, or the first. */
  #current: MediaConnection
  /** Offered in its place, and not answered yet. */
  #offered: MediaConnection | undefined
  /** Replaced by `#current`, and played until that one stands. */
  #retiring: MediaConnection | undefined
  #track: MediaStreamTrack | undefined
  #renewal: Renewal | undefined
  #holds = { ours: false, theirs: false }
  #hears = true
  #closed = false
  #pathListener: () => void = () => undefined

  constructor({ iceServers, track }: CallMediaNeeds) {
    this.#iceServers = iceServers.map(({ url, username, credential }) => ({
      urls: url,
      ...(username !== undefined && { username }),
      ...(credential !== undefined && { credential }),
    }))
    this.#track = track
    this.#current = this.#connect()
    this.#play(this.#current)
  }

  /** The path of the agreed connection. */
  get path(): RTCPeerConnectionState {
    return this.#current.peer.connectionState
  }

  /** Something may arrive: both sides agreed to it, and neither holds the other. */
  get receives(): boolean {
    return this.#current.receives && !this.#holds.ours && !this.#holds.theirs
  }

  get heldByThem(): boolean {
    return this.#holds.theirs
  }

  onPath(listener: () => void): void {
    this.#pathListener = listener
  }

  /** What the next offer or answer says; nothing is sent by this alone. */
  setHeld(held: boolean): void {
    this.#holds.ours = held
  }

  /** The next offer is for a new path. Taken back when that offer is. */
  renewNext(renewal: Renewal): void {
    this.#renewal = renewal
  }

  /** What goes out and what is played, from this moment and without asking the other side. */
  letThrough({ out, inward }: { out: boolean; inward: boolean }): void {
    if (this.#track) this.#track.enabled = out
    this.#hears = inward
    for (const track of this.remoteStream.getTracks()) track.enabled = inward
  }

  /** Another microphone, in mid-sentence: no negotiation, and what was muted stays so. */
  async speakThrough(track: MediaStreamTrack): Promise<void> {
    track.enabled = this.#track?.enabled ?? true
    this.#track = track
    const all = [this.#current, this.#offered, this.#retiring].filter((one) => one !== undefined)
    await Promise.all(all.map(({ sender }) => sender.replaceTrack(track)))
  }

  sendDtmf(digits: string): boolean {
    const { dtmf } = this.#current.sender
    if (!dtmf?.canInsertDTMF) return false
    // insertDTMF replaces what has not been played yet, so that goes in again before the new digit.
    dtmf.insertDTMF(dtmf.toneBuffer + digits, digitLength, digitGap)
    return true
  }

  async counters(): Promise<MediaCounters> {
    return readCounters(await this.#current.peer.getStats())
  }

  hasDescription(contentType: string): boolean {
    return contentType.toLowerCase() === 'application/sdp'
  }

  async getDescription(): Promise<BodyAndContentType> {
    this.#refuseIfClosed()
    const body = this.#keepOrigin(await this.#describe())
    this.#refuseIfClosed()
    return { body, contentType: 'application/sdp' }
  }

  async setDescription(sdp: string): Promise<void> {
    this.#refuseIfClosed()
    const offered = this.#offered
    if (offered) {
      await offered.take('answer', sdp)
      this.#offered = undefined
      this.#replaceBy(offered)
      this.#holds.theirs = saysHold(sdp) && !this.#holds.ours
      return
    }
    const isAnswer = this.#current.peer.signalingState === 'have-local-offer'
    if (isAnswer) await this.#current.take('answer', sdp)
    else await this.#takeOffer(sdp)
    // While we hold them, they have nothing to send, and say so: that is not their hold.
    if (!isAnswer || !this.#holds.ours) this.#holds.theirs = saysHold(sdp)
  }

  async rollbackDescription(): Promise<void> {
    if (this.#offered) {
      this.#offered.close()
      this.#offered = undefined
    } else if (!this.#closed) await this.#current.rollBack()
  }

  close(): void {
    this.#closed = true
    for (const connection of [this.#current, this.#offered, this.#retiring]) connection?.close()
  }

  async #describe(): Promise<string> {
    const renewal = this.#renewal
    this.#renewal = undefined
    if (this.#current.peer.signalingState === 'have-remote-offer')
      return this.#current.answer(answeredDirection(this.#holds))
    const anew = renewal === 'fresh-connection' && this.#current.streams === 1
    if (!anew && !this.#current.isSpent)
      return this.#current.offer(offeredDirection(this.#holds), renewal !== undefined)
    this.#offered?.close()
    this.#offered = this.#connect()
    return weBegin(await this.#offered.offer(offeredDirection(this.#holds), false))
  }

  /** A server between us may come back with quite another description, as after a transfer: then we begin anew, too. */
  async #takeOffer(sdp: string): Promise<void> {
    try {
      if (this.#current.isSpent) throw new Error('this connection takes no more sound')
      await this.#current.take('offer', sdp)
    } catch {
      const fresh = this.#connect()
      try {
        await fresh.take('offer', sdp)
      } catch (error) {
        fresh.close()
        throw error
      }
      this.#replaceBy(fresh)
    }
  }

  #connect(): MediaConnection {
    const connection = new MediaConnection({ iceServers: this.#iceServers, track: this.#track })
    connection.peer.onconnectionstatechange = () => this.#pathChanged(connection)
    return connection
  }

  #replaceBy(connection: MediaConnection): void {
    // Of two that were never heard, the older is the one that the customer still plays through.
    if (this.#retiring) this.#current.close()
    else this.#retiring = this.#current
    this.#current = connection
    this.#pathChanged(connection)
  }

  #pathChanged(connection: MediaConnection): void {
    if (connection !== this.#current) return
    if (connection.isConnected && this.#retiring) {
      this.#retiring.close()
      this.#retiring = undefined
      this.#play(connection)
    }
    this.#pathListener()
  }

  #play(connection: MediaConnection): void {
    connection.heard.enabled = this.#hears
    for (const track of this.remoteStream.getTracks()) this.remoteStream.removeTrack(track)
    this.remoteStream.addTrack(connection.heard)
  }

  #refuseIfClosed(): void {
    if (this.#closed) throw new Error('the call is over')
  }
}

/**
 * We begin the DTLS handshake of a fresh connection (RFC 8842 §5.1), as soon as its path stands. A server that begins
 * while the path is still being looked for waits a second or two before it tries again.
 */
const weBegin = (sdp: string): string => sdp.replace(/^a=setup:actpass/gm, 'a=setup:active')
