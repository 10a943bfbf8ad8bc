import type { HeardFrame } from '../domain/speech-facts.ts'
import type { Undo } from './undo.ts'

/** Hears who speaks: what leaves this desk, and what arrives from whoever is in conversation. No word is understood. */
export interface SpeechWatch {
  /** Ten times a second or more often, until the undo. Costs next to nothing of the processor. */
  watch(listener: (frame: HeardFrame) => void): Undo
}
