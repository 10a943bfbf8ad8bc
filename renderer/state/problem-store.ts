import { createStore } from 'zustand/vanilla'

import type { Problem, ProblemCode } from '../domain/problem.ts'

export interface ProblemState {
  /** One of each code, newest last. */
  readonly problems: readonly Problem[]
}

export const createProblemStore = () => createStore<ProblemState>(() => ({ problems: [] }))

export type ProblemStore = ReturnType<typeof createProblemStore>

export const withProblem = (state: ProblemState, problem: Problem): ProblemState => ({
  problems: [...state.problems.filter(({ code }) => code !== problem.code), problem],
})

export const withoutProblems = (state: ProblemState, codes: readonly ProblemCode[]): ProblemState => ({
  problems: state.problems.filter(({ code }) => !codes.includes(code)),
})
