import type { InteractionId } from '../../domain/ids.ts'
import type { GuideRun } from '../../domain/knowledge/guide-run.ts'
import { problem } from '../../domain/problem.ts'
import type { Telephony } from '../../ports/telephony.ts'
import { isPrivateNow } from '../../state/knowledge-store.ts'
import type { KnowledgeStore } from '../../state/knowledge-store.ts'
import { pageOf } from '../../state/work-store.ts'
import type { WorkStore } from '../../state/work-store.ts'
import type { Problems } from '../problems.ts'

export interface PrivateNeeds {
  readonly telephony: Pick<Telephony, 'setRecordingPaused'>
  readonly work: WorkStore
  readonly state: KnowledgeStore
  readonly problems: Problems
}

export type PrivateStretches = ReturnType<typeof createPrivateStretches>

/** While a customer says what must not be kept: the centre's recording rests, and the desk holds nothing. */
export function createPrivateStretches({ telephony, work, state, problems }: PrivateNeeds) {
  return {
    set(run: GuideRun, on: boolean): void {
      const call = pageOf(work.getState(), run.interaction)?.call
      if (call === undefined) return
      const [failed, other] = on
        ? (['recording-not-paused', 'recording-not-resumed'] as const)
        : (['recording-not-resumed', 'recording-not-paused'] as const)
      problems.clear(other)
      void telephony.setRecordingPaused(call, on).then((told) => {
        // The agent must know before the customer speaks that it may be recorded.
        if (told.ok) problems.clear(failed)
        else problems.show(problem(failed))
      })
    },
    isPrivate: (interaction: InteractionId): boolean => isPrivateNow(state.getState(), interaction),
  }
}
