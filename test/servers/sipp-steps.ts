import { unreachable } from '../../renderer/domain/unreachable.ts'
import {
  description,
  expect,
  KEEP_REQUEST,
  NO_BODY,
  PROVISIONAL,
  READ_DESCRIPTION,
  refuseKept,
  reply,
  request,
  type DialogEnds,
  type SoundAddress,
} from './sipp-messages.ts'

/** What a scripted telephone does while it is in a call, one after the other. */
export type Step =
  /** Lets the time pass, agrees to every change that the other side asks for (each starts the time anew). */
  | { readonly kind: 'talk'; readonly ms: number }
  /** Holds the other side, or takes it back, with a re-INVITE. */
  | { readonly kind: 'hold' }
  | { readonly kind: 'resume' }
  /** Waits for a re-INVITE and sends one of its own before it answers: both are refused with 491 (RFC 3261 14.2). */
  | { readonly kind: 'cross' }
  /** Waits for a re-INVITE and refuses it, e.g. with "488 Not Acceptable Here". */
  | { readonly kind: 'refuse-change'; readonly status: string }
  | { readonly kind: 'hang-up' }
  /** Agrees to every change until the other side hangs up, for 60 seconds at most. */
  | { readonly kind: 'wait-for-hang-up' }

const LONGEST_MS = 60_000
/** sipp takes a variable that is used once for a mistake. */
const REFERENCE = '<Reference variables="line,whole,port,offered,answer"/>'

/** Writes the steps of one call: numbers its requests (CSeq) and the places in the scenario to jump to. */
export class StepWriter {
  readonly #ends: DialogEnds
  readonly #sound: SoundAddress
  #number: number
  #label = 0

  /** @param number of the last request that this side has sent. */
  constructor(ends: DialogEnds, sound: SoundAddress, number: number) {
    this.#ends = ends
    this.#sound = sound
    this.#number = number
  }

  /** A call whose last step does not end it is hung up. */
  write(steps: readonly Step[]): string[] {
    const end = this.#newLabel()
    const last = steps.at(-1)?.kind
    const closed = last === 'hang-up' || last === 'wait-for-hang-up'
    const all: readonly Step[] = closed ? steps : [...steps, { kind: 'hang-up' }]
    // Whenever the other side hangs up, the call went well and is over.
    const hungUp = [`<label id="${end}"/>`, reply('200 OK', NO_BODY)]
    const over = this.#newLabel()
    return [
      ...all.flatMap((step) => this.#step(step, { end, over })),
      ...hungUp,
      `<label id="${over}"/>`,
      '<pause milliseconds="50"/>',
    ]
  }

  #step(step: Step, labels: { readonly end: string; readonly over: string }): string[] {
    switch (step.kind) {
      case 'talk':
        return this.#listen(step.ms, labels.end)
      case 'hold':
        return this.#change('sendonly')
      case 'resume':
        return this.#change('sendrecv')
      case 'cross':
        return this.#cross()
      case 'refuse-change':
        return [
          expect({ request: 'INVITE' }, `timeout="${String(LONGEST_MS)}"`),
          reply(step.status, NO_BODY),
          expect({ request: 'ACK' }),
        ]
      case 'hang-up':
        this.#number += 1
        return [
          request({ method: 'BYE', number: this.#number }, this.#ends, NO_BODY),
          expect({ response: 200 }, `next="${labels.over}"`),
        ]
      case 'wait-for-hang-up':
        return this.#listen(LONGEST_MS, labels.end)
      default:
        return unreachable(step)
    }
  }

  #newLabel(): string {
    this.#label += 1
    return String(this.#label)
  }

  #listen(ms: number, end: string): string[] {
    const [again, asked, mirrored, answered, done] = Array.from({ length: 5 }, () => this.#newLabel())
    // sipp looks at the time-out of the first of several alternatives.
    const limit = `timeout="${String(ms)}" ontimeout="${String(done)}"`
    return [
      `<label id="${String(again)}"/>`,
      // Of a refusal that we gave: it may come before or after what else we wait for.
      expect({ request: 'ACK' }, `optional="true" ${limit} next="${String(again)}"`),
      `<recv request="INVITE" optional="true" next="${String(asked)}"><action>${READ_DESCRIPTION}</action></recv>`,
      expect({ request: 'BYE' }, `next="${end}"`),
      `<label id="${String(asked)}"/>`,
      // Whoever is held may only listen (RFC 3264 section 6.1).
      '<nop><action><assignstr assign_to="answer" value="[$offered]"/>' +
        '<strcmp assign_to="is" variable="offered" value="sendonly"/>' +
        '<test assign_to="yes" variable="is" compare="equal" value="0"/></action></nop>',
      `<nop next="${String(mirrored)}" test="yes"/>`,
      `<nop next="${String(answered)}"/>`,
      `<label id="${String(mirrored)}"/>`,
      '<nop><action><assignstr assign_to="answer" value="recvonly"/></action></nop>',
      `<label id="${String(answered)}"/>`,
      reply('200 OK', description(this.#sound, '[$answer]', 1)),
      expect({ request: 'ACK' }, `next="${String(again)}"`),
      `<label id="${String(done)}"/>`,
      REFERENCE,
    ]
  }

  #change(direction: string): string[] {
    return [...this.#invite(direction), PROVISIONAL, readAnswer(), this.#acknowledge()]
  }

  #cross(): string[] {
    return [
      `<recv request="INVITE" timeout="${String(LONGEST_MS)}"><action>${KEEP_REQUEST}</action></recv>`,
      ...this.#invite('sendrecv'),
      PROVISIONAL,
      expect({ response: 491 }),
      this.#acknowledge(5),
      refuseKept('491 Request Pending'),
      expect({ request: 'ACK' }),
    ]
  }

  #invite(direction: string): string[] {
    this.#number += 1
    const lines = description(this.#sound, direction, this.#number)
    return [request({ method: 'INVITE', number: this.#number }, this.#ends, lines)]
  }

  /** @param since for a refusal. */
  #acknowledge(since = 0): string {
    return request({ method: 'ACK', number: this.#number, since }, this.#ends, NO_BODY)
  }
}

/** The 200 to an INVITE. */
export function readAnswer(more = ''): string {
  const unused = '<Reference variables="line,whole,port,offered"/>'
  return `<recv response="200" ${more}><action>${READ_DESCRIPTION}</action></recv>${unused}`
}
