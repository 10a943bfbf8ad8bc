import { converse, opening } from './conversation.ts'
import type { Conversation, ScriptLengths } from './conversation.ts'
import type { SpokenScript } from './customers.ts'
import { frameAt, frameMilliseconds, loudness, samplesPerMillisecond, silentFrame } from './g711.ts'
import { BrokenRecording } from './voices.ts'
import type { Recording, Voices } from './voices.ts'

/**
 * Louder than this is a voice, in dB below full scale (RMS of a packet). Speech on telephone lines lies
 * around -26 (ITU-T P.56), the noise of a home office that Chromium has suppressed below -50.
 */
const voiceLevel = -40

/** A line that has been said to its end. */
export interface SaidLine {
  readonly text: string
  /** Milliseconds since its first word, the time on hold included. */
  readonly ago: number
}

/** The ear and mouth of somebody with a script: µ-law comes in as it arrives, 20 ms of µ-law go out at each tick. */
export class ScriptedSpeech {
  readonly #turns: readonly Recording[]
  readonly #nudge: Recording | undefined
  readonly #stays: boolean
  readonly #lengths: ScriptLengths
  #conversation: Conversation = opening
  #voice = 0
  /** Milliseconds since the line began that is being said. */
  #begun = 0
  #said: SaidLine | undefined

  constructor(script: SpokenScript, voices: Voices) {
    this.#turns = script.turns.map((name) => recordingOf(voices, name))
    this.#nudge = script.nudge === undefined ? undefined : recordingOf(voices, script.nudge)
    this.#stays = script.stays === true
    this.#lengths = {
      turns: this.#turns.map(({ milliseconds }) => milliseconds),
      nudge: this.#nudge?.milliseconds ?? 0,
    }
  }

  /** A packet of the other side's sound has arrived. */
  hear(sound: Uint8Array): void {
    if (loudness(sound) > voiceLevel) this.#voice += sound.length / samplesPerMillisecond
  }

  /** What they say in the next 20 ms. */
  speak(held: boolean): Uint8Array {
    const frame = held ? silentFrame : this.#frame()
    const line = this.#line()
    this.#conversation = converse(this.#conversation, { voice: this.#voice, held }, this.#lengths)
    this.#voice = 0
    this.#begun = line ? this.#begun + frameMilliseconds : 0
    const isOver = line !== undefined && this.#line() === undefined
    this.#said = isOver ? { text: line.text, ago: this.#begun } : undefined
    return frame
  }

  /** Says it all again, to somebody else. */
  startOver(): void {
    this.#conversation = opening
    this.#voice = 0
    this.#begun = 0
    this.#said = undefined
  }

  /** The line whose last sound was the newest 20 ms. */
  get said(): SaidLine | undefined {
    return this.#said
  }

  /** They have said goodbye and now hang up. */
  get isOver(): boolean {
    return !this.#stays && this.#conversation.kind === 'gone'
  }

  #frame(): Uint8Array {
    const [now, line] = [this.#conversation, this.#line()]
    return now.kind === 'speaking' && line ? frameAt(line.sound, now.said / frameMilliseconds) : silentFrame
  }

  /** What is being said now. */
  #line(): Recording | undefined {
    const now = this.#conversation
    if (now.kind !== 'speaking') return undefined
    return now.nudging ? this.#nudge : this.#turns[now.turn]
  }
}

function recordingOf(voices: Voices, name: string): Recording {
  const recording = voices.get(name)
  if (!recording) throw new BrokenRecording(`no recording of ${name}`)
  return recording
}
