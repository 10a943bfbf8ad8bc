import type { Party } from './talk.ts'

/**
 * Customers whom the agents have to serve: they wait, ring, or talk at a desk. Who has been handed on to somebody
 * without a desk may go on talking for as long as they like, and visits no longer.
 */
export class Visits {
  readonly #endings = new Map<Party, () => void>()

  /** @param onOver comes once, when the customer has hung up or has been handed on */
  begin(customer: Party, onOver: () => void): void {
    this.#endings.set(customer, onOver)
    customer.whenGone(() => this.end(customer))
  }

  /** Does nothing for anybody who is on no visit. */
  end(party: Party): void {
    const onOver = this.#endings.get(party)
    this.#endings.delete(party)
    onOver?.()
  }
}
