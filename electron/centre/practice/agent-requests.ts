import type { IncomingInviteRequest, SessionDelegate } from 'sip.js/lib/core/index.js'
import { sdpBody } from './agent-line.ts'
import type { CallMedia } from './call-media.ts'
import { keyOfInfo } from './dtmf.ts'
import type { Log } from './log.ts'

export interface AgentRequestsMeans {
  readonly media: CallMedia
  /** The Contact line of the customer, which SIP.js does not add to answers inside a dialog. */
  readonly contact: string
  readonly log: Log
  readonly onHeld: (held: boolean) => void
  readonly onKey: (key: string) => void
  readonly onBye: () => void
}

/** What an agent may ask for in mid-call: hold and resume, keys by INFO, the end. All else SIP.js refuses. */
export function agentRequests(means: AgentRequestsMeans): SessionDelegate {
  return {
    onInvite: (request) => {
      answerReInvite(request, means).catch((error: unknown) => {
        // The call ended while the answer was being made.
        means.log(`a re-INVITE was left unanswered: ${error instanceof Error ? error.name : 'unknown'}`)
      })
    },
    onInfo: (request) => {
      request.accept()
      const key = keyOfInfo(request.message.body)
      if (key !== undefined) means.onKey(key)
    },
    onBye: (request) => {
      request.accept()
      means.onBye()
    },
  }
}

async function answerReInvite(request: IncomingInviteRequest, means: AgentRequestsMeans): Promise<void> {
  const answer = await means.media.answer(request.message.body).catch(() => undefined)
  if (!answer) {
    request.reject({ statusCode: 488 })
    return
  }
  request.accept({ statusCode: 200, extraHeaders: [means.contact], body: sdpBody(answer.sdp) })
  means.onHeld(answer.held)
}
