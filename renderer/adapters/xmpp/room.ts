import type { ConversationEnd } from '../../domain/conversation.ts'
import type { ConversationId, MessageId } from '../../domain/ids.ts'
import { asMessageId } from '../../domain/ids.ts'
import type { ConversationFact } from '../../ports/chat.ts'
import { Archive } from './archive.ts'
import { HandedOver } from './handed-over.ts'
import { Occupants } from './occupants.ts'
import { attributeOf, errorOf } from './read-xml.ts'
import type { Answer, Request } from './requests.ts'
import { RoomEntry } from './room-entry.ts'
import { receiptsIn, RoomLog } from './room-log.ts'
import { parseRoomMessage } from './room-message.ts'
import type { RoomMessage } from './room-message.ts'
import { LateMessages } from './late-messages.ts'
import { parseRoomPresence } from './room-presence.ts'
import { RoomSpeech } from './room-speech.ts'
import { leaveStanza, receiptStanza } from './room-stanzas.ts'
import type { XmlElement } from './xml-element.ts'

export interface RoomNeeds {
  readonly id: ConversationId
  /** Its bare address. */
  readonly room: string
  /** The agent's, as customers see it. */
  readonly name: () => string
  /** `false` when there is no link. */
  readonly send: (element: XmlElement) => boolean
  readonly ask: (request: Request) => Promise<Answer>
  readonly emit: (fact: ConversationFact) => void
  /** Resolves when the queue has said who is who, or cannot. */
  readonly namesAreKnown: () => Promise<unknown>
  readonly newId: () => string
  readonly now: () => number
  readonly random: () => number
}

/** Times that the archive is read in one go. */
const mostTimes = 3
/** Milliseconds: the first and the longest wait before the room is tried again (full jitter). */
const firstWait = 500
const longestWait = 15_000
/** Milliseconds that the queue has to say why the desk was put out of the room. */
const reasonLimit = 1_500

/**
 * One room, over every session until it is left. It is entered anew in each, also in one that was resumed: that proves that
 * the desk is in it, and the archive, asked after that, has everything that the server was given before.
 */
export class Room {
  readonly occupants: Occupants
  readonly #needs: RoomNeeds
  readonly #archive: Archive
  readonly #log: RoomLog
  readonly #entry: RoomEntry
  readonly #handedOver = new HandedOver()
  readonly #speech: RoomSpeech
  #phase: 'away' | 'on-its-way' | 'open' = 'away'
  #isOver = false
  /** Each attempt to catch up has its own; an older one that comes to its end finds a newer one. */
  #round = 0
  #failures = 0
  #clock: ReturnType<typeof setTimeout> | undefined
  readonly #late = new LateMessages()
  #seen: MessageId | undefined

  constructor(needs: RoomNeeds, readTo: string | undefined) {
    const { id, room, now, send } = needs
    this.#needs = needs
    this.#archive = new Archive(needs)
    this.occupants = new Occupants(needs.name, () => this.#tellParticipants())
    this.#log = new RoomLog(id, this.occupants, now)
    this.#log.beginAfter(readTo)
    this.#entry = new RoomEntry(room, send)
    this.#speech = new RoomSpeech({ room, send, log: this.#log, handedOver: this.#handedOver })
  }

  /** What the archive has after this is to be told once more. */
  readAgain(readTo: string | undefined): void {
    this.#log.beginAfter(readTo)
    if (this.#phase !== 'away') this.up()
  }

  /** There is a session. */
  up(): void {
    if (this.#isOver) return
    clearTimeout(this.#clock)
    void this.#catchUp(++this.#round)
  }

  /** There is none any more. */
  down(): void {
    this.#round++
    this.#phase = 'away'
    this.#late.clear()
    clearTimeout(this.#clock)
    this.#entry.giveUp()
    this.occupants.allGone()
  }

  leave(): void {
    this.#needs.send(leaveStanza(this.#needs.room, this.#entry.nick))
    this.over()
    this.down()
    this.#handedOver.clear()
    this.occupants.stop()
  }

  /** @param end told once; without it nobody need be told */
  over(end?: ConversationEnd): void {
    if (this.#isOver) return
    this.#isOver = true
    clearTimeout(this.#clock)
    this.#handedOver.clear()
    if (end) this.#needs.emit({ kind: 'conversation-over', conversation: this.#needs.id, end })
  }

  /** What this desk says in the room; nothing, while it is not in it. */
  get speech(): RoomSpeech | undefined {
    return this.#phase === 'open' && !this.#isOver ? this.#speech : undefined
  }

  seen(message: MessageId): void {
    if (this.#phase === 'open') this.#speech.seen(message)
    else this.#seen = message
  }

  takeMessage(stanza: Element): void {
    if (this.#archive.take(stanza)) return
    if (attributeOf(stanza, 'type') === 'error') {
      // The room's own word; whoever is in it can send an error too.
      if (attributeOf(stanza, 'from') === this.#needs.room) this.#bounced(stanza)
      return
    }
    const { room, now } = this.#needs
    const message = parseRoomMessage(stanza, { room, now: now() })
    if (!message) return
    if (this.#phase === 'open') this.#tell([message], 'live')
    else this.#late.add(message)
  }

  takePresence(stanza: Element): void {
    const presence = parseRoomPresence(stanza, this.#needs.room)
    if (!presence) return
    this.occupants.take(presence)
    if (presence.kind === 'gone' && presence.isSelf) this.#putOut(presence.leaving)
    this.#entry.take(presence)
  }

  async #catchUp(round: number): Promise<void> {
    this.#phase = 'on-its-way'
    this.occupants.allGone()
    await this.#needs.namesAreKnown()
    if (round !== this.#round) return
    const entered = await this.#entry.enter(this.#needs.name())
    if (round !== this.#round) return
    if (entered.kind === 'out') {
      this.over(entered.end)
      return
    }
    const isRead = entered.kind === 'in' && (await this.#readArchive(round))
    if (round !== this.#round) return
    if (isRead) this.#open()
    else this.#again()
  }

  /** Once more where so much was said meanwhile that it was not kept; a flood that goes on is tried again later. */
  async #readArchive(round: number): Promise<boolean> {
    const tell = (messages: readonly RoomMessage[]): boolean => {
      if (round === this.#round) this.#tell(messages, 'archived')
      return round === this.#round
    }
    for (let times = 0; times < mostTimes; times++) {
      if (!(await this.#archive.readFrom(this.#log.readTo, tell))) return false
      if (!this.#late.areMissing) return true
      this.#late.clear()
    }
    return false
  }

  #open(): void {
    this.#failures = 0
    this.#phase = 'open'
    this.#tell(this.#late.take(), 'archived')
    this.#log.caughtUp()
    this.#handedOver.clear()
    this.#tellParticipants()
    this.#needs.emit({ kind: 'conversation-caught-up', conversation: this.#needs.id })
    if (this.#seen !== undefined) this.#speech.seen(this.#seen)
    this.#seen = undefined
  }

  #tell(messages: readonly RoomMessage[], how: 'live' | 'archived'): void {
    const { id, emit } = this.#needs
    const arrived = this.#log.take(messages)
    for (const message of arrived) this.#handedOver.echoed(message.id)
    if (arrived.length > 0) emit({ kind: 'messages-arrived', conversation: id, messages: arrived })
    for (const message of messages) {
      if (how === 'live') this.#hearLive(message)
      if (this.occupants.roleOf(message.occupant) === 'customer')
        for (const fact of receiptsIn(message, id, this.#log)) emit(fact)
    }
  }

  #hearLive({ occupant, body, state, wantsReceipt, written }: RoomMessage): void {
    const { room, send } = this.#needs
    if (state || body) this.occupants.setComposing(occupant, state === 'composing' && !body)
    const isFromCustomer = this.occupants.roleOf(occupant) === 'customer'
    if (isFromCustomer && wantsReceipt && written !== undefined) send(receiptStanza(room, written))
  }

  #bounced(stanza: Element): void {
    const { id: conversation, emit } = this.#needs
    const message = asMessageId(attributeOf(stanza, 'id') ?? '')
    const meaning = this.#handedOver.bounced(message, errorOf(stanza))
    if (meaning === 'refused') emit({ kind: 'message-refused', conversation, message })
    else if (meaning === 'again') this.#again()
  }

  /** Looks anew, a little later; until then nothing is sent. */
  #again(): void {
    if (this.#isOver || this.#phase === 'away') return
    const { random } = this.#needs
    this.#round++
    this.#phase = 'on-its-way'
    clearTimeout(this.#clock)
    const wait = random() * Math.min(longestWait, firstWait * 2 ** this.#failures++)
    this.#clock = setTimeout(() => this.up(), wait)
  }

  #putOut(leaving: 'expelled' | 'destroyed' | 'renamed' | 'by-themselves'): void {
    if (leaving === 'renamed' || this.#isOver) return
    if (leaving === 'by-themselves') {
      this.#again()
      return
    }
    this.#round++
    this.#phase = 'away'
    clearTimeout(this.#clock)
    this.#clock = setTimeout(
      () => this.over(leaving === 'destroyed' ? 'room-gone' : 'taken-over'),
      reasonLimit,
    )
  }

  #tellParticipants(): void {
    if (this.#phase !== 'open') return
    const { id, emit } = this.#needs
    emit({ kind: 'participants', conversation: id, participants: this.occupants.participants() })
  }
}
