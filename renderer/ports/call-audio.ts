import type { Problem } from '../domain/problem.ts'
import type { Result } from '../domain/result.ts'
import type { Undo } from './undo.ts'

/** One use of the agent's microphone. */
export interface Microphone {
  /** What it picks up now. */
  readonly track: MediaStreamTrack
  /** Another device has taken over, because the agent chose it or the old one has gone: send this track from now on. */
  onReplaced(listener: (track: MediaStreamTrack) => void): Undo
  /** Lets go of it. Calling it twice does no harm. */
  close(): void
}

/** The sounds that the desk itself makes. */
export type DeskSound =
  /** On the ring device: a customer calls. */
  | 'ring'
  /** In the ear, softly: somebody else calls while the agent talks. */
  | 'call-waiting'
  /** In the ear: it rings at the other end (ITU-T E.180), where the other end sends nothing itself. */
  | 'ringback'
  /** In the ear: the other end is busy. */
  | 'busy'

/** The agent's headset and ring device. */
export interface CallAudio {
  /** Opens the chosen microphone, or the system's own where that has gone. Fails with a microphone problem. */
  openMicrophone(): Promise<Result<Microphone, Problem>>
  /** On the chosen loudspeaker, wherever that goes in mid-call. */
  playCustomer(stream: MediaStream): Undo
  /** Sounds until undone. */
  play(sound: DeskSound): Undo
}
