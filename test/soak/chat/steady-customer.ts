import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'

import { ChatCustomer, type CustomerPlan } from '../../servers/xmpp/customer.ts'
import type { RoomMessage } from '../../servers/xmpp/room-message.ts'

/** Milliseconds between two looks at the link, and before the next try. */
const look = 50
/** Milliseconds for one look into the archive or a way back. */
const patience = 15_000

interface Row {
  readonly id: string
  readonly text: string
  /** Handed over in this session. */
  sent: boolean
  confirmed: boolean
}

/**
 * A customer whose program keeps what they write until the room has it, and comes back after every loss: so that whatever
 * is lost or doubled in a run is the desk's doing. They have an account, and are known again after any outage.
 */
export class SteadyCustomer {
  readonly #customer: ChatCustomer
  readonly #rows: Row[] = []
  #readTo: string | undefined
  #isReady = false
  #isOver = false
  #loop: Promise<void> = Promise.resolve()

  private constructor(customer: ChatCustomer) {
    this.#customer = customer
  }

  static async open(plan: CustomerPlan, queue: string): Promise<SteadyCustomer> {
    const customer = await ChatCustomer.open(plan)
    await customer.askForHelp(queue, { language: 'en' })
    const steady = new SteadyCustomer(customer)
    steady.#isReady = true
    steady.#loop = steady.#keepUp()
    return steady
  }

  write(text: string): void {
    this.#rows.push({ id: randomUUID(), text, sent: false, confirmed: false })
  }

  get isSettled(): boolean {
    return this.#isReady && this.#rows.every(({ confirmed }) => confirmed)
  }

  archive(): Promise<readonly RoomMessage[]> {
    return this.#customer.archive()
  }

  /** Writes no more, and does not come back: the chat may end now. */
  async rest(): Promise<void> {
    this.#isOver = true
    await this.#loop
  }

  async close(): Promise<void> {
    await this.rest()
    await this.#customer.close()
  }

  async #keepUp(): Promise<void> {
    while (!this.#isOver) {
      if (!this.#customer.inRoom) await this.#comeBack()
      if (this.#isReady) await this.#send().catch(() => undefined)
      await delay(look)
    }
  }

  async #comeBack(): Promise<void> {
    this.#isReady = false
    try {
      this.#customer.cut()
      await this.#customer.connect()
      await this.#customer.isThere()
      await this.#customer.enter()
      const limit = delay(patience).then(() => Promise.reject(new Error('no archive')))
      this.#confirm(await Promise.race([this.#customer.archive(this.#readTo), limit]))
      for (const row of this.#rows) row.sent = row.confirmed
      this.#isReady = true
    } catch {
      await delay(look)
    }
  }

  async #send(): Promise<void> {
    this.#confirm(this.#customer.heard)
    for (const row of this.#rows) {
      if (row.sent) continue
      if (!this.#customer.inRoom) return
      row.sent = true
      await this.#customer.write(row.text, row.id)
    }
  }

  #confirm(messages: readonly RoomMessage[]): void {
    const ids = new Set(messages.flatMap(({ id, archived }) => (archived === undefined ? [] : [id])))
    for (const row of this.#rows) row.confirmed ||= ids.has(row.id)
    this.#readTo = messages.at(-1)?.archived ?? this.#readTo
  }
}
