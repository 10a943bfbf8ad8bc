import type { Session } from 'sip.js'
import type { OutgoingInviteRequest } from 'sip.js/lib/core/index.js'

/** What SIP.js has and does not declare: how its transaction layer tells that the socket is gone. */
interface UserAgentClient {
  onTransportError?(error: Error): void
}

interface SessionDialog {
  reinviteUserAgentServer?: unknown
}

/**
 * Ends our re-INVITE whose answer can never come, since the socket that it went through is gone (RFC 3261 §8.1.3.1: as if
 * 503 had been answered). SIP.js would wait for 32 s and refuse every other re-INVITE meanwhile.
 */
export function giveUpReinvite(request: OutgoingInviteRequest): void {
  ;(request as UserAgentClient).onTransportError?.(new Error('the socket is gone'))
  request.dispose()
  delete request.delegate
}

/**
 * Forgets their re-INVITE that we have answered and whose ACK got lost with the socket. SIP.js waits for that ACK for ever,
 * and sends no re-INVITE of ours until it comes.
 */
export function forgetUnacknowledged(session: Session): void {
  const dialog = session.dialog as SessionDialog | undefined
  if (dialog?.reinviteUserAgentServer) dialog.reinviteUserAgentServer = undefined
}
