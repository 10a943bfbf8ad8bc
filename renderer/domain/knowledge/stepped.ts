import type { Asked, GuideRun } from './guide-run.ts'
import type { Result } from '../result.ts'

/** Why a guide could not go there; the run is as it was. A pack that was checked has none of the last five. */
export type FollowFault =
  /** It is done, or was given up. */
  | 'not-running'
  /** The step asks for something first. */
  | 'must-answer'
  /** Nothing is asked here. */
  | 'asks-nothing'
  /** This is the first step. */
  | 'nothing-before'
  | 'no-such-field'
  | 'no-such-guide'
  | 'no-such-step'
  /** No branch holds. */
  | 'no-way-on'
  /** Step after step decides by itself, and none is shown. */
  | 'goes-round'
  /** Guides that call guides that call guides. */
  | 'too-deep'

/** A run after something was done in it, and what the desk is to do now. */
export interface Stepped {
  readonly run: GuideRun
  readonly asked: readonly Asked[]
}

export type Followed<Fault = FollowFault> = Result<Stepped, Fault>
