import { Registerer, RegistererState, UserAgent, type Invitation } from 'sip.js'
import { WebSocket } from 'ws'

import type { SipServers } from './sip-servers.ts'

export type SignallingAgent = {
  /** The first call that is offered to it. It can be rejected; there is no sound to answer it with. */
  readonly offered: Promise<Invitation>
  isRegistered(): boolean
  /** The address (RFC 5627) under which it stays reachable on another connection. */
  gruu(): string | undefined
  stop(): Promise<void>
}

/**
 * Signs an agent in over WebSocket as a desk does, but without a window: SIP.js in Node, signalling only. Resolves
 * when the server has answered, whatever it said.
 */
export async function signIn(
  servers: Pick<SipServers, 'webSocket' | 'domain'>,
  who: { readonly user: string; readonly password: string },
): Promise<SignallingAgent> {
  // SIP.js takes it from the window; Node 20 has none.
  Object.assign(globalThis, { WebSocket })
  const uri = UserAgent.makeURI(`sip:${who.user}@${servers.domain}`)
  if (uri === undefined) throw new Error(`"${who.user}" makes no SIP address`)
  let onInvite: (offer: Invitation) => void = () => undefined
  const offered = new Promise<Invitation>((settle) => (onInvite = settle))
  const agent = new UserAgent({
    uri,
    authorizationUsername: who.user,
    authorizationPassword: who.password,
    transportOptions: { server: servers.webSocket },
    contactParams: { transport: 'ws' },
    logBuiltinEnabled: false,
    delegate: { onInvite },
  })
  await agent.start()
  const registerer = new Registerer(agent, { regId: 1, extraHeaders: ['Supported: path, gruu, outbound'] })
  await new Promise<void>((settle, fail) => {
    const answered = (): void => {
      settle()
    }
    registerer.register({ requestDelegate: { onAccept: answered, onReject: answered } }).catch(fail)
  })
  return {
    offered,
    isRegistered: () => registerer.state === RegistererState.Registered,
    gruu: () => agent.contact.pubGruu?.toString(),
    stop: () => agent.stop(),
  }
}
