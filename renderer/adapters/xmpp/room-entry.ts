import type { ConversationEnd } from '../../domain/conversation.ts'
import { within } from '../link/within.ts'
import type { RoomPresence } from './room-presence.ts'
import { joinStanza } from './room-stanzas.ts'
import type { XmlElement } from './xml-element.ts'

/** Milliseconds for the room's answer. */
const limit = 10_000
/** Somebody else may have the agent's name as theirs. */
const mostNames = 5

/** What a room's refusal means for the chat (XEP-0045 §7.2, RFC 6120 §8.3.3); with any other one it is tried again. */
const ends: Readonly<Record<string, ConversationEnd>> = {
  forbidden: 'taken-over',
  'not-authorized': 'taken-over',
  'registration-required': 'taken-over',
  'item-not-found': 'room-gone',
  gone: 'room-gone',
  // It does not exist, and nobody but the queue may make one.
  'not-allowed': 'room-gone',
}

export type Entered =
  { readonly kind: 'in' | 'failed' } | { readonly kind: 'out'; readonly end: ConversationEnd }

/** The way into one room. */
export class RoomEntry {
  readonly #room: string
  readonly #send: (element: XmlElement) => boolean
  #nick = ''
  #settle: ((entered: Entered | 'name-taken') => void) | undefined

  constructor(room: string, send: (element: XmlElement) => boolean) {
    this.#room = room
    this.#send = send
  }

  get nick(): string {
    return this.#nick
  }

  /** Also for somebody who is in it: the room then tells anew who is there, and proves that they are. */
  async enter(name: string): Promise<Entered> {
    this.giveUp()
    for (let tries = 1; tries <= mostNames; tries++) {
      this.#nick = tries === 1 ? name : `${name} ${tries}`
      const answered = new Promise<Entered | 'name-taken'>((resolve) => {
        this.#settle = resolve
      })
      if (!this.#send(joinStanza(this.#room, this.#nick))) return { kind: 'failed' }
      const answer = (await within(limit, answered)) ?? { kind: 'failed' }
      if (answer !== 'name-taken') return answer
    }
    return { kind: 'failed' }
  }

  /** Looks whether this presence answers. */
  take(presence: RoomPresence): void {
    if (presence.kind === 'there' && presence.isSelf) {
      this.#nick = presence.nick
      this.#settle?.(presence.isNew ? { kind: 'out', end: 'room-gone' } : { kind: 'in' })
    } else if (presence.kind === 'error') {
      const { condition, isForNow } = presence.error
      const end = isForNow || !Object.hasOwn(ends, condition) ? undefined : ends[condition]
      if (condition === 'conflict') this.#settle?.('name-taken')
      else this.#settle?.(end ? { kind: 'out', end } : { kind: 'failed' })
    }
  }

  /** Whoever still waits for an answer gets none. */
  giveUp(): void {
    this.#settle?.({ kind: 'failed' })
  }
}
