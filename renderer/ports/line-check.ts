import type { CheckResult, CheckStep } from '../domain/line-check.ts'
import type { IceServer } from '../domain/setup.ts'

/** What is to be tried. */
export interface CheckWanted {
  /** WebSocket addresses of the telephone servers. */
  readonly servers: readonly string[]
  readonly iceServers: readonly IceServer[]
  /** Answers whether the agent has heard the tone. */
  readonly heard: () => Promise<boolean>
  /** Ends the step that is running, with the finding `stopped`. */
  readonly stop: AbortSignal
}

/** Tries one thing after the other. */
export interface LineCheck {
  /** Never rejects: what cannot be tried has failed. `line` is not among them: the call desk dials that. */
  run(step: Exclude<CheckStep, 'line'>, wanted: CheckWanted): Promise<CheckResult>
}
