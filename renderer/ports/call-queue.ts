import type { QueueState } from '../domain/queue-state.ts'
import type { Problem } from '../domain/problem.ts'
import type { Result } from '../domain/result.ts'

/** The centre's call queues, as far as they must know whether this agent takes calls. */
export interface CallQueue {
  /** Resolves when every queue has agreed. Fails with queue-not-told. One call at a time: wait before the next. */
  tell(state: QueueState): Promise<Result<undefined, Problem>>
}
