/** Samples a second of what is kept: as telephones have it. */
const rate = 8000

const recorder = `registerProcessor('recorder', class extends AudioWorkletProcessor {
  process([[samples]]) {
    if (samples) this.port.postMessage(samples.slice())
    return true
  }
})`

/** A mouth that speaks a tone, and an ear that keeps what it hears by the clock on the wall. */
export class PeerSound {
  readonly #context = new AudioContext({ sampleRate: rate })
  readonly #tone: OscillatorNode
  readonly #ear: GainNode
  #heard: Float32Array[] = []

  constructor(hertz: number) {
    this.#tone = new OscillatorNode(this.#context, { frequency: hertz })
    this.#ear = new GainNode(this.#context)
    this.#tone.start()
  }

  /** Must have resolved before anything is heard. */
  async open(): Promise<void> {
    const module = URL.createObjectURL(new Blob([recorder], { type: 'text/javascript' }))
    await this.#context.audioWorklet.addModule(module)
    const node = new AudioWorkletNode(this.#context, 'recorder')
    node.port.onmessage = ({ data }: MessageEvent<Float32Array>) => this.#heard.push(data)
    // A node that leads nowhere is not run.
    this.#ear
      .connect(node)
      .connect(new GainNode(this.#context, { gain: 0 }))
      .connect(this.#context.destination)
  }

  /** Another stream of the tone: whoever is done with one may stop it. */
  speak(): MediaStream {
    const mouth = new MediaStreamAudioDestinationNode(this.#context)
    this.#tone.connect(new GainNode(this.#context, { gain: 0.3 })).connect(mouth)
    return mouth.stream
  }

  listenTo(stream: MediaStream): void {
    // Chromium fetches a remote stream only for an element that plays it.
    const element = new Audio()
    element.muted = true
    element.srcObject = stream
    void element.play().catch(() => undefined)
    this.#context.createMediaStreamSource(stream).connect(this.#ear)
  }

  forget(): void {
    this.#heard = []
  }

  /** 16-bit samples at 8000 a second, as Base64. */
  heard(): string {
    const samples = Int16Array.from(
      this.#heard.flatMap((piece) =>
        Array.from(piece, (sample) => Math.max(-1, Math.min(1, sample)) * 32_767),
      ),
    )
    let text = ''
    for (const byte of new Uint8Array(samples.buffer)) text += String.fromCharCode(byte)
    return btoa(text)
  }
}
