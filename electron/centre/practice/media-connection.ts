import { MediaStreamTrack, RTCPeerConnection, RTCRtpCodecParameters } from 'werift'
import type { RtpPacket } from 'werift'
import { withDirection, withoutCandidates } from './sdp.ts'

/** RFC 3551 §6 fixes PCMU at 0; 101 is what everybody uses for telephone events. */
export const payloadTypes = { pcmu: 0, telephoneEvent: 101 } as const

export interface ConnectionEvents {
  onConnected(): void
  onRtp(packet: RtpPacket): void
  /** A check of the path came in. */
  onCheck(): void
}

const loopback = '127.0.0.1'

/**
 * One WebRTC connection on the loopback interface. It always shows `sendrecv` to werift, which answers `inactive` with
 * port 0 (a browser then drops the track for good): who may speak is the business of `CallMedia`.
 */
export class MediaConnection {
  readonly #connection: RTCPeerConnection
  readonly #track = new MediaStreamTrack({ kind: 'audio' })
  readonly #received = new WeakSet<MediaStreamTrack>()

  constructor(events: ConnectionEvents) {
    this.#connection = new RTCPeerConnection(connectionSettings(() => events.onCheck()))
    this.#connection.addTransceiver(this.#track, { direction: 'sendrecv' })
    this.#connection.connectionStateChange.subscribe((state) => {
      if (state === 'connected') events.onConnected()
    })
    // Comes again with the same track after every re-INVITE.
    this.#connection.onTrack.subscribe((track) => {
      if (this.#received.has(track)) return
      this.#received.add(track)
      track.onReceiveRtp.subscribe((packet) => events.onRtp(packet))
    })
  }

  async offer(): Promise<string> {
    await this.#connection.setLocalDescription(await this.#connection.createOffer())
    return this.localSdp
  }

  /** Rejects when the answer makes no sense. */
  async takeAnswer(sdp: string): Promise<void> {
    await this.#connection.setRemoteDescription({ type: 'answer', sdp: shown(sdp) })
  }

  /** Rejects when the offer makes no sense. */
  async answer(sdp: string): Promise<string> {
    const restarts = this.#iceRestarts
    await this.#connection.setRemoteDescription({ type: 'offer', sdp: shown(sdp) })
    await this.#connection.setLocalDescription(await this.#connection.createAnswer())
    if (this.#iceRestarts > restarts) this.#findNewPath()
    return this.localSdp
  }

  get localSdp(): string {
    const description = this.#connection.localDescription
    if (!description) throw new TypeError('a connection without its own description')
    return description.sdp
  }

  send(packet: RtpPacket): void {
    this.#track.writeRtp(packet)
  }

  async close(): Promise<void> {
    await this.#connection.close()
  }

  get #iceRestarts(): number {
    return this.#connection.iceTransports.reduce((sum, { iceRestarts }) => sum + iceRestarts, 0)
  }

  /** After an ICE restart (RFC 8445 §9) werift gathers anew, but waits for the agent's checks only when told to. */
  #findNewPath(): void {
    for (const transport of this.#connection.iceTransports) {
      // Rejects when the call ends before a path was found; a path that stays dead ends the call by itself.
      transport.start().catch(() => undefined)
    }
  }
}

const shown = (sdp: string): string => withDirection(withoutCandidates(sdp), 'sendrecv')

const connectionSettings = (
  onCheck: () => void,
): NonNullable<ConstructorParameters<typeof RTCPeerConnection>[0]> => ({
  iceServers: [],
  // A full agent would ask a public STUN server even when it is given none.
  iceLite: true,
  // No address of this computer but loopback.
  iceUseIpv4: false,
  iceUseIpv6: false,
  iceInterfaceAddresses: { udp4: loopback },
  iceAdditionalHostAddresses: [loopback],
  iceFilterStunResponse: () => {
    onCheck()
    return true
  },
  bundlePolicy: 'max-bundle',
  codecs: {
    audio: [
      codec('audio/PCMU', payloadTypes.pcmu),
      codec('audio/telephone-event', payloadTypes.telephoneEvent),
    ],
    video: [],
  },
})

const codec = (mimeType: string, payloadType: number): RTCRtpCodecParameters =>
  new RTCRtpCodecParameters({ mimeType, payloadType, clockRate: 8000, channels: 1 })
