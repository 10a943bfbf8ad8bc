import { problemCodes } from '../domain/problem.ts'
import type { Problem, ProblemCode } from '../domain/problem.ts'
import type { Result } from '../domain/result.ts'
import type { ProblemLog } from '../ports/desktop.ts'
import { withoutProblems, withProblem } from '../state/problem-store.ts'
import type { ProblemStore } from '../state/problem-store.ts'

export interface Problems {
  show(problem: Problem): void
  clear(...codes: readonly ProblemCode[]): void
  /** At the border of two shifts: what is wrong with the computer itself stays. */
  clearShift(): void
  /** The value, or `undefined` after showing the problem. */
  unwrap<T>(result: Result<T, Problem>): T | undefined
}

const ofTheComputer: readonly ProblemCode[] = ['settings-unread', 'keystore-weak']

/** What went wrong, shown until it is put right or dismissed, and logged by its code alone. */
export function createProblems(store: ProblemStore, log: ProblemLog): Problems {
  const show = (problem: Problem): void => {
    log.report(problem.code)
    store.setState((state) => withProblem(state, problem))
  }
  return {
    show,
    clearShift: () =>
      store.setState((state) =>
        withoutProblems(
          state,
          problemCodes.filter((code) => !ofTheComputer.includes(code)),
        ),
      ),
    clear: (...codes) => store.setState((state) => withoutProblems(state, codes)),
    unwrap: (result) => {
      if (result.ok) return result.value
      show(result.problem)
      return undefined
    },
  }
}
