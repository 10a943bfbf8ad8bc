import type { CallQuality } from '../../domain/call-quality.ts'
import type { IceServer } from '../../domain/setup.ts'
import type { Undo } from '../../ports/undo.ts'
import { given, pause } from './found.ts'
import { qualityBetween } from './relay-quality.ts'

/** Milliseconds to get through. */
const connectLimit = 4_500
/** Milliseconds in which the jitter buffer finds its size, which no call is judged by. */
const settling = 500
const measuring = 4_000

export type RelayOutcome =
  | { readonly kind: 'refused' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'measured'; readonly quality: CallQuality }

/** A call from this page to itself that may go through the relay only. */
export async function callThroughRelay(server: IceServer, stop: AbortSignal): Promise<RelayOutcome> {
  const ends: RTCPeerConnection[] = []
  const players: Undo[] = []
  const tone = startTone()
  try {
    const configuration = configurationOf(server)
    if (!configuration) return { kind: 'refused' }
    const [here, there] = [new RTCPeerConnection(configuration), new RTCPeerConnection(configuration)]
    ends.push(here, there)
    const refused = watchRefusals(ends)
    const connected = connects(here, there)
    for (const track of tone.stream.getTracks()) {
      here.addTrack(track, tone.stream)
      there.addTrack(track, tone.stream)
    }
    players.push(...ends.map(playUnheard))
    await negotiate(here, there)
    await Promise.race([connected, pause(connectLimit, stop), given(refused)])
    if (here.connectionState !== 'connected') return { kind: refused.aborted ? 'refused' : 'unreachable' }
    return { kind: 'measured', quality: await measure(ends, stop) }
  } catch {
    // An address that the browser does not take for one.
    return { kind: 'unreachable' }
  } finally {
    ends.forEach((end) => end.close())
    players.forEach((forget) => forget())
    tone.stop()
  }
}

/** Nothing where a name or password is lacking, without which every relay refuses (and the browser throws). */
function configurationOf({ url, username, credential }: IceServer): RTCConfiguration | undefined {
  if (username === undefined || credential === undefined) return undefined
  return { iceServers: [{ urls: url, username, credential }], iceTransportPolicy: 'relay' }
}

/** A soft tone, heard by nobody here: the context has no device. */
function startTone(): { readonly stream: MediaStream; readonly stop: Undo } {
  const context = new AudioContext({ sinkId: { type: 'none' } } as AudioContextOptions)
  const voice = new OscillatorNode(context, { frequency: 440 })
  const way = context.createMediaStreamDestination()
  voice.connect(new GainNode(context, { gain: 0.1 })).connect(way)
  voice.start()
  void context.resume().catch(() => undefined)
  return {
    stream: way.stream,
    stop() {
      way.stream.getTracks().forEach((track) => track.stop())
      void context.close()
    },
  }
}

/** Given when the relay wants other credentials (STUN error 401, RFC 8489 §9.2.4) or forbids them (403, 4xx). */
function watchRefusals(ends: readonly RTCPeerConnection[]): AbortSignal {
  const refused = new AbortController()
  for (const end of ends) {
    end.addEventListener('icecandidateerror', ({ errorCode }) => {
      if (errorCode >= 400 && errorCode < 500) refused.abort()
    })
  }
  return refused.signal
}

function connects(here: RTCPeerConnection, there: RTCPeerConnection): Promise<void> {
  const introduce = (from: RTCPeerConnection, to: RTCPeerConnection): void =>
    from.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate) void to.addIceCandidate(candidate).catch(() => undefined)
    })
  introduce(here, there)
  introduce(there, here)
  return new Promise((resolve) => {
    here.addEventListener('connectionstatechange', () => {
      if (here.connectionState === 'connected' || here.connectionState === 'failed') resolve()
    })
  })
}

/** Chromium counts what is concealed only in sound that somebody plays. */
function playUnheard(end: RTCPeerConnection): Undo {
  const player = new Audio()
  player.muted = true
  player.autoplay = true
  end.addEventListener('track', ({ track }) => (player.srcObject = new MediaStream([track])))
  return () => (player.srcObject = null)
}

async function negotiate(here: RTCPeerConnection, there: RTCPeerConnection): Promise<void> {
  const offer = await here.createOffer()
  await here.setLocalDescription(offer)
  await there.setRemoteDescription(offer)
  const answer = await there.createAnswer()
  await there.setLocalDescription(answer)
  await here.setRemoteDescription(answer)
}

/** The worse of the two directions. */
async function measure(ends: readonly RTCPeerConnection[], stop: AbortSignal): Promise<CallQuality> {
  await pause(settling, stop)
  const before = await Promise.all(ends.map((end) => end.getStats()))
  await pause(measuring, stop)
  const after = await Promise.all(ends.map((end) => end.getStats()))
  const [first, second] = before.map((report, index) => qualityBetween(report, after[index] ?? report))
  if (!first || !second) throw new Error('a call has two ends')
  return first.mos <= second.mos ? first : second
}
