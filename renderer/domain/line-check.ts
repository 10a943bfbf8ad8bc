/** What is tried before a shift, in this order. */
export const checkSteps = ['permission', 'microphone', 'speaker', 'server', 'relay', 'line'] as const
export type CheckStep = (typeof checkSteps)[number]

/** `left-out`: there is nothing to try, such as a relay where none is configured. */
export type CheckVerdict = 'passed' | 'failed' | 'left-out'

/** What was found, in words of the desk; `words/line-check.ts` has a sentence and a remedy for each that is not good. */
export const checkFindings = [
  'good',
  'permission-refused',
  'microphone-missing',
  'microphone-busy',
  'microphone-silent',
  'microphone-too-quiet',
  'speaker-missing',
  'speaker-unheard',
  'server-unreachable',
  'server-slow',
  'relay-unreachable',
  'relay-refused',
  'relay-not-configured',
  'line-not-configured',
  'line-unreachable',
  'line-loss',
  'line-jitter',
  'line-delay',
  'line-silent',
  'stopped',
] as const
export type CheckFinding = (typeof checkFindings)[number]

/** Figures of a step; those that it does not measure are not there. */
export interface CheckFigures {
  /** Milliseconds. */
  readonly roundTrip?: number
  /** Milliseconds. */
  readonly jitter?: number
  /** 0 to 1. */
  readonly lost?: number
  readonly mos?: number
  /** 0 to 1: the loudest that was heard. */
  readonly level?: number
}

export interface CheckResult {
  readonly step: CheckStep
  readonly verdict: CheckVerdict
  readonly finding: CheckFinding
  readonly figures: CheckFigures
}

/** One whole test, as it is kept: it holds nothing of a customer. */
export interface LineCheckReport {
  /** Epoch milliseconds. */
  readonly at: number
  readonly results: readonly CheckResult[]
}

export const checkPassed = ({ results }: LineCheckReport): boolean =>
  results.every(({ verdict }) => verdict !== 'failed')

/** Round trips to the server that an agent would feel, in milliseconds (ITU-T G.114: 150 ms each way). */
export const slowServer = 300
