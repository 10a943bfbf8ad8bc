import {
  createSelfSignedCertificate,
  HashAlgorithm,
  MediaStreamTrack,
  NamedCurveAlgorithm,
  RTCPeerConnection,
  RTCRtpCodecParameters,
  RtpHeader,
  RtpPacket,
  SignatureAlgorithm,
} from 'werift'

/** One WebRTC connection of a desk that speaks in a single byte of µ-law, so that whoever hears it knows it. */
export interface DeskSound {
  readonly connection: RTCPeerConnection
  offer(): Promise<string>
  /** The same connection by a new path (RFC 8445 §9). */
  restart(): Promise<string>
  takeAnswer(sdp: string): Promise<void>
  answer(offer: string): Promise<string>
  close(): Promise<void>
}

export interface DeskSoundOptions {
  readonly stun: string
  /** What this desk says, for ever. */
  readonly voice: number
  readonly onHeard: (byte: number) => void
}

const frameMilliseconds = 20

/** werift gives all connections of a process one certificate; a browser gives each its own. */
const newKeys = () =>
  createSelfSignedCertificate(
    { signature: SignatureAlgorithm.ecdsa_3, hash: HashAlgorithm.sha256_4 },
    NamedCurveAlgorithm.secp256r1_23,
  )

export async function openDeskSound({ stun, voice, onHeard }: DeskSoundOptions): Promise<DeskSound> {
  const connection = new RTCPeerConnection({
    dtls: { keys: await newKeys() },
    iceServers: [{ urls: stun }],
    iceUseIpv4: false,
    iceUseIpv6: false,
    iceInterfaceAddresses: { udp4: '127.0.0.1' },
    iceAdditionalHostAddresses: ['127.0.0.1'],
    bundlePolicy: 'max-bundle',
    codecs: {
      audio: [
        new RTCRtpCodecParameters({ mimeType: 'audio/PCMU', payloadType: 0, clockRate: 8000, channels: 1 }),
      ],
      video: [],
    },
  })
  const track = new MediaStreamTrack({ kind: 'audio' })
  connection.addTransceiver(track, { direction: 'sendrecv' })
  const known = new WeakSet<MediaStreamTrack>()
  connection.onTrack.subscribe((theirs) => {
    if (known.has(theirs)) return
    known.add(theirs)
    theirs.onReceiveRtp.subscribe(({ payload }) => onHeard(payload[0] ?? 0xff))
  })
  let sequenceNumber = 0
  let isRestarting = false
  const speaking = setInterval(() => {
    sequenceNumber = (sequenceNumber + 1) % 0x1_0000
    const header = new RtpHeader({ payloadType: 0, sequenceNumber, timestamp: sequenceNumber * 160 })
    track.writeRtp(new RtpPacket(header, Buffer.alloc(160, voice)))
  }, frameMilliseconds)
  const local = (): string => connection.localDescription?.sdp ?? ''
  const offer = async (options?: { iceRestart: boolean }): Promise<string> => {
    await connection.setLocalDescription(await connection.createOffer(options))
    return local()
  }
  return {
    connection,
    offer: () => offer(),
    restart: () => {
      isRestarting = true
      return offer({ iceRestart: true })
    },
    async takeAnswer(sdp) {
      await connection.setRemoteDescription({ type: 'answer', sdp })
      // After a restart werift checks the new path only when told to.
      if (isRestarting) for (const transport of connection.iceTransports) void transport.start()
      isRestarting = false
    },
    async answer(sdp) {
      await connection.setRemoteDescription({ type: 'offer', sdp })
      await connection.setLocalDescription(await connection.createAnswer())
      return local()
    },
    async close() {
      clearInterval(speaking)
      await connection.close()
    },
  }
}
