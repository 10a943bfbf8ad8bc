import { levelOf } from './level-scale.ts'

/** Measures streams that are played or sent elsewhere; plays nothing itself. */
export class StreamMeter {
  // Without a device of its own: measuring opens no loudspeaker (Web Audio API 1.1, AudioSinkOptions).
  readonly #context = new AudioContext({ sinkId: { type: 'none' } } as AudioContextOptions)
  readonly #taps = new Map<MediaStreamTrack, { source: AudioNode; analyser: AnalyserNode }>()

  constructor() {
    void this.#context.resume().catch(() => undefined)
  }

  /** The loudest of these tracks. */
  level(tracks: readonly MediaStreamTrack[]): number {
    return Math.max(0, ...tracks.map((track) => levelOf(this.#tap(track))))
  }

  /** Lets go of all tracks but these. */
  keepOnly(tracks: readonly MediaStreamTrack[]): void {
    for (const [track, { source }] of [...this.#taps]) {
      if (tracks.includes(track)) continue
      source.disconnect()
      this.#taps.delete(track)
    }
  }

  close(): void {
    this.keepOnly([])
    void this.#context.close()
  }

  #tap(track: MediaStreamTrack): AnalyserNode {
    const known = this.#taps.get(track)
    if (known) return known.analyser
    const analyser = new AnalyserNode(this.#context)
    const source = new MediaStreamAudioSourceNode(this.#context, { mediaStream: new MediaStream([track]) })
    source.connect(analyser)
    this.#taps.set(track, { source, analyser })
    return analyser
  }
}
