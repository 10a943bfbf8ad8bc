import type { CaseId, ContactId, GuideRunId, InteractionId } from '../domain/ids.ts'
import type { GuideRun } from '../domain/knowledge/guide-run.ts'
import type { Problem } from '../domain/problem.ts'
import type { Result } from '../domain/result.ts'

type Outcome<T> = Promise<Result<T, Problem>>

/** What became of an article that was shown or offered. Holds nothing of a customer. Times are epoch milliseconds. */
export interface ArticleUse {
  readonly pack: string
  readonly article: string
  readonly at: number
  readonly what: 'opened' | 'suggested' | 'dismissed' | 'inserted' | 'reported'
  readonly queue: string | undefined
}

/** Guides that are followed, encrypted on this computer. */
export interface GuideStore {
  /** Resolves when it is on the disk. Fails with not-saved. */
  saveRun(run: GuideRun): Outcome<undefined>
  run(id: GuideRunId): Outcome<GuideRun | undefined>
  /** Oldest first. */
  runsOf(interaction: InteractionId): Outcome<readonly GuideRun[]>
  /** Running ones of a customer or a case, newest first: what can be gone on with on another channel. */
  unfinishedRuns(of: {
    readonly contact: ContactId | undefined
    readonly case: CaseId | undefined
  }): Outcome<readonly GuideRun[]>
  /** Newest first. */
  recentRuns(limit: number): Outcome<readonly GuideRun[]>
  saveUse(use: ArticleUse): Outcome<undefined>
  /** Oldest first. */
  uses(since: number): Outcome<readonly ArticleUse[]>
  /**
   * Forgets the runs in which nothing was done since that moment, and the uses of before. One that was left and never
   * gone on with has no end, and holds what a customer answered all the same. The runs of these interactions are spared.
   */
  forgetBefore(moment: number, spared?: ReadonlySet<InteractionId>): Outcome<undefined>
}
