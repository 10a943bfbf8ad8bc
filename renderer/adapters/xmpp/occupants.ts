import type { ChatParticipant, ChatRole } from '../../domain/conversation.ts'
import { shownName } from './plain-text.ts'
import type { RoomPresence } from './room-presence.ts'

/** As the queue names somebody in a room (docs/chat-queue.md). */
export interface NamedOccupant {
  readonly id: string
  readonly role: 'customer' | 'bot' | 'agent' | 'lead' | 'queue'
  readonly name: string | undefined
}

interface Known {
  nick: string
  affiliation: string | undefined
  present: boolean
  composing: boolean
}

const roles = { customer: 'customer', bot: 'bot', agent: 'colleague', lead: 'lead', queue: 'centre' } as const

/** Milliseconds after which somebody who began to write and was not heard of again has stopped. */
const composingLimit = 30_000
/** Of one room; more than that come and go in no chat. */
const mostKnown = 200

/**
 * Who is who in one room. The room says by an id that nobody can choose which stanzas come from the same person; the queue
 * says who that is. Whom neither of them vouches for is the customer, whatever they call themselves.
 */
export class Occupants {
  readonly #known = new Map<string, Known>()
  readonly #clocks = new Map<string, ReturnType<typeof setTimeout>>()
  readonly #onChange: () => void
  readonly #ownName: () => string
  #named = new Map<string, NamedOccupant>()
  #self: string | undefined

  constructor(ownName: () => string, onChange: () => void) {
    this.#ownName = ownName
    this.#onChange = onChange
  }

  isSelf(id: string | undefined): boolean {
    return id !== undefined && id === this.#self
  }

  setNamed(named: readonly NamedOccupant[]): void {
    this.#named = new Map(named.map((one) => [one.id, one]))
    this.#onChange()
  }

  roleOf(id: string | undefined): ChatRole {
    if (id === undefined) return 'customer'
    if (this.isSelf(id)) return 'me'
    const named = this.#named.get(id)
    if (named) return roles[named.role]
    // The queue is the owner of each room and makes each agent of it an administrator. While it is gone the room still
    // says so.
    const affiliation = this.#known.get(id)?.affiliation
    if (affiliation === 'owner') return 'centre'
    return affiliation === 'admin' ? 'colleague' : 'customer'
  }

  nameOf(id: string | undefined, nick: string): string {
    if (this.isSelf(id)) return this.#ownName()
    return shownName(this.#named.get(id ?? '')?.name) ?? shownName(nick) ?? ''
  }

  take(presence: RoomPresence): void {
    if (presence.kind === 'error') return
    const { kind, occupant, isSelf, nick, affiliation, leaving } = presence
    if (kind === 'there') {
      if (isSelf) this.#self = occupant
      if (occupant !== undefined) this.#come(occupant, nick, affiliation)
    } else if (occupant !== undefined && leaving !== 'renamed') this.#go(occupant)
  }

  /** A fresh look at the room begins: who is there comes again. */
  allGone(): void {
    for (const id of this.#clocks.keys()) this.#stopClock(id)
    for (const known of this.#known.values()) Object.assign(known, { present: false, composing: false })
  }

  setComposing(id: string | undefined, composing: boolean): void {
    const known = id === undefined || this.isSelf(id) ? undefined : this.#known.get(id)
    if (!known || id === undefined) return
    this.#stopClock(id)
    if (composing)
      this.#clocks.set(
        id,
        setTimeout(() => this.setComposing(id, false), composingLimit),
      )
    if (known.composing === composing) return
    known.composing = composing
    this.#onChange()
  }

  participants(): readonly ChatParticipant[] {
    return [...this.#known].map(([id, { nick, present, composing }]) => ({
      id,
      role: this.roleOf(id),
      name: this.nameOf(id, nick),
      present,
      composing,
    }))
  }

  stop(): void {
    for (const id of this.#clocks.keys()) this.#stopClock(id)
  }

  #come(id: string, nick: string, affiliation: string | undefined): void {
    const known = this.#known.get(id)
    if (!known && this.#known.size >= mostKnown) return
    this.#known.set(id, { nick, affiliation, present: true, composing: known?.composing ?? false })
    this.#onChange()
  }

  #go(id: string): void {
    const known = this.#known.get(id)
    if (!known) return
    this.#stopClock(id)
    Object.assign(known, { present: false, composing: false })
    this.#onChange()
  }

  #stopClock(id: string): void {
    clearTimeout(this.#clocks.get(id))
    this.#clocks.delete(id)
  }
}
