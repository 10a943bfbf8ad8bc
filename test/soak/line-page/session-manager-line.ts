import { SessionState, Web } from 'sip.js'
import type { Inviter } from 'sip.js'

import { askedToAnswer } from './established.ts'
import type { Line, LineOrder, Play } from './line.ts'

/** SIP.js's SessionManager with its own settings, except that it need not wait 5 s for Google's STUN server. */
export async function openSessionManagerLine(order: LineOrder, play: Play): Promise<Line> {
  const { server, domain, user, password, to } = order
  const manager = new Web.SessionManager(server, {
    aor: `sip:${user}@${domain}`,
    userAgentOptions: {
      authorizationUsername: user,
      authorizationPassword: password,
      logBuiltinEnabled: false,
      sessionDescriptionHandlerFactoryOptions: {
        iceGatheringTimeout: 300,
        peerConnectionConfiguration: { iceServers: [] },
      },
    },
  })
  await manager.connect()
  await manager.register()
  let current: Inviter | undefined
  return {
    async call() {
      const { options, answered } = askedToAnswer()
      current = await manager.call(`sip:${to}@${domain}`, {}, options)
      await answered
      const stream = manager.getRemoteMediaStream(current)
      if (stream) play(stream)
    },
    hasCall: () => current?.state === SessionState.Established,
  }
}
