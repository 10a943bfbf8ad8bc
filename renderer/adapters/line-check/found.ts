import type { CheckFigures, CheckFinding } from '../../domain/line-check.ts'
import type { Problem, ProblemCode } from '../../domain/problem.ts'

/** What one step has found. */
export interface Found {
  readonly finding: CheckFinding
  readonly figures: CheckFigures
}

export const found = (finding: CheckFinding, figures: CheckFigures = {}): Found => ({ finding, figures })

const unopened: Readonly<Partial<Record<ProblemCode, CheckFinding>>> = {
  'microphone-refused': 'permission-refused',
  'microphone-missing': 'microphone-missing',
}

/** Why a microphone could not be opened, in the words of the test. */
export const microphoneFinding = ({ code }: Problem): CheckFinding => unopened[code] ?? 'microphone-busy'

/** Resolves when the signal is given; at once when it was given before. */
export const given = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })

/** Resolves after so many milliseconds, or when the signal is given. */
export const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    void given(signal).then(() => {
      clearTimeout(timer)
      resolve()
    })
  })
