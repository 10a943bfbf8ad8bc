import { ChatCustomer } from '../../servers/xmpp/customer.ts'
import type { CustomerPlan } from '../../servers/xmpp/customer.ts'
import type { RoomMessage } from '../../servers/xmpp/room-message.ts'

/** Milliseconds in which everything that is waited for must have come. */
const patience = 30_000

/** A customer with a stop-watch. They write past whatever is wrong with the desk's link. */
export class BenchCustomer {
  readonly #heard = new Map<string, number>()
  readonly #awaited = new Map<string, (at: number) => void>()
  #customer: ChatCustomer | undefined

  static async open(
    place: Pick<CustomerPlan, 'server' | 'domain' | 'queues' | 'files'>,
    name: string,
  ): Promise<BenchCustomer> {
    const bench = new BenchCustomer()
    const onHeard = ({ text }: RoomMessage): void => bench.#hear(text)
    bench.#customer = await ChatCustomer.open({ ...place, nick: name, onHeard })
    return bench
  }

  get #program(): ChatCustomer {
    if (!this.#customer) throw new Error('a customer who has not come yet')
    return this.#customer
  }

  get conversation(): string {
    return this.#program.conversation
  }

  /** Asks for help under their name. */
  join(queue: string, name: string): Promise<void> {
    return this.#program.joinQueue(queue, { language: 'en', name, question: 'Where is my passport?' })
  }

  enter(): Promise<void> {
    return this.#program.enter()
  }

  async write(text: string): Promise<void> {
    await this.#program.write(text)
  }

  /** When they hear this, or have heard it: epoch milliseconds. */
  heard(text: string): Promise<number> {
    return new Promise((resolve, reject) => {
      const at = this.#heard.get(text)
      if (at !== undefined) {
        resolve(at)
        return
      }
      const limit = setTimeout(() => reject(new Error('a customer waited in vain')), patience)
      this.#awaited.set(text, (when) => {
        clearTimeout(limit)
        resolve(when)
      })
    })
  }

  close(): Promise<void> {
    return this.#program.close()
  }

  #hear(text: string): void {
    const now = Date.now()
    this.#heard.set(text, now)
    this.#awaited.get(text)?.(now)
    this.#awaited.delete(text)
  }
}
