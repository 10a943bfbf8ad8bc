import { Inviter, SessionState, UserAgent } from 'sip.js'
import type { Web } from 'sip.js'

/** Plain SIP.js in a page, so that what the faults do is seen without anything of the desk's own between. */

export interface CallOrder {
  readonly server: string
  readonly domain: string
  readonly user: string
  readonly password: string
  readonly to: string
}

/** Of the sound that came in, and the connection state. */
export interface CallMeasure {
  readonly received: number
  readonly lost: number
  readonly state: RTCPeerConnectionState
}

declare global {
  interface Window {
    /** Calls somebody; resolves when they have answered. */
    call: (order: CallOrder) => Promise<void>
    measure: () => Promise<CallMeasure>
    hangUp: () => Promise<void>
    /** The kinds of address under which a TURN server lets this page be reached. */
    candidates: (server: RTCIceServer) => Promise<string[]>
    /** Every `online` and `offline` that the page was told. */
    changes: string[]
  }
}

let current: { readonly agent: UserAgent; readonly session: Inviter } | undefined

window.call = async (order) => {
  const uri = UserAgent.makeURI(`sip:${order.user}@${order.domain}`)
  const target = UserAgent.makeURI(`sip:${order.to}@${order.domain}`)
  if (!uri || !target) throw new Error('no SIP address')
  const agent = new UserAgent({
    uri,
    authorizationUsername: order.user,
    authorizationPassword: order.password,
    transportOptions: { server: order.server },
    logBuiltinEnabled: false,
    // The defaults are Google's STUN server and a wait of 5 s for it.
    sessionDescriptionHandlerFactoryOptions: {
      iceGatheringTimeout: 300,
      peerConnectionConfiguration: { iceServers: [] },
    },
  })
  await agent.start()
  const session = new Inviter(agent, target, {
    sessionDescriptionHandlerOptions: { constraints: { audio: true, video: false } },
  })
  current = { agent, session }
  const answered = new Promise<void>((resolve, reject) => {
    session.stateChange.addListener((state) => {
      if (state === SessionState.Established) resolve()
      if (state === SessionState.Terminated) reject(new Error('the call was refused'))
    })
  })
  await session.invite()
  await answered
}

window.measure = async () => {
  const handler = current?.session.sessionDescriptionHandler as Web.SessionDescriptionHandler | undefined
  const connection = handler?.peerConnection
  if (!connection) throw new Error('there is no call')
  const reports = [...(await connection.getStats()).values()] as Record<string, unknown>[]
  const sound = reports.find(({ type }) => type === 'inbound-rtp')
  return {
    received: Number(sound?.['packetsReceived'] ?? 0),
    lost: Number(sound?.['packetsLost'] ?? 0),
    state: connection.connectionState,
  }
}

window.hangUp = async () => {
  await current?.session.bye()
  await current?.agent.stop()
}

window.candidates = async (server) => {
  const connection = new RTCPeerConnection({ iceServers: [server], iceTransportPolicy: 'relay' })
  const found: string[] = []
  const gathered = new Promise<void>((resolve) => {
    connection.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate === null) resolve()
      else if (candidate.type !== null && candidate.candidate !== '') found.push(candidate.type)
    })
  })
  connection.createDataChannel('probe')
  await connection.setLocalDescription()
  await gathered
  connection.close()
  return found
}

window.changes = []
for (const kind of ['online', 'offline']) window.addEventListener(kind, () => window.changes.push(kind))
