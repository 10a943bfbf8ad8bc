import type { Session } from 'sip.js'
import { SessionDescriptionHandler } from 'sip.js/lib/platform/web/index.js'

/**
 * Milliseconds to wait for ICE candidates (RFC 8445). All host candidates are there within a few; a STUN or TURN server
 * that does not answer must not hold the customer up.
 */
const gatheringLimit = 1_000

/** Milliseconds in which the host candidates of all interfaces follow the first. */
const hostCandidates = 15

export interface SessionMedia {
  /** From here on the session's media own the stream, and stop it at the end. */
  give(session: Session, microphone: MediaStream): void
  /** Makes each session's media, with the microphone that was given to it. */
  factory(session: Session): SessionDescriptionHandler
}

/** The microphone is opened before a call is accepted, so that a refusal leaves the call ringing instead of losing it. */
export function createSessionMedia(iceServers: () => readonly string[]): SessionMedia {
  const given = new WeakMap<Session, MediaStream>()
  return {
    give: (session, microphone) => given.set(session, microphone),
    factory(session) {
      const logger = session.userAgent.getLogger('sip.SessionDescriptionHandler')
      const stream = () => {
        const microphone = given.get(session)
        return microphone
          ? Promise.resolve(microphone)
          : Promise.reject(new Error('media wanted before the microphone was opened'))
      }
      const servers = iceServers().map((urls) => ({ urls }))
      const handler = new SessionDescriptionHandler(logger, stream, {
        iceGatheringTimeout: gatheringLimit,
        peerConnectionConfiguration: { iceServers: servers },
      })
      if (servers.length === 0) stopWaitingAfterHostCandidates(handler)
      return handler
    },
  }
}

/**
 * Without STUN and TURN servers there are host candidates only, and they come at once. Chromium says that it has gathered
 * all of them some 100 ms later, which the customer would hear as silence.
 */
function stopWaitingAfterHostCandidates(handler: SessionDescriptionHandler): void {
  handler.peerConnection?.addEventListener('icecandidate', ({ candidate }) => {
    if (candidate) setTimeout(() => handler.iceGatheringComplete(), hostCandidates)
  })
}
