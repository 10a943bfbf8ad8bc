import type { Microphone } from '../../../../renderer/ports/call-audio.ts'

/** Milliseconds between two looks at what is heard. */
const interval = 20

export interface FarEnd {
  /** Epoch milliseconds of the first moment since then at which a tone was heard. */
  firstHeard(hertz: number, since: number): number | undefined
  stop(): void
}

async function connect(track: MediaStreamTrack) {
  const [here, there] = [new RTCPeerConnection(), new RTCPeerConnection()]
  here.onicecandidate = ({ candidate }) => void (candidate && there.addIceCandidate(candidate))
  there.onicecandidate = ({ candidate }) => void (candidate && here.addIceCandidate(candidate))
  const arrives = new Promise<MediaStream>((resolve) => {
    there.ontrack = ({ streams: [stream], track: remote }) => resolve(stream ?? new MediaStream([remote]))
  })
  const sender = here.addTrack(track, new MediaStream([track]))
  await here.setLocalDescription()
  await there.setRemoteDescription(here.localDescription ?? { type: 'offer' })
  await there.setLocalDescription()
  await here.setRemoteDescription(there.localDescription ?? { type: 'answer' })
  const close = (): void => {
    here.close()
    there.close()
  }
  return { sender, stream: await arrives, close }
}

/** A customer whose voice is a tone. */
export async function sendTone(hertz: number): Promise<{ stream: MediaStream; close: () => void }> {
  const context = new AudioContext({ sinkId: { type: 'none' } } as AudioContextOptions)
  const voice = new OscillatorNode(context, { frequency: hertz })
  const way = context.createMediaStreamDestination()
  voice.connect(new GainNode(context, { gain: 0.3 })).connect(way)
  voice.start()
  const [track] = way.stream.getAudioTracks()
  if (!track) throw new Error('a destination has a track')
  const call = await connect(track)
  return {
    stream: call.stream,
    close() {
      call.close()
      void context.close()
    },
  }
}

/** A call in which the customer listens to this microphone, whichever device it is, without another word of SDP. */
export async function talkTo(microphone: Microphone): Promise<FarEnd> {
  const call = await connect(microphone.track)
  const undo = microphone.onReplaced((track) => void call.sender.replaceTrack(track))
  const ear = listenTo(call.stream)
  return {
    firstHeard: (hertz, since) => ear.firstHeard(hertz, since),
    stop() {
      undo()
      ear.stop()
      call.close()
    },
  }
}

/** Notes which tones are heard, and when. */
function listenTo(stream: MediaStream): FarEnd {
  // Chromium decodes a remote stream only for somebody who plays it.
  const player = new Audio()
  player.muted = true
  player.srcObject = stream
  void player.play()
  const context = new AudioContext({ sinkId: { type: 'none' } } as AudioContextOptions)
  const analyser = new AnalyserNode(context, { fftSize: 4096, smoothingTimeConstant: 0 })
  new MediaStreamAudioSourceNode(context, { mediaStream: stream }).connect(analyser)
  const seen: { readonly at: number; readonly hertz: number }[] = []
  const timer = setInterval(() => {
    const bins = new Float32Array(analyser.frequencyBinCount)
    analyser.getFloatFrequencyData(bins)
    const loudest = bins.indexOf(Math.max(...bins))
    // Decibels: well above the noise that a codec makes of silence.
    if ((bins[loudest] ?? -Infinity) < -60) return
    seen.push({ at: Date.now(), hertz: (loudest * context.sampleRate) / analyser.fftSize })
  }, interval)
  return {
    firstHeard: (hertz, since) => seen.find((one) => one.at >= since && Math.abs(one.hertz - hertz) < 15)?.at,
    stop() {
      clearInterval(timer)
      player.srcObject = null
      void context.close()
    },
  }
}
