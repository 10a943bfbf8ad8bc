import type { MessageId } from '../../domain/ids.ts'
import type { MessageBody } from '../../domain/message.ts'
import type { HandedOver } from './handed-over.ts'
import type { RoomLog } from './room-log.ts'
import { chatStateStanza, displayedStanza, messageStanza } from './room-stanzas.ts'
import type { XmlElement } from './xml-element.ts'

interface RoomSpeechNeeds {
  /** Its bare address. */
  readonly room: string
  /** `false` when there is no link. */
  readonly send: (element: XmlElement) => boolean
  readonly log: RoomLog
  readonly handedOver: HandedOver
}

/** What this desk says in one room. */
export class RoomSpeech {
  readonly #needs: RoomSpeechNeeds

  constructor(needs: RoomSpeechNeeds) {
    this.#needs = needs
  }

  /** `false` when it has not left. */
  send(message: MessageId, body: MessageBody): boolean {
    const { room, send, handedOver } = this.#needs
    if (handedOver.has(message)) return true
    const stanza = messageStanza(room, message, body)
    if (!stanza || !send(stanza)) return false
    handedOver.add(message)
    return true
  }

  seen(message: MessageId): void {
    const { room, send, log } = this.#needs
    send(displayedStanza(room, log.nameFor(message)))
  }

  composing(composing: boolean): void {
    this.#needs.send(chatStateStanza(this.#needs.room, composing))
  }
}
