import type { ConversationEnd } from '../../domain/conversation.ts'
import type { ConversationId } from '../../domain/ids.ts'
import type { QueueChat } from './queue-stanzas.ts'
import type { NamedOccupant } from './occupants.ts'
import { Room } from './room.ts'
import type { RoomNeeds } from './room.ts'

export type RoomsNeeds = Omit<RoomNeeds, 'id' | 'room'>

interface Place {
  readonly room: string
  readonly occupants: readonly NamedOccupant[]
}

/** The rooms in which the desk is to be. Where one is, the queue says, or failing that the server. */
export class Rooms {
  readonly #needs: RoomsNeeds
  readonly #wanted = new Map<ConversationId, string | undefined>()
  readonly #places = new Map<ConversationId, Place>()
  readonly #rooms = new Map<string, Room>()
  #service: string | undefined
  #isUp = false

  constructor(needs: RoomsNeeds) {
    this.#needs = needs
  }

  at(room: string): Room | undefined {
    return this.#rooms.get(room)
  }

  of(conversation: ConversationId): Room | undefined {
    return this.#rooms.get(this.addressOf(conversation) ?? '')
  }

  addressOf(conversation: ConversationId): string | undefined {
    const place = this.#places.get(conversation)
    return place?.room ?? (this.#service === undefined ? undefined : `${conversation}@${this.#service}`)
  }

  enter(conversation: ConversationId, readTo: string | undefined): void {
    this.#wanted.set(conversation, readTo)
    const room = this.of(conversation)
    if (room) room.readAgain(readTo)
    else this.#open(conversation)
  }

  leave(conversation: ConversationId): void {
    this.of(conversation)?.leave()
    this.#rooms.delete(this.addressOf(conversation) ?? '')
    this.#wanted.delete(conversation)
    this.#places.delete(conversation)
  }

  /** The queue tells where a chat is, and who is who in it. */
  place({ id, room, occupants }: QueueChat): void {
    this.#places.set(id, { room, occupants })
    const known = this.#rooms.get(room)
    if (known) known.occupants.setNamed(occupants)
    else this.#open(id)
  }

  /** The server tells where its rooms are. */
  setService(service: string | undefined): void {
    this.#service = service
    for (const conversation of this.#wanted.keys()) this.#open(conversation)
  }

  over(conversation: ConversationId, end: ConversationEnd): void {
    const room = this.of(conversation)
    // Where it was is known until it is left: a room that stayed here, over, could not be entered again.
    if (room) room.over(end)
    else {
      this.#places.delete(conversation)
      this.#needs.emit({ kind: 'conversation-over', conversation, end })
    }
  }

  up(): void {
    this.#isUp = true
    for (const room of this.#rooms.values()) room.up()
  }

  down(): void {
    this.#isUp = false
    for (const room of this.#rooms.values()) room.down()
  }

  #open(id: ConversationId): void {
    const address = this.addressOf(id)
    if (address === undefined || !this.#wanted.has(id) || this.#rooms.has(address)) return
    const room = new Room({ ...this.#needs, id, room: address }, this.#wanted.get(id))
    this.#rooms.set(address, room)
    room.occupants.setNamed(this.#places.get(id)?.occupants ?? [])
    if (this.#isUp) room.up()
  }
}
