import type { ConversationId, MessageId } from '../../domain/ids.ts'
import { asMessageId } from '../../domain/ids.ts'
import type { ArrivedMessage, ConversationFact } from '../../ports/chat.ts'
import type { Occupants } from './occupants.ts'
import type { RoomMessage } from './room-message.ts'

/** So many ids are remembered of one room while its archive is read: what was said meanwhile is in there too. */
const mostInArchive = 5_000
/** And so many after that: what comes twice then comes close together. Thirty busy rooms would fill the memory otherwise. */
const mostLive = 200
/** Receipts may come long after. */
const mostOwn = 200

/**
 * What of one room has been told. A message's id is its writer's own: this desk's as it gave it, and everybody else's with
 * the writer before it, so that nobody can pass their message off as another's, or make one vanish as known.
 */
export class RoomLog {
  readonly #conversation: ConversationId
  readonly #occupants: Occupants
  readonly #now: () => number
  /** By the message's id, and by the archive's. */
  readonly #told = new Map<string, MessageId>()
  readonly #archived = new Map<MessageId, string>()
  readonly #written = new Map<MessageId, string>()
  /** The agent's own, by the archive's id. */
  readonly #own = new Map<string, MessageId>()
  #most = mostInArchive
  #readTo: string | undefined

  constructor(conversation: ConversationId, occupants: Occupants, now: () => number) {
    this.#conversation = conversation
    this.#occupants = occupants
    this.#now = now
  }

  /** The archive's id of the newest message that was told. */
  get readTo(): string | undefined {
    return this.#readTo
  }

  /** What comes after this one is to be told, though it may have been told before. */
  beginAfter(readTo: string | undefined): void {
    this.#told.clear()
    this.#most = mostInArchive
    this.#readTo = readTo
  }

  /** The archive has been read: from now on everything comes as it is said. */
  caughtUp(): void {
    this.#most = mostLive
    for (const map of [this.#told, this.#archived, this.#written]) shorten(map, mostLive)
  }

  /** Those of them that have not been told, in their order. */
  take(messages: readonly RoomMessage[]): readonly ArrivedMessage[] {
    return messages.map((message) => this.#take(message)).filter((message) => message !== undefined)
  }

  /** The own message that somebody's receipt is about: it may name the archive's id of it. */
  meant(id: string): MessageId {
    return this.#told.get(id) ?? this.#own.get(id) ?? asMessageId(id)
  }

  /** How others know this message: by the room's id of it (XEP-0333 §4.1), or by its writer's own. */
  nameFor(message: MessageId): string {
    return (
      this.#archived.get(message) ?? this.#written.get(message) ?? message.slice(message.indexOf('/') + 1)
    )
  }

  #take(message: RoomMessage): ArrivedMessage | undefined {
    const { archived, body, written } = message
    if (archived !== undefined) this.#readTo = archived
    if (!body) return undefined
    const id = this.#idOf(message)
    const isKnown = this.#told.has(id) || (archived !== undefined && this.#told.has(archived))
    keep(this.#told, [id, id], this.#most)
    if (archived !== undefined) {
      keep(this.#told, [archived, id], this.#most)
      keep(this.#archived, [id, archived], this.#most)
      if (this.#occupants.isSelf(message.occupant)) keep(this.#own, [archived, id], mostOwn)
    }
    if (written !== undefined) keep(this.#written, [id, written], this.#most)
    return isKnown ? undefined : this.#arrived(id, message, body)
  }

  #idOf({ occupant, nick, archived, written }: RoomMessage): MessageId {
    if (written !== undefined && this.#occupants.isSelf(occupant)) return asMessageId(written)
    if (written !== undefined && occupant !== undefined) return asMessageId(`${occupant}/${written}`)
    return asMessageId(archived ?? `${nick}/${written ?? String(this.#now())}`)
  }

  #arrived(id: MessageId, message: RoomMessage, body: NonNullable<RoomMessage['body']>): ArrivedMessage {
    const { occupant, nick, archived, written, at, notice } = message
    const role = this.#occupants.roleOf(occupant)
    const isNotice = notice !== undefined && role === 'centre' && body.kind === 'text'
    return {
      id,
      conversation: this.#conversation,
      from: { role, name: this.#occupants.nameOf(occupant, nick) },
      at: at ?? this.#now(),
      archived,
      origin: written,
      body: isNotice ? { kind: 'notice', notice, text: body.text } : body,
    }
  }
}

/** What a customer's program says of this desk's messages. */
export function receiptsIn(
  { received, displayed }: RoomMessage,
  conversation: ConversationId,
  log: RoomLog,
): readonly ConversationFact[] {
  const facts: ConversationFact[] = []
  if (received !== undefined)
    facts.push({ kind: 'message-delivered', conversation, message: log.meant(received) })
  if (displayed !== undefined)
    facts.push({ kind: 'message-read', conversation, message: log.meant(displayed) })
  return facts
}

function keep<K, V>(map: Map<K, V>, [key, value]: readonly [K, V], most: number): void {
  map.set(key, value)
  shorten(map, most)
}

/** The oldest are forgotten. */
function shorten<K>(map: Map<K, unknown>, most: number): void {
  for (const key of map.keys()) {
    if (map.size <= most) return
    map.delete(key)
  }
}
