import type {
  AckableIncomingResponseWithSession,
  OutgoingInviteRequest,
  OutgoingInviteRequestDelegate,
  Session,
} from 'sip.js/lib/core/index.js'
import type { Random } from '../../../renderer/domain/seeded-random.ts'
import { contactLine } from './agent-line.ts'
import type { AgentLine } from './agent-line.ts'
import { agentRequests } from './agent-requests.ts'
import { CallMedia } from './call-media.ts'
import type { Clock } from './clock.ts'
import type { CustomerSpeech } from './customer-speech.ts'
import type { PracticeScript } from './customers.ts'
import type { Log } from './log.ts'
import type { RtpClock } from './rtp-clock.ts'
import type { CallOutcome } from './schedule.ts'

/** What happens in a call, for whoever watches from inside the centre. */
export type CallEvent =
  | { readonly kind: 'ringing' | 'answered' | 'connected' | 'held' | 'resumed' }
  | { readonly kind: 'key-pressed'; readonly key: string }
  | { readonly kind: 'ended'; readonly outcome: CallOutcome }

export interface CustomerCallMeans {
  readonly line: AgentLine
  readonly script: PracticeScript
  readonly speech: CustomerSpeech
  readonly domain: string
  readonly clock: Clock
  readonly rtpClock: RtpClock
  readonly random: Random
  readonly log: Log
  readonly onEvent: (event: CallEvent) => void
  readonly onSound?: (sound: Uint8Array) => void
}

/** A customer lets it ring for so long, then gives up. */
const patienceMilliseconds = 25_000
/** RFC 7675 §5.1: a path that has been silent for so long is dead. */
const deadMediaMilliseconds = 30_000
/** How long the answer to a CANCEL or a BYE may take before the call is forgotten. */
const farewellMilliseconds = 2000

/** RFC 3261 §21: 480, 486 and 600 say "not now", 603 says "no". */
const outcomeOfCode: Readonly<Record<number, CallOutcome>> = {
  480: 'busy',
  486: 'busy',
  600: 'busy',
  603: 'declined',
}

/** One customer's call to the agent, from the first ring to the last word. */
export class CustomerCall {
  readonly #means: CustomerCallMeans
  readonly #media: CallMedia
  readonly #contact: string
  #stage: 'ringing' | 'giving-up' | 'answered' | 'talking' | 'hanging-up' | 'ended' = 'ringing'
  #request: OutgoingInviteRequest | undefined
  #session: Session | undefined
  #held = false
  #lastSignOfLife: number
  #stopTicking: () => void = () => undefined
  #stopWaiting: () => void = () => undefined

  constructor(means: CustomerCallMeans) {
    this.#means = means
    this.#contact = contactLine(means.script.customer.number, means.domain)
    this.#lastSignOfLife = means.clock.now()
    this.#media = new CallMedia(
      {
        onConnected: () => this.#talk(),
        onSound: (sound) => {
          means.speech.hear(sound)
          means.onSound?.(sound)
        },
        onKey: (key) => means.onEvent({ kind: 'key-pressed', key }),
        onSignOfLife: () => {
          this.#lastSignOfLife = means.clock.now()
        },
      },
      means.random,
    )
  }

  ring(): void {
    this.#invite().catch((error: unknown) => {
      this.#means.log(`a call could not be placed: ${error instanceof Error ? error.name : 'unknown'}`)
      this.#end('failed')
    })
  }

  /** The customer ends the call: CANCEL while it rings, BYE once it was answered. */
  hangUp(): void {
    if (this.#stage === 'answered' || this.#stage === 'talking') this.#sayBye()
    if (this.#stage !== 'ringing') return
    this.#stage = 'giving-up'
    this.#request?.cancel()
    this.#wait(this.#request ? farewellMilliseconds : 0, () => this.#end('given-up'))
  }

  async #invite(): Promise<void> {
    const { line, script, clock } = this.#means
    const offer = await this.#media.offer()
    if (this.#stage !== 'ringing') return
    if (!line.isReachable) {
      this.#end('failed')
      return
    }
    const { number, name, queue, language } = script.customer
    // Practice only: lets a bench on this computer measure from the INVITE to what the agent sees.
    const sentAt = `X-Sent-At: ${clock.wallTime().toFixed(3)}`
    const card = { number, name, headers: [`X-Queue: ${queue}`, `X-Language: ${language}`, sentAt] }
    this.#request = line.invite(card, offer, this.#answers())
    this.#wait(patienceMilliseconds, () => this.hangUp())
  }

  #answers(): OutgoingInviteRequestDelegate {
    let rings = false
    return {
      onProgress: () => {
        if (!rings) this.#means.onEvent({ kind: 'ringing' })
        rings = true
      },
      onAccept: (response) => {
        this.#accepted(response).catch((error: unknown) => {
          this.#means.log(`a call could not be set up: ${error instanceof Error ? error.name : 'unknown'}`)
          this.hangUp()
        })
      },
      onReject: ({ message }) => {
        const refusal = outcomeOfCode[message.statusCode ?? 0] ?? 'failed'
        this.#end(this.#stage === 'giving-up' ? 'given-up' : refusal)
      },
      onRedirect: () => this.#end('failed'),
    }
  }

  async #accepted(response: AckableIncomingResponseWithSession): Promise<void> {
    const { session, message } = response
    this.#session = session
    response.ack()
    if (this.#stage !== 'ringing') {
      // The agent answered while the customer gave up, or after that.
      if (this.#stage === 'ended') session.bye()
      else this.#sayBye()
      return
    }
    this.#stage = 'answered'
    this.#means.onEvent({ kind: 'answered' })
    session.delegate = agentRequests({
      media: this.#media,
      contact: this.#contact,
      log: this.#means.log,
      onHeld: (held) => this.#hold(held),
      onKey: (key) => this.#means.onEvent({ kind: 'key-pressed', key }),
      onBye: () => this.#end('answered'),
    })
    this.#wait(deadMediaMilliseconds, () => this.hangUp())
    await this.#media.takeAnswer(message.body)
  }

  #hold(held: boolean): void {
    if (held === this.#held) return
    this.#held = held
    this.#means.onEvent({ kind: held ? 'held' : 'resumed' })
  }

  #talk(): void {
    if (this.#stage !== 'answered') return
    this.#stage = 'talking'
    this.#stopWaiting()
    this.#means.onEvent({ kind: 'connected' })
    this.#stopTicking = this.#means.rtpClock.add(() => this.#tick())
  }

  #tick(): void {
    const { speech, clock } = this.#means
    const frame = speech.speak(this.#held)
    // On hold the agent's desk has asked for no sound at all.
    if (!this.#held) this.#media.send(frame)
    if (speech.isOver || clock.now() - this.#lastSignOfLife > deadMediaMilliseconds) this.hangUp()
  }

  #sayBye(): void {
    const outcome: CallOutcome = this.#stage === 'giving-up' ? 'given-up' : 'answered'
    this.#stage = 'hanging-up'
    this.#stopTicking()
    const end = () => this.#end(outcome)
    this.#session?.bye({ onAccept: end, onReject: end })
    this.#wait(farewellMilliseconds, end)
  }

  /** One thing at a time is waited for. */
  #wait(milliseconds: number, action: () => void): void {
    this.#stopWaiting()
    this.#stopWaiting = this.#means.clock.after(milliseconds, action)
  }

  #end(outcome: CallOutcome): void {
    if (this.#stage === 'ended') return
    this.#stage = 'ended'
    this.#stopWaiting()
    this.#stopTicking()
    this.#media.close().catch(() => this.#means.log('a media path did not close'))
    this.#means.onEvent({ kind: 'ended', outcome })
  }
}
