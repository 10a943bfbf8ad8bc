import { xml } from '@xmpp/component'

import { isOpen } from '../opening-hours.ts'
import { placesIn, queueNow } from '../routing/line.ts'
import type { QueueState } from '../routing/state.ts'
import type { QueueSite } from '../site.ts'
import type { Link } from './link.ts'
import { queueWire, workgroup } from './namespaces.ts'

export interface NewsMeans {
  readonly link: Link
  readonly site: QueueSite
  readonly own: string
  readonly state: () => QueueState
  readonly now: () => number
}

/** Tells customers their place and agents how long the lines are; only what has changed, when `tell` is called. */
export class News {
  readonly #means: NewsMeans
  /** What each was told last, by address. */
  #places = new Map<string, string>()
  #queues = new Map<string, string>()

  constructor(means: NewsMeans) {
    this.#means = means
  }

  /** Over a new link everything is told again. */
  forget(): void {
    this.#places.clear()
    this.#queues.clear()
  }

  tell(): void {
    this.#tellCustomers()
    this.#tellAgents()
  }

  #tellCustomers(): void {
    const { link, site, own } = this.#means
    const state = this.#means.state()
    const told = new Map<string, string>()
    for (const { id } of site.queues)
      for (const { room, position, seconds } of placesIn(state, site, id)) {
        const customer = state.chats.get(room)?.customer
        // Whoever had an agent before is not told of a line again.
        if (customer === undefined || state.chats.get(room)?.stage !== 'waiting') continue
        // A time that is told to the second would change with each chat that ends.
        const time = seconds === undefined ? undefined : String(Math.ceil(seconds / 15) * 15)
        const line = `${position} ${time ?? ''}`
        told.set(customer, line)
        if (this.#places.get(customer) === line) continue
        const status = xml(
          'queue-status',
          { xmlns: workgroup },
          xml('position', {}, String(position)),
          time === undefined ? undefined : xml('time', {}, time),
        )
        link.send(xml('message', { from: `${id}@${own}`, to: customer }, status))
      }
    this.#places = told
  }

  #tellAgents(): void {
    const { link, own } = this.#means
    const queues = this.#queuesElement()
    const line = queues.toString()
    const told = new Map<string, string>()
    for (const { presence, address } of this.#means.state().agents.values()) {
      if (presence !== 'there' || address === undefined) continue
      told.set(address, line)
      if (this.#queues.get(address) !== line)
        link.send(xml('message', { from: own, to: address }, this.#queuesElement()))
    }
    this.#queues = told
  }

  #queuesElement() {
    const { site, now } = this.#means
    const state = this.#means.state()
    return xml(
      'queues',
      { xmlns: queueWire },
      ...site.queues.map(({ id, name, hours }) => {
        const { waiting, oldest } = queueNow(state, site, id)
        const open = String(isOpen(hours, now()))
        return xml('queue', {
          name,
          open,
          waiting: String(waiting),
          ...(oldest !== undefined && { oldest: new Date(oldest).toISOString() }),
        })
      }),
    )
  }
}
