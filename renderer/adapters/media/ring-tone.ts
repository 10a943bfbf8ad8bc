import type { Undo } from '../../ports/undo.ts'

/** Seconds. Two soft notes and a rest, so that a home does not jump at it. */
const notes = [
  { hertz: 659.25, from: 0, to: 0.35 },
  { hertz: 830.61, from: 0.4, to: 0.9 },
]
const cycle = 2.4
const loudness = 0.22
const fade = 0.03

let context: AudioContext | undefined

/** Rings until undone. The tone is made here, so that there is nothing to load when a customer waits. */
export function ring(): Undo {
  context ??= new AudioContext()
  const volume = new GainNode(context, { gain: loudness })
  volume.connect(context.destination)
  let next = context.currentTime + 0.02
  const voices = new Set<OscillatorNode>()

  const schedule = (audio: AudioContext): void => {
    while (next < audio.currentTime + cycle) {
      for (const { hertz, from, to } of notes)
        play({ audio, volume, voices, hertz, start: next + from, end: next + to })
      next += cycle
    }
  }

  const audio = context
  void audio.resume()
  schedule(audio)
  const timer = setInterval(() => schedule(audio), 1_000)
  return () => {
    clearInterval(timer)
    for (const voice of voices) voice.stop()
    volume.disconnect()
  }
}

interface Note {
  readonly audio: AudioContext
  readonly volume: AudioNode
  readonly voices: Set<OscillatorNode>
  readonly hertz: number
  readonly start: number
  readonly end: number
}

function play({ audio, volume, voices, hertz, start, end }: Note): void {
  const voice = new OscillatorNode(audio, { frequency: hertz, type: 'sine' })
  const envelope = new GainNode(audio, { gain: 0 })
  envelope.gain.setValueAtTime(0, start)
  envelope.gain.linearRampToValueAtTime(1, start + fade)
  envelope.gain.setValueAtTime(1, end - fade)
  envelope.gain.linearRampToValueAtTime(0, end)
  voice.connect(envelope).connect(volume)
  voices.add(voice)
  voice.onended = () => voices.delete(voice)
  voice.start(start)
  voice.stop(end)
}
