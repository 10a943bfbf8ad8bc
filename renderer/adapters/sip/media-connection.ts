import { DtlsRole } from './dtls-role.ts'
import { preferRobustCodecs } from './media-codecs.ts'
import { gathered } from './media-gathering.ts'

export interface MediaConnectionNeeds {
  readonly iceServers: readonly RTCIceServer[]
  /** What is sent; without it the call only listens. */
  readonly track: MediaStreamTrack | undefined
}

export interface WantedOffer {
  readonly direction: RTCRtpTransceiverDirection
  readonly iceRestart: boolean
  /** Asked when it is made, before it counts. */
  readonly isWanted: () => boolean
}

/** One RTCPeerConnection with one audio stream. */
export class MediaConnection {
  readonly peer: RTCPeerConnection
  readonly #transceiver: RTCRtpTransceiver
  readonly #sends: boolean
  readonly #dtlsRole = new DtlsRole()

  constructor({ iceServers, track }: MediaConnectionNeeds) {
    // `balanced` also works with a peer that cannot bundle.
    this.peer = new RTCPeerConnection({ iceServers: [...iceServers], bundlePolicy: 'balanced' })
    this.#sends = track !== undefined
    // Only a transceiver that a track was added to takes part in an answer (RFC 8829 §5.10).
    if (track) this.peer.addTrack(track)
    else this.peer.addTransceiver('audio', { direction: 'recvonly' })
    const [transceiver] = this.peer.getTransceivers()
    if (!transceiver) throw new Error('a peer connection with a track has a transceiver')
    this.#transceiver = transceiver
    preferRobustCodecs(transceiver)
  }

  /** What arrives. */
  get heard(): MediaStreamTrack {
    return this.#transceiver.receiver.track
  }

  get sender(): RTCRtpSender {
    return this.#transceiver.sender
  }

  /** Both sides have agreed that something may arrive. */
  get receives(): boolean {
    return this.#transceiver.currentDirection?.includes('recv') ?? false
  }

  /** The other side has once said that it wants no sound at all (port 0); that cannot be taken back (RFC 8829 §5.11). */
  get isSpent(): boolean {
    return this.#transceiver.currentDirection === 'stopped' || this.peer.signalingState === 'closed'
  }

  get isConnected(): boolean {
    return this.peer.connectionState === 'connected'
  }

  /** We have offered, and they have not answered. */
  get awaitsAnswer(): boolean {
    return this.peer.signalingState === 'have-local-offer'
  }

  /** They have offered, and we have not answered. */
  get awaitsOurAnswer(): boolean {
    return this.peer.signalingState === 'have-remote-offer'
  }

  /** A description with another number of streams than ours can only be renewed by the connection that has agreed to it. */
  get streams(): number {
    return this.peer.currentRemoteDescription?.sdp.match(/^m=/gm)?.length ?? 1
  }

  async offer({ direction, iceRestart, isWanted }: WantedOffer): Promise<string> {
    this.#turn(direction)
    const offer = await this.peer.createOffer({ iceRestart })
    if (!isWanted()) throw new Error('the other side has offered something meanwhile')
    await this.peer.setLocalDescription(offer)
    return this.#described()
  }

  async answer(direction: RTCRtpTransceiverDirection): Promise<string> {
    if (this.#transceiver.mid === null) throw new Error('the other side offers no sound')
    this.#turn(direction)
    await this.peer.setLocalDescription(await this.peer.createAnswer())
    const described = await this.#described()
    this.#dtlsRole.answered(described)
    return described
  }

  async take(type: 'offer' | 'answer', sdp: string): Promise<void> {
    await this.peer.setRemoteDescription({ type, sdp: this.#dtlsRole.taken(type, sdp) })
  }

  /** As if the last offer, ours or theirs, had never been made. */
  async rollBack(): Promise<void> {
    if (this.awaitsAnswer) await this.peer.setLocalDescription({ type: 'rollback' })
    if (this.awaitsOurAnswer) await this.peer.setRemoteDescription({ type: 'rollback' })
  }

  close(): void {
    this.peer.onconnectionstatechange = null
    this.peer.close()
  }

  #turn(direction: RTCRtpTransceiverDirection): void {
    this.#transceiver.direction = this.#sends ? direction : 'recvonly'
  }

  async #described(): Promise<string> {
    await gathered(this.peer)
    const sdp = this.peer.localDescription?.sdp
    if (sdp === undefined) throw new Error('the connection was closed while it gathered its addresses')
    return sdp
  }
}
