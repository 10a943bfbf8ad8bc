import type { Session, SessionDescriptionHandler } from 'sip.js'

import type { IceServer } from '../../domain/setup.ts'
import { CallMedia } from './call-media.ts'

export interface SessionMedia {
  /** Gives a session its sound before SIP.js asks for it: the microphone is opened before a call is answered. */
  give(session: Session, media: CallMedia): void
  /** This session needs no microphone: it rings up a service of the centre, and at most hears it. */
  listenOnly(session: Session): void
  /** What SIP.js asks for each session. */
  mediaFor(session: Session): SessionDescriptionHandler
}

export function createSessionMedia(iceServers: () => readonly IceServer[]): SessionMedia {
  const given = new WeakMap<Session, CallMedia>()
  return {
    give: (session, media) => given.set(session, media),
    listenOnly: (session) =>
      given.set(session, new CallMedia({ iceServers: iceServers(), track: undefined })),
    mediaFor(session) {
      const media = given.get(session)
      if (!media) throw new Error('media wanted before the microphone was opened')
      return media
    },
  }
}
