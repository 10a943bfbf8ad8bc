import type { Occupants } from '../../adapters/xmpp/occupants.ts'
import type { RoomMessage } from '../../adapters/xmpp/room-message.ts'
import type { MessageBody } from '../../domain/message.ts'

/** Something that was said in the room, by others or by this customer. */
export interface HeardMessage {
  /** Of one's own the id that was given to it; of others' one that nobody else can give. */
  readonly key: string
  readonly isOwn: boolean
  /** As the writer calls themselves. */
  readonly name: string
  /** Epoch milliseconds. */
  readonly at: number
  readonly body: MessageBody
  /** How it is named in a receipt: by the archive's id (XEP-0333 §4.1), or by its writer's. */
  readonly mark: string | undefined
}

/** What of one room was told already, and who said it. */
export class Heard {
  readonly #selves: ReadonlySet<string>
  readonly #occupants: Occupants
  readonly #told = new Set<string>()
  #readTo: string | undefined

  constructor(selves: ReadonlySet<string>, occupants: Occupants) {
    this.#selves = selves
    this.#occupants = occupants
  }

  /** The archive's id of the newest message. */
  get readTo(): string | undefined {
    return this.#readTo
  }

  isOwn(occupant: string | undefined): boolean {
    return occupant !== undefined && this.#selves.has(occupant)
  }

  /** Those that are new, in their order. */
  take(messages: readonly RoomMessage[], now: number): readonly HeardMessage[] {
    return messages.flatMap((message) => this.#take(message, now) ?? [])
  }

  #take(message: RoomMessage, now: number): HeardMessage | undefined {
    const { archived, body, written, occupant, nick, at } = message
    if (archived !== undefined) this.#readTo = archived
    if (!body) return undefined
    const isOwn = this.isOwn(occupant)
    const key = keyOf(message, isOwn) ?? `unnamed ${this.#told.size}`
    const isKnown = this.#told.has(key) || (archived !== undefined && this.#told.has(archived))
    this.#told.add(key)
    if (archived !== undefined) this.#told.add(archived)
    if (isKnown) return undefined
    return {
      ...{ key, isOwn, name: this.#occupants.nameOf(occupant, nick), at: at ?? now },
      body: this.#bodyOf(message, body),
      mark: archived ?? written,
    }
  }

  /** A notice is one only from the centre itself. */
  #bodyOf({ notice, occupant }: RoomMessage, body: MessageBody): MessageBody {
    if (notice === undefined || body.kind !== 'text') return body
    if (this.#occupants.roleOf(occupant) !== 'centre') return body
    return { kind: 'notice', notice, text: body.text }
  }
}

function keyOf({ occupant, nick, archived, written }: RoomMessage, isOwn: boolean): string | undefined {
  if (written !== undefined) return isOwn ? written : `${occupant ?? nick}/${written}`
  return archived
}
