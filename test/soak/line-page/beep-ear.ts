/** Milliseconds between two looks. */
const interval = 20
/** Samples a second: as few as will do, since many pages listen side by side. */
const rate = 8_000
/** Decibels at which a tone is there; a codec makes silence of −90 dB and less. */
const heardAbove = -60
/** Milliseconds without the beginning of a beep after which nothing is heard; they come every 120. */
const silentAfter = 300

export interface BeepEar {
  /** Since when beeps are heard without a break; `undefined` in silence. Epoch milliseconds. */
  heardSince(): number | undefined
  /** How late the latest look came, in milliseconds, since the last question: whether this machine keeps up. */
  lateness(): number
}

/**
 * Listens for beeps in what is played, whichever stream and track that is. A steady tone would not do: where packets are
 * missing Chromium goes on with what it heard last, for seconds (NetEq's expansion), but it makes up no beginnings.
 */
export function listenFor(hertz: number, playing: () => MediaStream | undefined): BeepEar {
  const context = new AudioContext({ sinkId: { type: 'none' }, sampleRate: rate } as AudioContextOptions)
  const analyser = new AnalyserNode(context, { fftSize: 256, smoothingTimeConstant: 0 })
  const bins = new Float32Array(analyser.frequencyBinCount)
  const bin = Math.round((hertz * analyser.fftSize) / context.sampleRate)
  let source: MediaStreamAudioSourceNode | undefined
  let track: MediaStreamTrack | undefined
  let sounds = false
  let beganAt = -Infinity
  let since = 0
  let due = Date.now() + interval
  let latest = 0

  /** A source node stays with the track that it began with; a call that found a new path has another one. */
  function follow(): void {
    const [newest] = playing()?.getAudioTracks() ?? []
    if (newest === track) return
    source?.disconnect()
    track = newest
    source = newest && context.createMediaStreamSource(new MediaStream([newest]))
    source?.connect(analyser)
  }

  setInterval(() => {
    const now = Date.now()
    latest = Math.max(latest, now - due)
    due = now + interval
    follow()
    analyser.getFloatFrequencyData(bins)
    const sounded = sounds
    sounds = track !== undefined && (bins[bin] ?? -Infinity) > heardAbove
    if (!sounds || sounded) return
    if (now - beganAt > silentAfter) since = now
    beganAt = now
  }, interval)
  return {
    heardSince: () => (Date.now() - beganAt > silentAfter ? undefined : since),
    lateness() {
      const most = latest
      latest = 0
      return most
    },
  }
}
