import { Inviter, Registerer, SessionState, UserAgent } from 'sip.js'
import type { Web } from 'sip.js'

import { askedToAnswer } from './established.ts'
import type { Line, LineOrder, Play } from './line.ts'

/** Milliseconds between two tries to get the socket back. */
const pause = 500

/**
 * What SIP.js alone gives who asks for no more than the usual: the socket is opened again when it has gone or the network
 * is another one, the account is registered again, and then ICE is restarted in the running call; also when Chromium says
 * that the path is broken, which it does not after a change of network: it goes on saying `connected` in silence.
 */
export async function openPlainLine(order: LineOrder, play: Play): Promise<Line> {
  const { server, domain, user, password, to } = order
  const [uri, target] = [user, to].map((name) => UserAgent.makeURI(`sip:${name}@${domain}`))
  if (!uri || !target) throw new Error('no SIP address')
  const agent = new UserAgent({
    uri,
    authorizationUsername: user,
    authorizationPassword: password,
    transportOptions: { server },
    contactParams: { transport: 'ws' },
    logBuiltinEnabled: false,
    gracefulShutdown: false,
    sessionDescriptionHandlerFactoryOptions: {
      iceGatheringTimeout: 300,
      peerConnectionConfiguration: { iceServers: [] },
    },
  })
  let current: Inviter | undefined

  const register = () =>
    new Registerer(agent, { regId: 1, extraHeaders: ['Supported: path, gruu, outbound'] })
      .register({ requestDelegate: { onAccept: () => void restartIce() } })
      .catch(() => undefined)
  const restartIce = async (): Promise<void> => {
    if (current?.state !== SessionState.Established || !agent.isConnected()) return
    current.sessionDescriptionHandlerOptionsReInvite = { offerOptions: { iceRestart: true } } as object
    await current.invite().catch(() => undefined)
  }
  async function reconnect(): Promise<void> {
    for (let tries = 0; tries < 600 && !agent.isConnected(); tries += 1) {
      await agent.reconnect().catch(() => undefined)
      if (!agent.isConnected()) await new Promise((resolve) => setTimeout(resolve, pause))
    }
    await register()
  }
  agent.delegate = { onDisconnect: (error) => void (error && reconnect()) }
  // A new network: the old socket leads nowhere, and closing it properly would wait for its other end.
  window.addEventListener('online', () => {
    void agent.transport.disconnect().catch(() => undefined)
    setTimeout(() => void reconnect(), pause)
  })
  await agent.start()
  await register()
  return {
    async call() {
      const session = new Inviter(agent, target)
      current = session
      const { options, answered } = askedToAnswer()
      await session.invite(options)
      await answered
      const { peerConnection, remoteMediaStream } =
        session.sessionDescriptionHandler as Web.SessionDescriptionHandler
      play(remoteMediaStream)
      peerConnection?.addEventListener('connectionstatechange', () => {
        if (['disconnected', 'failed'].includes(peerConnection.connectionState)) void restartIce()
      })
    },
    hasCall: () => current?.state === SessionState.Established,
  }
}
