import type { CallEvent } from '../../../electron/centre/practice/call-events.ts'
import type { PracticeCentre } from '../../../electron/centre/practice/practice-centre.ts'
import type { PracticeCustomer } from '../../../renderer/domain/practice.ts'
import { tones } from './far-end.ts'
import type { Customer, Outcome, Tone } from './far-end.ts'
import type { HeardSound } from './heard-sound.ts'
import { soon } from './soon.ts'

export interface PracticeCustomerNeeds {
  readonly customer: PracticeCustomer
  readonly centre: PracticeCentre
  readonly heard: ReadonlyMap<string, HeardSound>
  /** All of this call so far. */
  readonly events: () => readonly CallEvent[]
}

/** One call of a practice centre's customer, watched and led from inside the centre. */
export class PracticeCustomerCall implements Customer {
  readonly party: Customer['party']
  readonly #needs: PracticeCustomerNeeds

  constructor(needs: PracticeCustomerNeeds) {
    const { number, name, queue } = needs.customer
    this.party = { number, name, queue }
    this.#needs = needs
  }

  has(kind: CallEvent['kind']): boolean {
    return this.#needs.events().some((event) => event.kind === kind)
  }

  until(kind: CallEvent['kind']): Promise<void> {
    return soon(`the customer's call to be ${kind}`, () => this.has(kind))
  }

  hangUp(): Promise<void> {
    this.#needs.centre.hangUp(this.#needs.customer.id)
    return Promise.resolve()
  }

  async over(): Promise<Outcome> {
    await this.until('ended')
    const end = this.#needs.events().find((event) => event.kind === 'ended')
    return end?.outcome ?? 'failed'
  }

  hold(held: boolean): Promise<void> {
    this.#needs.centre.hold(held, this.#needs.customer.id)
    return Promise.resolve()
  }

  hush(quiet: boolean): Promise<void> {
    this.#needs.centre.hush(quiet, this.#needs.customer.id)
    return Promise.resolve()
  }

  digits(): Promise<string> {
    const keys = this.#needs.events().map((event) => (event.kind === 'key-pressed' ? event.key : ''))
    return Promise.resolve(keys.join(''))
  }

  recordingRests(): Promise<boolean> {
    const told = this.#needs.events().findLast(({ kind }) => kind.startsWith('recording-'))
    return Promise.resolve(told?.kind === 'recording-rests')
  }

  heard(tone: Tone): Promise<number> {
    return Promise.resolve(this.#needs.heard.get(this.#needs.customer.id)?.seconds(tones[tone]) ?? 0)
  }
}
