import { bareOf, localOf, resourceOf } from '../address.ts'
import type { Address } from '../address.ts'
import type { Archives } from '../archive/archives.ts'
import { ns } from '../namespaces.ts'
import { errorFor, isRequest, kindOf, payloadOf, resultOf, stanzaOf, typeOf } from '../stanza.ts'
import type { Condition, Send, Stanza } from '../stanza.ts'
import { xml } from '../xml.ts'
import { administer } from './room-administration.ts'
import { receivePresence } from './room-entry.ts'
import { roomInformation, roomList, serviceInformation } from './room-information.ts'
import { receiveMessage } from './room-messages.ts'
import { destroy, own } from './room-ownership.ts'
import { Room, isAtLeast } from './room.ts'

export interface RoomsMeans {
  readonly domain: string
  readonly archives: Archives
  readonly wallTime: () => number
  readonly newId: () => string
  /** Who may make a room by entering it. */
  readonly mayCreate: (address: Address) => boolean
  readonly send: Send
}

/** Enough for a shift; a component gone wild finds an end here. */
const mostRooms = 5000

/** The service of rooms (XEP-0045). */
export class Rooms {
  readonly #means: RoomsMeans
  readonly #rooms = new Map<Address, Room>()

  constructor(means: RoomsMeans) {
    this.#means = means
  }

  get all(): readonly Room[] {
    return [...this.#rooms.values()]
  }

  receive(stanza: Stanza): void {
    const room = this.#rooms.get(bareOf(stanza.to))
    const kind = kindOf(stanza)
    if (localOf(stanza.to) === undefined) this.#serve(stanza)
    else if (kind === 'presence') this.#presence(stanza, room)
    else if (!room || (room.isLocked && room.affiliationOf(stanza.from) !== 'owner'))
      this.#refuse(stanza, 'item-not-found')
    else if (isLost(stanza)) this.#gone(stanza.from, room)
    else if (kind === 'message') receiveMessage(room, stanza, this.#means)
    else if (resourceOf(stanza.to) !== undefined) this.#toOccupant(room, stanza)
    else if (isRequest(stanza)) this.#request(room, stanza)
  }

  /** Whoever is behind that address can be reached no more. */
  #gone(address: Address, room: Room): void {
    const nick = room.occupantOf(address)?.nick ?? ''
    const element = xml('presence', { type: 'unavailable' })
    this.#presence(stanzaOf(element, { from: address, to: `${room.address}/${nick}` }), room)
  }

  /** As an administrator of the server does it. */
  destroy(address: Address): void {
    const room = this.#rooms.get(address)
    if (!room) return
    const onDestroyed = (destroyed: Room): void => this.#forget(destroyed)
    destroy(room, { destroyed: xml('destroy'), send: this.#means.send, onDestroyed })
  }

  /** As after the end of the server's process: nobody is in any room, and rooms that were to go have gone. */
  emptyAll(): void {
    for (const room of this.all) {
      room.empty()
      if (!room.config.persistent) this.#rooms.delete(room.address)
    }
  }

  #presence(presence: Stanza, known: Room | undefined): void {
    const room = known ?? this.#create(presence)
    if (typeof room === 'string') this.#refuse(presence, room)
    if (room === undefined || typeof room === 'string') return
    const { send, archives, wallTime } = this.#means
    receivePresence(room, presence, { send, wallTime, archive: archives.of(room.address) })
    this.#tidy(room)
  }

  /** @returns nothing where somebody leaves a room that is not there */
  #create({ from, to, element }: Stanza): Room | Condition | undefined {
    if (element.attrs['type'] !== undefined) return undefined
    if (resourceOf(to) === undefined) return 'jid-malformed'
    if (!element.getChild('x', ns.muc)) return 'item-not-found'
    if (!this.#means.mayCreate(from)) return 'not-allowed'
    if (this.#rooms.size >= mostRooms) return 'resource-constraint'
    const room = new Room(bareOf(to), this.#means.newId())
    room.setAffiliation(from, 'owner')
    this.#rooms.set(room.address, room)
    return room
  }

  /** A room that is not to last goes with the last who was in it. */
  #tidy(room: Room): void {
    if (room.occupants.length > 0 || (room.config.persistent && !room.isLocked)) return
    this.#forget(room)
  }

  #forget(room: Room): void {
    this.#rooms.delete(room.address)
    this.#means.archives.forget(room.address)
  }

  #request(room: Room, request: Stanza): void {
    const { send, archives } = this.#means
    const query = payloadOf(request)
    const namespace = query?.getNS()
    if (query && namespace === ns.mucAdmin) administer(room, request, { query, send })
    else if (query && namespace === ns.mucOwner) {
      own(room, request, { query, send, onDestroyed: (destroyed) => this.#forget(destroyed) })
    } else if (namespace === ns.info) send(resultOf(request, roomInformation(room)))
    else if (namespace === ns.items) send(resultOf(request, xml('query', { xmlns: ns.items })))
    else if (namespace === ns.ping) send(resultOf(request))
    else if (namespace === ns.archive && !mayRead(room, request.from)) this.#refuse(request, 'forbidden')
    else if (!archives.answer(request, room.address, send)) this.#refuse(request, 'service-unavailable')
    this.#tidy(room)
  }

  /** Passed on to the other (XEP-0045 §7.5 for requests); a ping to oneself is answered here (XEP-0410 §3). */
  #toOccupant(room: Room, iq: Stanza): void {
    const sender = room.occupantOf(iq.from)
    const receiver = room.occupant(resourceOf(iq.to))
    const session = [...(receiver?.sessions.keys() ?? [])].at(-1)
    if (!sender) this.#refuse(iq, 'not-acceptable')
    else if (!receiver || session === undefined) this.#refuse(iq, 'item-not-found')
    else if (receiver === sender && payloadOf(iq)?.getNS() === ns.ping) this.#means.send(resultOf(iq))
    // Answers would need to find their way back: rooms carry chats, not questions between programs.
    else this.#refuse(iq, 'feature-not-implemented')
  }

  #serve(stanza: Stanza): void {
    const namespace = payloadOf(stanza)?.getNS()
    const { send } = this.#means
    if (!isRequest(stanza)) return
    if (namespace === ns.info && typeOf(stanza) === 'get') send(resultOf(stanza, serviceInformation()))
    else if (namespace === ns.items && typeOf(stanza) === 'get') send(resultOf(stanza, roomList(this.all)))
    else if (namespace === ns.ping) send(resultOf(stanza))
    else this.#refuse(stanza, 'service-unavailable')
  }

  #refuse(stanza: Stanza, condition: Condition): void {
    const error = errorFor(stanza, condition)
    if (error) this.#means.send(error)
  }
}

/** What could not be delivered to an occupant comes back: they are not there any more (XEP-0045 §18.1.2). */
function isLost(stanza: Stanza): boolean {
  const error = typeOf(stanza) === 'error' ? stanza.element.getChild('error') : undefined
  return lostConditions.some((condition) => error?.getChild(condition) !== undefined)
}

const lostConditions: readonly Condition[] = [
  'item-not-found',
  'jid-malformed',
  'recipient-unavailable',
  'remote-server-not-found',
  'remote-server-timeout',
  'service-unavailable',
]

/** XEP-0313 §5.1.2: whoever may be in the room may read what was written there. */
function mayRead(room: Room, address: Address): boolean {
  const affiliation = room.affiliationOf(address)
  return affiliation !== 'outcast' && (!room.config.membersOnly || isAtLeast(affiliation, 'member'))
}
