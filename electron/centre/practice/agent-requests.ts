import type {
  IncomingInfoRequest,
  IncomingInviteRequest,
  IncomingReferRequest,
  SessionDelegate,
} from 'sip.js/lib/core/index.js'
import { sdpBody } from './agent-line.ts'
import { keyOfInfo } from './dtmf.ts'
import type { Log } from './log.ts'
import { recordingWish } from './recording-wish.ts'
import { noPackage } from './words-telling.ts'

export interface AgentRequestsMeans {
  /** SDP for SDP; rejects what cannot be answered. */
  readonly answer: (offer: string) => Promise<string>
  /** The Contact line of the centre's end, which SIP.js does not add to answers inside a dialog. */
  readonly contact: string
  readonly log: Log
  readonly onKey: (key: string) => void
  /** The recording of this call is to rest, or to go on. */
  readonly onRecording: (rests: boolean) => void
  readonly onAck: () => void
  readonly onRefer: (request: IncomingReferRequest) => void
  readonly onBye: () => void
}

/**
 * What an agent may ask for in mid-call: hold and resume, another connection, keys and a rest of the recording by INFO, a
 * transfer, the end. All else SIP.js refuses.
 */
export function agentRequests(means: AgentRequestsMeans): SessionDelegate {
  return {
    onInvite: (request) => {
      answerReInvite(request, means).catch((error: unknown) => {
        // The call ended while the answer was being made.
        means.log(`a re-INVITE was left unanswered: ${error instanceof Error ? error.name : 'unknown'}`)
      })
    },
    onAck: () => means.onAck(),
    onRefer: (request) => means.onRefer(request),
    onInfo: (request) => answerInfo(request, means),
    onBye: (request) => {
      request.accept()
      means.onBye()
    },
  }
}

function answerInfo(request: IncomingInfoRequest, means: AgentRequestsMeans): void {
  if (request.message.hasHeader('Info-Package')) {
    // RFC 6086 §4.2.2: we take none.
    request.reject({ statusCode: 469, extraHeaders: [noPackage] })
    return
  }
  const wish = recordingWish(request.message.getHeaders('Record'))
  // Whoever asks for a rest must not take a yes for it that was meant for something else (RFC 3261 §21.4.1).
  if (wish === 'not-understood') {
    request.reject({ statusCode: 400 })
    return
  }
  request.accept()
  if (wish !== undefined) means.onRecording(wish === 'rest')
  const key = keyOfInfo(request.message.body)
  if (key !== undefined) means.onKey(key)
}

async function answerReInvite(request: IncomingInviteRequest, means: AgentRequestsMeans): Promise<void> {
  const answer = await means.answer(request.message.body).catch(() => undefined)
  if (answer === undefined) request.reject({ statusCode: 488 })
  else request.accept({ statusCode: 200, extraHeaders: [means.contact], body: sdpBody(answer) })
}
