import { Archive } from '../../adapters/xmpp/archive.ts'
import { HandedOver } from '../../adapters/xmpp/handed-over.ts'
import { LateMessages } from '../../adapters/xmpp/late-messages.ts'
import { Occupants } from '../../adapters/xmpp/occupants.ts'
import { attributeOf, errorOf } from '../../adapters/xmpp/read-xml.ts'
import type { Answer, Request } from '../../adapters/xmpp/requests.ts'
import { RoomEntry } from '../../adapters/xmpp/room-entry.ts'
import { parseRoomMessage } from '../../adapters/xmpp/room-message.ts'
import type { RoomMessage } from '../../adapters/xmpp/room-message.ts'
import { parseRoomPresence } from '../../adapters/xmpp/room-presence.ts'
import {
  chatStateStanza,
  displayedStanza,
  leaveStanza,
  messageStanza,
  receiptStanza,
} from '../../adapters/xmpp/room-stanzas.ts'
import type { XmlElement } from '../../adapters/xmpp/xml-element.ts'
import { asMessageId } from '../../domain/ids.ts'
import type { MessageBody } from '../../domain/message.ts'
import { Heard } from './heard.ts'
import type { HeardMessage } from './heard.ts'

export type RoomFact =
  /** Nothing is told twice. */
  | { readonly kind: 'heard'; readonly messages: readonly HeardMessage[] }
  /** All that the archive has was told: what still waits has never arrived, and may be sent. */
  | { readonly kind: 'caught-up' }
  /** A message's id as its writer gave it, or the archive's. */
  | { readonly kind: 'delivered'; readonly id: string }
  | { readonly kind: 'read'; readonly id: string }
  | { readonly kind: 'refused'; readonly id: string }
  /** Names of those who are writing. */
  | { readonly kind: 'writing'; readonly names: readonly string[] }
  /** The customer is not of this room any more, or there is none. */
  | { readonly kind: 'out' }

export interface CustomerRoomNeeds {
  /** Its bare address. */
  readonly room: string
  readonly nick: string
  /** As whom the customer was in it so far; the newest is added. */
  readonly selves: Set<string>
  /** `false` when there is no link. */
  readonly send: (element: XmlElement) => boolean
  readonly ask: (request: Request) => Promise<Answer>
  readonly emit: (fact: RoomFact) => void
  readonly newId: () => string
  readonly now: () => number
  readonly random: () => number
}

/** Milliseconds: the first and the longest wait before the room is tried again (full jitter). */
const firstWait = 500
const longestWait = 15_000

/** The room of the chat as a customer is in it, over all their sign-ins. */
export class CustomerRoom {
  readonly #needs: CustomerRoomNeeds
  readonly #archive: Archive
  readonly #entry: RoomEntry
  readonly #occupants: Occupants
  readonly #heard: Heard
  readonly #handedOver = new HandedOver()
  readonly #late = new LateMessages()
  #phase: 'away' | 'on-its-way' | 'open' | 'left' = 'away'
  /** Each attempt to come in has its own; an older one that comes to its end finds a newer one. */
  #round = 0
  #failures = 0
  #clock: ReturnType<typeof setTimeout> | undefined

  constructor(needs: CustomerRoomNeeds) {
    const { room, nick, selves, send, emit } = needs
    this.#needs = needs
    this.#archive = new Archive(needs)
    this.#entry = new RoomEntry(room, send)
    this.#occupants = new Occupants(
      () => nick,
      () => emit({ kind: 'writing', names: this.#writing() }),
    )
    this.#heard = new Heard(selves, this.#occupants)
  }

  get isOpen(): boolean {
    return this.#phase === 'open'
  }

  /** The queue has let the customer in. */
  async enter(): Promise<void> {
    if (this.#phase === 'left') return
    const round = ++this.#round
    clearTimeout(this.#clock)
    this.#phase = 'on-its-way'
    this.#occupants.allGone()
    const entered = await this.#entry.enter(this.#needs.nick)
    if (round !== this.#round) return
    if (entered.kind === 'out') {
      this.#out()
      return
    }
    const isRead =
      entered.kind === 'in' &&
      (await this.#archive.readFrom(this.#heard.readTo, (page) => {
        if (round === this.#round) this.#tell(page)
        return round === this.#round
      }))
    if (round !== this.#round) return
    if (isRead && !this.#late.areMissing) this.#open()
    else this.#again()
  }

  /** The link has gone. */
  down(): void {
    if (this.#phase === 'left') return
    this.#phase = 'away'
    this.#stop()
  }

  leave(): void {
    this.#needs.send(leaveStanza(this.#needs.room, this.#entry.nick))
    this.#phase = 'left'
    this.#stop()
    this.#occupants.stop()
  }

  /** Once since the room was caught up; `false` when it has not left. */
  say(id: string, body: MessageBody): boolean {
    if (this.#phase !== 'open') return false
    const message = asMessageId(id)
    if (this.#handedOver.has(message)) return true
    const stanza = messageStanza(this.#needs.room, id, body)
    if (!stanza || !this.#needs.send(stanza)) return false
    this.#handedOver.add(message)
    return true
  }

  /** @param id the archive's id of what was shown, or its writer's */
  shown(id: string): void {
    if (this.isOpen) this.#needs.send(displayedStanza(this.#needs.room, id))
  }

  composing(composing: boolean): void {
    if (this.isOpen) this.#needs.send(chatStateStanza(this.#needs.room, composing))
  }

  takePresence(stanza: Element): void {
    const presence = parseRoomPresence(stanza, this.#needs.room)
    if (!presence) return
    this.#occupants.take(presence)
    if (presence.kind === 'there' && presence.isSelf && presence.occupant !== undefined)
      this.#needs.selves.add(presence.occupant)
    if (presence.kind === 'gone' && presence.isSelf && presence.leaving !== 'renamed') {
      if (presence.leaving === 'by-themselves') this.#again()
      else this.#out()
    }
    this.#entry.take(presence)
  }

  takeMessage(stanza: Element): void {
    const { room, now } = this.#needs
    if (this.#archive.take(stanza)) return
    if (attributeOf(stanza, 'type') === 'error') {
      // The room's own word; whoever is in it can send an error too.
      if (attributeOf(stanza, 'from') === room) this.#bounced(stanza)
      return
    }
    const message = parseRoomMessage(stanza, { room, now: now() })
    if (!message) return
    if (this.#phase !== 'open') {
      this.#late.add(message)
      return
    }
    this.#tell([message])
    this.#hearLive(message)
  }

  #open(): void {
    this.#failures = 0
    this.#phase = 'open'
    this.#tell(this.#late.take())
    this.#handedOver.clear()
    this.#needs.emit({ kind: 'caught-up' })
  }

  #tell(messages: readonly RoomMessage[]): void {
    const { now, emit } = this.#needs
    const heard = this.#heard.take(messages, now())
    for (const { key } of heard) this.#handedOver.echoed(asMessageId(key))
    if (heard.length > 0) emit({ kind: 'heard', messages: heard })
    for (const { occupant, received, displayed } of messages) {
      if (this.#heard.isOwn(occupant)) continue
      if (received !== undefined) emit({ kind: 'delivered', id: received })
      if (displayed !== undefined) emit({ kind: 'read', id: displayed })
    }
  }

  #hearLive({ occupant, body, state, wantsReceipt, written }: RoomMessage): void {
    if (this.#heard.isOwn(occupant)) return
    const { room, send } = this.#needs
    if (state || body) this.#occupants.setComposing(occupant, state === 'composing' && !body)
    if (wantsReceipt && written !== undefined) send(receiptStanza(room, written))
  }

  #bounced(stanza: Element): void {
    const id = attributeOf(stanza, 'id') ?? ''
    const meaning = this.#handedOver.bounced(asMessageId(id), errorOf(stanza))
    if (meaning === 'refused') this.#needs.emit({ kind: 'refused', id })
    else if (meaning === 'again') this.#again()
  }

  /** Looks anew, a little later; until then nothing is sent. */
  #again(): void {
    if (this.#phase === 'away' || this.#phase === 'left') return
    this.#stop()
    this.#phase = 'on-its-way'
    const wait = this.#needs.random() * Math.min(longestWait, firstWait * 2 ** this.#failures++)
    this.#clock = setTimeout(() => void this.enter(), wait)
  }

  #out(): void {
    if (this.#phase === 'left') return
    this.#phase = 'left'
    this.#stop()
    this.#needs.emit({ kind: 'out' })
  }

  #stop(): void {
    this.#round++
    clearTimeout(this.#clock)
    this.#late.clear()
    this.#entry.giveUp()
    this.#occupants.allGone()
  }

  #writing(): readonly string[] {
    return this.#occupants
      .participants()
      .filter(({ present, composing }) => present && composing)
      .map(({ name }) => name)
  }
}
