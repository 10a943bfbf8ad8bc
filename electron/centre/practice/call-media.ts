import { MediaStreamTrack, RTCPeerConnection, RTCRtpCodecParameters, RtpHeader, RtpPacket } from 'werift'
import type { RTCRtpTransceiver } from 'werift'
import { createDtmfReader } from './dtmf.ts'
import { frameBytes } from './g711.ts'

/** What a call's sound reports. */
export interface MediaEvents {
  /** Sound can flow both ways. */
  onConnected(): void
  /** µ-law from the agent. */
  onSound(sound: Uint8Array): void
  onKey(key: string): void
  /** The agent's side still lives: a packet or a check of the path came in. */
  onSignOfLife(): void
}

const loopback = '127.0.0.1'
/** RFC 3551 §6 fixes PCMU at 0; 101 is what everybody uses for telephone events. */
const payloadTypes = { pcmu: 0, telephoneEvent: 101 } as const

type Direction = RTCRtpTransceiver['direction']

/** What we answer to each direction that is offered to us (RFC 3264 §6.1). */
const answerTo: Record<Direction, Direction> = {
  sendrecv: 'sendrecv',
  sendonly: 'recvonly',
  recvonly: 'sendonly',
  inactive: 'inactive',
}

/** One call's WebRTC leg: G.711 µ-law, so that nothing has to be encoded, on the loopback interface alone. */
export class CallMedia {
  readonly #connection: RTCPeerConnection
  readonly #transceiver: RTCRtpTransceiver
  readonly #track = new MediaStreamTrack({ kind: 'audio' })
  readonly #events: MediaEvents
  readonly #readKey = createDtmfReader()
  readonly #received = new WeakSet<MediaStreamTrack>()
  #sequence: number
  #timestamp: number
  #isFirst = true

  /** @param random for the first sequence number and timestamp, which must not be guessable in public (RFC 3550 §5.1) */
  constructor(events: MediaEvents, random: () => number) {
    this.#events = events
    this.#sequence = Math.floor(random() * 0x8000)
    this.#timestamp = Math.floor(random() * 0x8000_0000)
    this.#connection = new RTCPeerConnection(connectionSettings(() => events.onSignOfLife()))
    this.#transceiver = this.#connection.addTransceiver(this.#track, { direction: 'sendrecv' })
    this.#connection.connectionStateChange.subscribe((state) => {
      if (state === 'connected') events.onConnected()
    })
    // Comes again with the same track after every re-INVITE.
    this.#connection.onTrack.subscribe((track) => this.#listenTo(track))
  }

  /** Our SDP for an INVITE. */
  async offer(): Promise<string> {
    await this.#connection.setLocalDescription(await this.#connection.createOffer())
    return this.#localSdp()
  }

  /** The agent's SDP from the 200 to our INVITE. Rejects when it makes no sense. */
  async takeAnswer(sdp: string): Promise<void> {
    await this.#connection.setRemoteDescription({ type: 'answer', sdp: withoutCandidates(sdp) })
  }

  /** Our SDP in answer to the agent's re-INVITE. Rejects when the offer makes no sense. */
  async answer(sdp: string): Promise<{ readonly sdp: string; readonly held: boolean }> {
    const offered = directionOf(sdp)
    const isInactive = offered === 'inactive'
    // werift answers "inactive" with port 0, and a browser then drops the track for good: show it "sendonly".
    const shown = isInactive ? sdp.replace('a=inactive', 'a=sendonly') : sdp
    const restarts = this.#iceRestarts
    await this.#connection.setRemoteDescription({ type: 'offer', sdp: withoutCandidates(shown) })
    this.#transceiver.setDirection(isInactive ? 'recvonly' : answerTo[offered])
    await this.#connection.setLocalDescription(await this.#connection.createAnswer())
    if (this.#iceRestarts > restarts) this.#findNewPath()
    const answer = this.#localSdp()
    return {
      sdp: isInactive ? answer.replace('a=recvonly', 'a=inactive') : answer,
      held: offered === 'sendonly' || isInactive,
    }
  }

  /** Sends 20 ms of µ-law. */
  send(frame: Uint8Array): void {
    this.#sequence = (this.#sequence + 1) % 0x1_0000
    this.#timestamp = (this.#timestamp + frameBytes) % 0x1_0000_0000
    const header = new RtpHeader({
      payloadType: payloadTypes.pcmu,
      sequenceNumber: this.#sequence,
      timestamp: this.#timestamp,
      marker: this.#isFirst,
    })
    this.#isFirst = false
    this.#track.writeRtp(new RtpPacket(header, Buffer.from(frame)))
  }

  async close(): Promise<void> {
    await this.#connection.close()
  }

  #listenTo(track: MediaStreamTrack): void {
    if (this.#received.has(track)) return
    this.#received.add(track)
    track.onReceiveRtp.subscribe(({ header, payload }) => {
      this.#events.onSignOfLife()
      if (header.payloadType === payloadTypes.pcmu) this.#events.onSound(payload)
      if (header.payloadType !== payloadTypes.telephoneEvent) return
      const key = this.#readKey(payload, header.timestamp)
      if (key !== undefined) this.#events.onKey(key)
    })
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

  #localSdp(): string {
    const description = this.#connection.localDescription
    if (!description) throw new TypeError('a connection without its own description')
    return description.sdp
  }
}

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

/** RFC 4566 §6: without a direction it is sendrecv. Ours is the only stream of the session. */
function directionOf(sdp: string): Direction {
  const found = /^a=(sendrecv|sendonly|recvonly|inactive)\r?$/m.exec(sdp)?.[1]
  return (['sendonly', 'recvonly', 'inactive'] as const).find((name) => name === found) ?? 'sendrecv'
}

/**
 * An ICE-lite agent only answers checks and never needs the other side's candidates (RFC 8445 §2.5). They are taken
 * out, since werift would look up a browser's hidden `.local` names by multicast DNS on the real network.
 */
const withoutCandidates = (sdp: string): string =>
  sdp.replace(/^a=(?:candidate|remote-candidates):.*\r?\n/gm, '')
