import { vi } from 'vitest'

export interface ImitatedTrack {
  readonly name: string
  enabled: boolean
  readyState: 'live' | 'ended'
}

export const imitatedTrack = (name: string): ImitatedTrack => ({ name, enabled: true, readyState: 'live' })

/** A peer connection without a network: descriptions are words, and the test says when a path stands. */
export class ImitatedPeer {
  static readonly all: ImitatedPeer[] = []
  readonly number = ImitatedPeer.all.push(this) - 1
  connectionState = 'new'
  signalingState = 'stable'
  iceGatheringState = 'complete'
  localDescription: { sdp: string } | undefined
  currentRemoteDescription: { sdp: string } | undefined
  onconnectionstatechange: (() => void) | null = null
  stats: Record<string, unknown>[] = []
  /** Set it to have the next description of the other side refused. */
  refusesOffers = false
  readonly transceiver = {
    mid: '0' as string | null,
    direction: 'sendrecv',
    currentDirection: 'sendrecv',
    receiver: { track: imitatedTrack(`heard-${this.number}`) },
    sender: {
      track: undefined as ImitatedTrack | undefined,
      dtmf: { canInsertDTMF: true, toneBuffer: '', insertDTMF: vi.fn() },
      replaceTrack: vi.fn((track: ImitatedTrack) =>
        Promise.resolve(void (this.transceiver.sender.track = track)),
      ),
    },
    setCodecPreferences: vi.fn(),
  }

  addTrack = (track: ImitatedTrack): void => void (this.transceiver.sender.track = track)
  addTransceiver = (_kind: string, { direction }: { direction: string }): void =>
    void (this.transceiver.direction = direction)
  getTransceivers = () => [this.transceiver]
  getConfiguration = () => ({ iceServers: [] })
  addEventListener = (): void => undefined
  removeEventListener = (): void => undefined
  getStats = () => Promise.resolve(new Map(this.stats.map((stat, index) => [String(index), stat])))
  createOffer = ({ iceRestart }: { iceRestart: boolean }) =>
    Promise.resolve({ type: 'offer', sdp: this.#describe(iceRestart ? 'restart' : 'offer') })
  createAnswer = () => Promise.resolve({ type: 'answer', sdp: this.#describe('answer') })

  setLocalDescription = ({ type, sdp = '' }: { type: string; sdp?: string }): Promise<void> => {
    this.signalingState = type === 'offer' ? 'have-local-offer' : 'stable'
    if (type !== 'rollback') this.localDescription = { sdp }
    return Promise.resolve()
  }

  setRemoteDescription = ({ type, sdp = '' }: { type: string; sdp?: string }): Promise<void> => {
    if (type === 'offer' && this.refusesOffers) return Promise.reject(new Error('the m-lines do not match'))
    this.signalingState = type === 'offer' ? 'have-remote-offer' : 'stable'
    if (type !== 'rollback') this.currentRemoteDescription = { sdp }
    return Promise.resolve()
  }

  become(state: string): void {
    this.connectionState = state
    this.onconnectionstatechange?.()
  }

  close = (): void => {
    this.connectionState = 'closed'
    this.signalingState = 'closed'
  }

  #describe(kind: string): string {
    const origin = `o=- ${this.number + 1}000 2 IN IP4 127.0.0.1`
    return `v=0\r\n${origin}\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=setup:actpass\r\na=kind:${kind}-${this.number}\r\na=${this.transceiver.direction}\r\n`
  }
}

class ImitatedStream {
  readonly #tracks = new Set<ImitatedTrack>()
  getTracks = () => [...this.#tracks]
  addTrack = (track: ImitatedTrack): void => void this.#tracks.add(track)
  removeTrack = (track: ImitatedTrack): void => void this.#tracks.delete(track)
}

/** The browser makes no connection, as with credentials for a TURN server that it does not take. */
export function imitateNoPeers(): void {
  const refusing = vi.fn(function refuse() {
    throw new DOMException('credentials', 'InvalidAccessError')
  })
  vi.stubGlobal('RTCPeerConnection', refusing)
}

/** Puts the imitations where a browser has its own; `vi.unstubAllGlobals` takes them away. */
export function imitatePeers(): void {
  ImitatedPeer.all.length = 0
  vi.stubGlobal('RTCPeerConnection', ImitatedPeer)
  vi.stubGlobal('MediaStream', ImitatedStream)
  vi.stubGlobal('RTCRtpReceiver', { getCapabilities: () => ({ codecs: [] }) })
}
