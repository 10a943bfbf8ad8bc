import type { Session } from 'sip.js'
import { SessionDescriptionHandler } from 'sip.js/lib/platform/web/index.js'
import type { SessionDescriptionHandlerFactoryOptions } from 'sip.js/lib/platform/web/index.js'

import type { Problem } from '../../domain/problem.ts'
import type { Result } from '../../domain/result.ts'
import type { CallAudio } from '../../ports/call-audio.ts'

/**
 * Milliseconds to wait for ICE candidates (RFC 8445). All host candidates are there within a few; a STUN or TURN server
 * that does not answer must not hold the customer up.
 */
const gatheringLimit = 1_000

export interface Microphones {
  open(): Promise<Result<MediaStream, Problem>>
  /** From here on the session's media own the stream and stop it at the end. */
  give(session: Session, stream: MediaStream): void
  release(stream: MediaStream): void
  /** Makes each session's media, with the stream that was given to it. */
  factory(session: Session, options?: SessionDescriptionHandlerFactoryOptions): SessionDescriptionHandler
}

/** Opens the microphone before a call is accepted, so that a refusal leaves the call ringing instead of losing it. */
export function createMicrophones(audio: CallAudio, iceServers: () => readonly string[]): Microphones {
  const given = new WeakMap<Session, MediaStream>()
  return {
    open: () => audio.openMicrophone(),
    give: (session, stream) => given.set(session, stream),
    release: (stream) => stream.getTracks().forEach((track) => track.stop()),
    factory(session) {
      const logger = session.userAgent.getLogger('sip.SessionDescriptionHandler')
      const stream = () => {
        const microphone = given.get(session)
        return microphone
          ? Promise.resolve(microphone)
          : Promise.reject(new Error('media wanted before the microphone was opened'))
      }
      return new SessionDescriptionHandler(logger, stream, {
        iceGatheringTimeout: gatheringLimit,
        peerConnectionConfiguration: { iceServers: iceServers().map((urls) => ({ urls })) },
      })
    },
  }
}
