import { Inviter, Registerer, SessionState, SIPExtension, UserAgent, Web } from 'sip.js'
import type { Invitation, Referral, Session } from 'sip.js'
import { SessionDialog } from 'sip.js/lib/core/index.js'

import { PeerSound } from './peer-sound.ts'

/** A telephone of somebody else's, on SIP.js's own media: nothing of the desk is in it, so that both cannot be wrong together. */
export interface PeerOrder {
  readonly server: string
  readonly domain: string
  readonly user: string
  readonly password: string
  readonly displayName: string
  readonly hertz: number
  /** Can be called; otherwise it only calls. */
  readonly registers: boolean
}

/** Milliseconds for which it rings before it answers. */
const rings = 400
/** Milliseconds after which a change that crossed another is made again by whoever called (RFC 3261 §14.1). */
const crossingWait = 2_100
const crossings = 3
/** Milliseconds from the desk's answer until it must have come here. */
const connectsWithin = 5_000

export class PeerTelephone {
  readonly #order: PeerOrder
  readonly #sound: PeerSound
  readonly #agent: UserAgent
  /** The newest last. */
  readonly #sessions: Session[] = []
  outcome: number | undefined
  /** As the newest INFO about it has asked. */
  recordingRests = false

  constructor(order: PeerOrder) {
    this.#order = order
    this.#sound = new PeerSound(order.hertz)
    this.#agent = new UserAgent({
      uri: this.#address(order.user),
      displayName: order.displayName,
      authorizationUsername: order.user,
      authorizationPassword: order.password,
      transportOptions: { server: order.server },
      contactParams: { transport: 'ws' },
      // RFC 3891: SIP.js then puts whoever comes with a Replaces in the place of the call that they name.
      sipExtensionReplaces: SIPExtension.Supported,
      logBuiltinEnabled: false,
      sessionDescriptionHandlerFactory: Web.defaultSessionDescriptionHandlerFactory(() =>
        Promise.resolve(this.#sound.speak()),
      ),
      // The defaults are Google's STUN server and a wait of 5 s for it.
      sessionDescriptionHandlerFactoryOptions: {
        iceGatheringTimeout: 300,
        peerConnectionConfiguration: { iceServers: [] },
      },
      delegate: { onInvite: (invitation) => void this.#called(invitation) },
    })
  }

  async start(): Promise<void> {
    await this.#sound.open()
    await this.#agent.start()
    if (!this.#order.registers) return
    const registerer = new Registerer(this.#agent, {
      regId: 1,
      extraHeaders: ['Supported: path, gruu, outbound'],
    })
    await new Promise<void>((resolve, reject) => {
      const onReject = (): void => reject(new Error('the telephone could not register'))
      registerer.register({ requestDelegate: { onAccept: () => resolve(), onReject } }).catch(reject)
    })
  }

  /** Resolves when it rings there, or is answered or refused. */
  async call(user: string): Promise<void> {
    this.#sound.forget()
    this.outcome = undefined
    this.recordingRests = false
    const session = new Inviter(this.#agent, this.#address(user))
    this.#follow(session)
    await new Promise<void>((resolve, reject) => {
      session
        .invite({
          requestDelegate: {
            onProgress: () => resolve(),
            onAccept: () => resolve(),
            onReject: ({ message }) => {
              this.outcome = message.statusCode
              resolve()
            },
          },
        })
        .catch(reject)
    })
  }

  async hangUp(): Promise<void> {
    for (const session of [...this.#sessions].reverse()) {
      if (session.state === SessionState.Established) await session.bye()
      else if (session instanceof Inviter && isBeginning(session)) await session.cancel()
    }
  }

  isIdle(): boolean {
    return this.#sessions.every(({ state }) => state === SessionState.Terminated)
  }

  /** Resolves when the other side has agreed. */
  async hold(held: boolean): Promise<void> {
    const session = await this.#connected()
    for (let tries = 0; tries <= crossings; tries += 1) {
      await this.#settled(session)
      const status = await new Promise<number>((resolve, reject) => {
        session
          .invite({
            sessionDescriptionHandlerOptions: { hold: held } as Web.SessionDescriptionHandlerOptions,
            requestDelegate: {
              onAccept: () => resolve(200),
              onReject: ({ message }) => resolve(message.statusCode ?? 500),
            },
          })
          .catch(reject)
      })
      if (status === 200) return
      if (status !== 491) throw new Error(`the hold was refused with ${status}`)
      // SIP.js leaves an offer that was refused as it is.
      await this.#media(session).peerConnection?.setLocalDescription({ type: 'rollback' })
      await new Promise((resolve) => setTimeout(resolve, crossingWait))
    }
    throw new Error('the holds crossed again and again')
  }

  /** No packet leaves while it is quiet. */
  async hush(quiet: boolean): Promise<void> {
    const { peerConnection } = this.#media(await this.#connected())
    const [sender] = peerConnection?.getSenders() ?? []
    const [track] = this.#sound.speak().getAudioTracks()
    await sender?.replaceTrack(quiet ? null : (track ?? null))
  }

  /** The first of two calls goes on with whoever is at the other end of the second. */
  async handOver(): Promise<void> {
    const [first, second] = this.#sessions.filter(({ state }) => state === SessionState.Established)
    if (!first || !second) throw new Error('there are not two calls')
    await first.refer(second, {
      onNotify: (notification) => {
        void notification.accept()
        // RFC 5589 §7: who has handed over says goodbye.
        if (/^SIP\/2\.0 200/.test(notification.request.body)) void first.bye()
      },
    })
  }

  heard(): string {
    return this.#sound.heard()
  }

  async #called(invitation: Invitation): Promise<void> {
    const replaces = invitation.replacee !== undefined
    if (!replaces) this.#sound.forget()
    this.#follow(invitation)
    if (!replaces) {
      await invitation.progress({ statusCode: 180 })
      await new Promise((resolve) => setTimeout(resolve, rings))
    }
    if (invitation.state === SessionState.Initial) await invitation.accept()
  }

  #follow(session: Session): void {
    this.#sessions.push(session)
    session.delegate = {
      onRefer: (referral) => void this.#referred(referral),
      onBye: (bye) => {
        this.outcome = 200
        void bye.accept()
      },
      onInfo: (info) => {
        const asked = info.request.getHeader('Record')
        if (asked !== undefined) this.recordingRests = asked === 'off'
        void info.accept()
      },
    }
    session.stateChange.addListener((state) => {
      if (state === SessionState.Established) this.#sound.listenTo(this.#media(session).remoteMediaStream)
    })
  }

  async #referred(referral: Referral): Promise<void> {
    await referral.accept()
    const session = referral.makeInviter()
    this.#follow(session)
    await session.invite()
  }

  #media(session: Session): Web.SessionDescriptionHandler {
    return session.sessionDescriptionHandler as Web.SessionDescriptionHandler
  }

  /**
   * RFC 3261 §14.1: no change is begun while another is under way in either direction. One that the desk has made and
   * that was agreed to is under way until the desk's ACK has come here.
   */
  async #settled(session: Session): Promise<void> {
    const until = performance.now() + connectsWithin
    const isChanging = (): boolean =>
      session.dialog instanceof SessionDialog && session.dialog.reinviteUserAgentServer !== undefined
    while (isChanging()) {
      if (performance.now() > until) throw new Error('the desk has not acknowledged its own change')
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  /** The newest call, once it is connected here too: the desk's answer may still be on its way. */
  async #connected(): Promise<Session> {
    const session = this.#sessions.findLast(({ state }) => state !== SessionState.Terminated)
    if (!session) throw new Error('there is no call')
    if (session.state === SessionState.Established) return session
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('the call was not connected in time')), connectsWithin)
      session.stateChange.addListener((state) => {
        if (state === SessionState.Established) resolve(session)
        else if (state === SessionState.Terminated) reject(new Error('the call has ended'))
        else return
        clearTimeout(late)
      })
    })
  }

  #address(user: string) {
    const address = UserAgent.makeURI(`sip:${user}@${this.#order.domain}`)
    if (!address) throw new Error(`"${user}" makes no SIP address`)
    return address
  }
}

const isBeginning = ({ state }: Session): boolean =>
  state === SessionState.Initial || state === SessionState.Establishing
