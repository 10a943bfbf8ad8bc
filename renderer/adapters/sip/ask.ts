import { TransportState } from 'sip.js'
import type { UserAgent } from 'sip.js'
import type {
  IncomingResponse,
  IncomingResponseMessage,
  OutgoingRequestMessage,
} from 'sip.js/lib/core/index.js'

/**
 * Sends a request outside any dialogue and resolves with its final answer; `undefined` when none has come within the
 * limit (milliseconds) or the connection has gone. RFC 3261's Timer F would make an agent wait for 32 s. A challenge is
 * answered on the way (RFC 3261 §22): a 401 that arrives here has refused the credentials.
 */
export function ask(
  userAgent: UserAgent,
  request: OutgoingRequestMessage,
  limit: number,
): Promise<IncomingResponseMessage | undefined> {
  const { stateChange } = userAgent.transport
  return new Promise((resolve) => {
    const settle = (answer?: IncomingResponse): void => {
      clearTimeout(timer)
      stateChange.removeListener(onState)
      resolve(answer?.message)
    }
    const onState = (state: TransportState): void => {
      if (state !== TransportState.Connected) settle()
    }
    const timer = setTimeout(settle, limit)
    stateChange.addListener(onState)
    userAgent.userAgentCore.request(request, { onAccept: settle, onReject: settle, onRedirect: settle })
  })
}
