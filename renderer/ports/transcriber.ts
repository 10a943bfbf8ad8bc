import type { CallId } from '../domain/ids.ts'
import type { Utterance } from '../domain/story/utterance.ts'
import type { Undo } from './undo.ts'

export type HeardUtterance = Omit<Utterance, 'interaction'>

/**
 * Something that writes down what is said in a call. No model ships with the desk (docs/transcripts.md); what does is
 * one that takes down what the telephone system tells of a call, as the practice centre does of its customers.
 */
export interface Transcriber {
  /** From now on; each utterance once, when it is over. Nothing after the undo. */
  listen(call: CallId, heard: (utterance: HeardUtterance) => void): Undo
}
