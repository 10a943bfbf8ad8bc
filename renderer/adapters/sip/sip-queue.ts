import type { Session } from 'sip.js'

import type { QueueSetup } from '../../domain/queue-state.ts'
import { done } from '../../domain/result.ts'
import { unreachable } from '../../domain/unreachable.ts'
import type { CallQueue } from '../../ports/call-queue.ts'
import type { SipLine } from './line.ts'
import { featureCodesQueue } from './queue-feature-codes.ts'
import { publishedQueue } from './queue-published.ts'

export interface SipQueueNeeds {
  readonly line: SipLine
  /** Called before a session that only listens is offered: it needs no microphone. */
  readonly listenOnly: (session: Session) => void
}

/** The centre's queues as a site has them, over the telephone's own line. */
export const createSipQueue =
  ({ line, listenOnly }: SipQueueNeeds) =>
  (setup: QueueSetup): CallQueue => {
    switch (setup.kind) {
      case 'none':
        return { tell: () => Promise.resolve(done) }
      case 'published':
        return publishedQueue(line)
      case 'feature-codes':
        return featureCodesQueue({ line, listenOnly, setup })
      default:
        return unreachable(setup)
    }
  }
