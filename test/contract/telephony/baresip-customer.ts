import type { Party } from '../../../renderer/domain/call.ts'
import type { Telephone } from '../../servers/telephone.ts'
import { TelephoneFailed } from '../../servers/telephone-link.ts'
import { heardTone } from '../../servers/tone.ts'
import { tones } from './far-end.ts'
import type { Customer, Outcome, Tone } from './far-end.ts'
import { outcomeOf } from './peer.ts'
import { soon } from './soon.ts'

/** One call of a baresip. */
export class BaresipCall implements Customer {
  readonly party: Party
  readonly since = Date.now()
  readonly #telephone: Telephone
  readonly #digitsBefore: number

  constructor(telephone: Telephone, party: Party) {
    this.party = party
    this.#telephone = telephone
    this.#digitsBefore = telephone.digitsHeard().length
  }

  has(type: string): boolean {
    return this.#telephone.events.some((event) => event.type === type && event.at >= this.since)
  }

  get isOver(): boolean {
    return this.has('CALL_CLOSED')
  }

  async hangUp(): Promise<void> {
    if (!this.isOver) await this.#telephone.hangUp()
  }

  async over(): Promise<Outcome> {
    await soon('the customer’s call to be over', () => this.isOver)
    if (this.has('CALL_ESTABLISHED')) return 'answered'
    const closed = this.#telephone.events.find(({ type, at }) => type === 'CALL_CLOSED' && at >= this.since)
    const status = Number(/^\d{3}/.exec(closed?.detail ?? '')?.[0] ?? 487)
    return outcomeOf(status)
  }

  hold(held: boolean): Promise<void> {
    return held ? this.#telephone.hold() : this.#telephone.resume()
  }

  hush(): Promise<void> {
    return Promise.reject(new Error('baresip sends packets in every pause'))
  }

  digits(): Promise<string> {
    return Promise.resolve(this.#telephone.digitsHeard().slice(this.#digitsBefore))
  }

  recordingRests(): Promise<boolean> {
    return Promise.reject(new Error('baresip tells nobody what an INFO asks of it'))
  }

  async heard(tone: Tone): Promise<number> {
    try {
      return heardTone(await this.#telephone.heardThroughout(), tones[tone]).seconds
    } catch (error) {
      // Nothing has come yet.
      if (error instanceof TelephoneFailed) return 0
      throw error
    }
  }
}
