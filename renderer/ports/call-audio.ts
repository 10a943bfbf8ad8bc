import type { Problem } from '../domain/problem.ts'
import type { Result } from '../domain/result.ts'
import type { Undo } from './undo.ts'

/** The agent's headset. */
export interface CallAudio {
  /** The caller of this stops the tracks. Fails with a microphone problem. */
  openMicrophone(): Promise<Result<MediaStream, Problem>>
  playCustomer(stream: MediaStream): Undo
  /** Rings until undone. */
  ring(): Undo
}
