import type { Problem } from '../domain/problem.ts'
import type { Result } from '../domain/result.ts'
import type { DayEntry } from '../domain/well-being/day.ts'

/** What the agent was and when: kept on this computer alone, encrypted, for two days. */
export interface DayLog {
  /** Fails with not-saved. */
  saveDayEntry(entry: DayEntry): Promise<Result<undefined, Problem>>
  /** Oldest first; what is damaged is left out. @param moment epoch milliseconds */
  dayEntriesSince(moment: number): Promise<Result<readonly DayEntry[], Problem>>
}
