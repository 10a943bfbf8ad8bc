import type { Undo } from './undo.ts'

/** Time as an argument, so that every test can be replayed. */
export interface Timing {
  /** Epoch milliseconds. */
  now(): number
  /** Calls once, after so many milliseconds, unless undone. */
  after(milliseconds: number, call: () => void): Undo
}
