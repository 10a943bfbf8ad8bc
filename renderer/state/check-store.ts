import { createStore } from 'zustand/vanilla'

import type { CheckResult, CheckStep, LineCheckReport } from '../domain/line-check.ts'

export interface CheckState {
  /** The step that is being tried; `undefined` when no test runs. */
  readonly running: CheckStep | undefined
  /** The speaker's tone has been played: has the agent heard it? */
  readonly asksHeard: boolean
  /** Of the test that runs, or of the last one. */
  readonly results: readonly CheckResult[]
  /** Newest first. */
  readonly history: readonly LineCheckReport[]
}

export const createCheckStore = () =>
  createStore<CheckState>(() => ({ running: undefined, asksHeard: false, results: [], history: [] }))

export type CheckStore = ReturnType<typeof createCheckStore>
