import { randomUUID } from 'node:crypto'

import { xml } from '@xmpp/component'
import type { XmlElement } from '@xmpp/component'

import type { Chat } from '../routing/state.ts'
import { bareOf } from '../routing/state.ts'
import type { QueueSite } from '../site.ts'
import { resourceOf, roomAddress } from './addresses.ts'
import type { Link } from './link.ts'
import { conference, dataForm, muc, mucAdmin, mucOwner, mucRoomConfig } from './namespaces.ts'
import { readRoomPresence } from './room-presence.ts'
import type { RoomPresence } from './room-presence.ts'

interface Entered {
  /** By nick. */
  readonly here: Map<string, RoomPresence>
  nick: string
  /** Whoever waits for the answer to our presence. */
  waiting: ((presence: RoomPresence | undefined) => void) | undefined
}

export interface RoomsMeans {
  readonly link: Link
  readonly site: QueueSite
  /** The component's address, under which it owns the rooms. */
  readonly own: string
  readonly log: (line: string) => void
  readonly changed: (room: string, presence: RoomPresence) => void
  /** The queue is out of a room: it was destroyed, or somebody has put the queue out. */
  readonly lost: (room: string, isDestroyed: boolean) => void
}

export type Affiliation = 'admin' | 'member' | 'none'

const entryMilliseconds = 10_000
/** Somebody may have taken the nick in a room that the queue was out of. */
const mostNicks = 3

/** The rooms of the server, as their owner sees them. Nothing here throws; what fails is logged and tried at the next link. */
export class Rooms {
  readonly #means: RoomsMeans
  readonly #entered = new Map<string, Entered>()

  constructor(means: RoomsMeans) {
    this.#means = means
  }

  /** Who is in a room now. */
  occupants(room: string): readonly RoomPresence[] {
    return [...(this.#entered.get(room)?.here.values() ?? [])]
  }

  /** Whose message this is, by the nick under which the room passes it on. */
  addressOf(room: string, nick: string): string {
    return this.#entered.get(room)?.here.get(nick)?.address ?? ''
  }

  /** Everything that was known came over a link that is gone. */
  forget(): void {
    for (const { waiting } of this.#entered.values()) waiting?.(undefined)
    this.#entered.clear()
  }

  /** Makes and furnishes the room, or enters it again, and invites whoever belongs to it and is not in it. */
  async open(chat: Chat): Promise<boolean> {
    const { site, link } = this.#means
    if (!(await this.#enter(chat.room))) return false
    await link.request(this.#to(chat.room), roomForm)
    for (const agent of chat.agents) await this.affiliate(chat.room, `${agent.user}@${site.domain}`, 'admin')
    if (chat.stage === 'bot' && chat.bot) {
      await this.affiliate(chat.room, chat.bot.address, 'member')
      this.invite(chat.room, chat.bot.address)
    }
    const isKnown = await this.affiliate(chat.room, bareOf(chat.customer), 'member')
    const isIn = this.occupants(chat.room).some(({ address }) => bareOf(address) === bareOf(chat.customer))
    if (!isIn) this.invite(chat.room, chat.customer)
    return isKnown
  }

  async #enter(room: string): Promise<boolean> {
    const { site, link, own } = this.#means
    for (let turn = 1; turn <= mostNicks; turn += 1) {
      const nick = turn === 1 ? site.name : `${site.name} ${turn}`
      const entered: Entered = { here: new Map(), nick, waiting: undefined }
      this.#entered.set(room, entered)
      const answer = await new Promise<RoomPresence | undefined>((resolve) => {
        const timer = setTimeout(() => resolve(undefined), entryMilliseconds)
        entered.waiting = (presence) => {
          clearTimeout(timer)
          entered.waiting = undefined
          resolve(presence)
        }
        const to = `${roomAddress(site, room)}/${nick}`
        link.send(
          xml('presence', { from: own, to }, xml('x', { xmlns: muc }, xml('history', { maxstanzas: '0' }))),
        )
      })
      if (answer?.kind === 'in') return true
      if (answer?.kind !== 'error') break
    }
    this.#means.log('a room could not be entered')
    return false
  }

  async affiliate(room: string, address: string, affiliation: Affiliation): Promise<boolean> {
    // One item each: Prosody reads the first one only.
    const item = xml('item', { jid: bareOf(address), affiliation })
    const answer = await this.#means.link.request(this.#to(room), xml('query', { xmlns: mucAdmin }, item))
    if (!answer) this.#means.log(`a room did not take an affiliation (${affiliation})`)
    return answer !== undefined
  }

  invite(room: string, address: string): void {
    const { site, own, link } = this.#means
    const x = xml('x', { xmlns: conference, jid: roomAddress(site, room) })
    link.send(xml('message', { from: own, to: address }, x))
  }

  say(room: string, ...children: readonly XmlElement[]): void {
    const { site, own, link } = this.#means
    link.send(
      xml(
        'message',
        { type: 'groupchat', from: own, to: roomAddress(site, room), id: randomUUID() },
        ...children,
      ),
    )
  }

  /** The customer is out; agents stay members, so that a desk that was away can read the archive to its end. */
  async close(chat: Chat): Promise<void> {
    const { site, own, link } = this.#means
    await this.affiliate(chat.room, bareOf(chat.customer), 'none')
    if (chat.bot) await this.affiliate(chat.room, chat.bot.address, 'none')
    for (const { user } of chat.agents) await this.affiliate(chat.room, `${user}@${site.domain}`, 'member')
    const nick = this.#entered.get(chat.room)?.nick ?? site.name
    this.#entered.delete(chat.room)
    link.send(
      xml('presence', { type: 'unavailable', from: own, to: `${roomAddress(site, chat.room)}/${nick}` }),
    )
  }

  async destroy(room: string): Promise<void> {
    this.#entered.delete(room)
    await this.#means.link.request(this.#to(room), xml('query', { xmlns: mucOwner }, xml('destroy')))
  }

  hear(room: string, stanza: XmlElement): void {
    const entered = this.#entered.get(room)
    if (!entered) return
    const presence = readRoomPresence(stanza, resourceOf(stanza.attrs['from'] ?? ''))
    if (presence.isSelf || presence.nick === entered.nick) this.#hearOwn(room, entered, presence)
    else if (presence.kind === 'error') return
    else if (presence.kind === 'in') entered.here.set(presence.nick, presence)
    else entered.here.delete(presence.nick)
    if (presence.kind !== 'error') this.#means.changed(room, presence)
  }

  #hearOwn(room: string, entered: Entered, presence: RoomPresence): void {
    if (presence.kind === 'in') entered.here.set(presence.nick, presence)
    entered.waiting?.(presence)
    if (presence.kind !== 'out') return
    this.#entered.delete(room)
    this.#means.lost(room, presence.isDestroyed)
  }

  #to(room: string): { readonly to: string; readonly from: string } {
    return { to: roomAddress(this.#means.site, room), from: this.#means.own }
  }
}

const field = (name: string, value: string): XmlElement =>
  xml('field', { var: name }, xml('value', {}, value))

/** XEP-0045 §10.1.3. Who is who is told to the owner and to agents, who are moderators; to nobody else. */
const roomForm = xml(
  'query',
  { xmlns: mucOwner },
  xml(
    'x',
    { xmlns: dataForm, type: 'submit' },
    field('FORM_TYPE', mucRoomConfig),
    field('muc#roomconfig_membersonly', '1'),
    field('muc#roomconfig_persistentroom', '1'),
    field('muc#roomconfig_publicroom', '0'),
    field('muc#roomconfig_whois', 'moderators'),
    field('muc#roomconfig_changesubject', '0'),
    field('muc#roomconfig_allowinvites', '0'),
  ),
)
