import { randomUUID } from 'node:crypto'

import { xml } from '@xmpp/component'
import type { XmlElement } from '@xmpp/component'

import { bareOf } from '../queue/routing/state.ts'
import { openLink } from '../queue/wire/link.ts'
import type { ComponentAccount, Link } from '../queue/wire/link.ts'
import { handOverWire, muc, mucUser, occupantId, queueWire, workgroup } from '../queue/wire/namespaces.ts'
import { cut, readMetadata } from '../queue/wire/read-stanza.ts'
import type { BotTopic } from './bot-words.ts'
import { begin, beginAgain, hear } from './flow.ts'
import type { Talk, Turn } from './flow.ts'

export interface BotOrder {
  readonly component: ComponentAccount
  /** The address of the chat queue's component. */
  readonly queues: string
  /** As customers know it; its nick in the rooms. */
  readonly name: string
  /** What each queue is about, by the queue's shown name; others are about passports. */
  readonly topics: Readonly<Record<string, BotTopic>>
  /** Whether the file system knows this number. */
  readonly isKnown: (fileNumber: string) => boolean
  readonly log: (line: string) => void
  /** Epoch milliseconds. */
  readonly now?: () => number
}

export interface OpenBot {
  close(): Promise<void>
}

interface Held {
  readonly opening: Turn
  talk: Talk
  /** Ids of everybody in the room who is no customer. */
  others: ReadonlySet<string>
  place: 'outside' | 'in' | 'done'
}

/** A text that somebody writes is read up to here. */
const longestRead = 2000

/** The reference bot, beside a chat queue (docs/chat-queue.md, A bot). What it hears stays in memory until the chat is handed on. */
export function openBot(order: BotOrder): OpenBot {
  const bot = new Bot(order)
  return { close: () => bot.close() }
}

class Bot {
  readonly #order: BotOrder
  readonly #link: Link
  /** By the room's address. */
  readonly #rooms = new Map<string, Held>()

  constructor(order: BotOrder) {
    this.#order = order
    this.#link = openLink(
      order.component,
      {
        up: () => this.#sayThatItIsThere(),
        down: () => this.#rooms.clear(),
        stanza: (stanza) => this.#hear(stanza),
        iq: () => Promise.resolve({ condition: 'service-unavailable' }),
      },
      order.log,
    )
  }

  async close(): Promise<void> {
    this.#link.send(xml('presence', { type: 'unavailable', from: this.#own, to: this.#order.queues }))
    await this.#link.close()
  }

  get #own(): string {
    return this.#order.component.domain
  }

  #sayThatItIsThere(): void {
    this.#link.send(xml('presence', { from: this.#own, to: this.#order.queues, id: randomUUID() }))
  }

  #hear(stanza: XmlElement): void {
    const from = stanza.attrs['from'] ?? ''
    const held = this.#rooms.get(bareOf(from))
    if (held) this.#hearRoom(held, from, stanza)
    else if (bareOf(from) !== this.#order.queues) return
    // A queue that has started anew asks; one that answers has an id.
    else if (stanza.name === 'presence' && stanza.attrs['type'] === undefined && !stanza.attrs['id'])
      this.#sayThatItIsThere()
    const chat = stanza.getChild('chat', queueWire)
    if (chat && bareOf(from) === this.#order.queues) this.#hearChat(chat)
  }

  #hearChat(chat: XmlElement): void {
    const { room, queue = '' } = chat.attrs
    if (room === undefined) return
    const occupants = chat.getChildren('occupant')
    const others = new Set(
      occupants.filter(({ attrs }) => attrs['role'] !== 'customer').map(({ attrs }) => attrs['id'] ?? ''),
    )
    const held = this.#rooms.get(room)
    if (held) {
      held.others = others
      return
    }
    const { language = 'en', question } = readMetadata(chat.getChild('metadata', workgroup))
    const { topics, name } = this.#order
    const topic = (Object.hasOwn(topics, queue) ? topics[queue] : undefined) ?? 'passports'
    const wasHere = occupants.some(({ attrs }) => attrs['role'] === 'bot')
    const opening = (wasHere ? beginAgain : begin)({ bot: name, topic, language, question })
    this.#rooms.set(room, { opening, talk: opening.talk, others, place: 'outside' })
    const x = xml('x', { xmlns: muc }, xml('history', { maxstanzas: '0' }))
    this.#link.send(xml('presence', { from: this.#own, to: `${room}/${name}` }, x))
  }

  #hearRoom(held: Held, from: string, stanza: XmlElement): void {
    const room = bareOf(from)
    if (stanza.name === 'presence') this.#hearPresence(held, room, stanza)
    if (stanza.name !== 'message' || stanza.attrs['type'] !== 'groupchat' || held.place !== 'in') return
    const text = cut(stanza.getChildText('body') ?? '', longestRead)
    if (text === '' || !this.#isCustomers(held, from, stanza)) return
    const { isKnown, now = () => Date.now() } = this.#order
    this.#take(held, room, hear(held.talk, text, { at: now(), isKnown }))
  }

  #isCustomers(held: Held, from: string, stanza: XmlElement): boolean {
    if (from === `${bareOf(from)}/${this.#order.name}` || stanza.getChild('notice', queueWire)) return false
    return !held.others.has(stanza.getChild('occupant-id', occupantId)?.attrs['id'] ?? '')
  }

  #hearPresence(held: Held, room: string, stanza: XmlElement): void {
    const codes = stanza.getChild('x', mucUser)?.getChildren('status') ?? []
    if (!codes.some(({ attrs }) => attrs['code'] === '110')) return
    if (stanza.attrs['type'] !== undefined) this.#rooms.delete(room)
    else if (held.place === 'outside') {
      held.place = 'in'
      this.#take(held, room, held.opening)
    }
  }

  #take(held: Held, room: string, { talk, says, outcome }: Turn): void {
    held.talk = talk
    for (const text of says)
      this.#link.send(
        xml(
          'message',
          { type: 'groupchat', from: this.#own, to: room, id: randomUUID() },
          xml('body', {}, text),
        ),
      )
    if (!outcome) return
    // Whatever comes now is for a person; the queue takes the bot out of the room.
    held.place = 'done'
    const address = { to: this.#order.queues, from: this.#own }
    void this.#link.request(
      address,
      outcome.kind === 'solved'
        ? xml('end', { xmlns: queueWire, room })
        : xml('hand-over', { xmlns: handOverWire, room }, JSON.stringify(outcome.handOver)),
    )
  }
}
