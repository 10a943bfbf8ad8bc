import { bareOf, domainOf, localOf } from './address.ts'
import type { Address } from './address.ts'
import { Archives } from './archive/archives.ts'
import { failed, ok } from '../../../../renderer/domain/result.ts'
import type { Result } from '../../../../renderer/domain/result.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { ChatDoor } from './chat-door.ts'
import { openChatDoor } from './chat-door.ts'
import type { CustomerPage } from './customer-page.ts'
import { LocalClient } from './local-client.ts'
import { Rooms } from './rooms/rooms.ts'
import { Accounts } from './server/accounts.ts'
import type { ComponentDoor } from './server/component-door.ts'
import { openComponentDoor } from './server/component-door.ts'
import type { StreamMeans } from './server/client-stream.ts'
import { People } from './server/people.ts'
import { Sessions } from './server/sessions.ts'
import { SignIn } from './server/sign-in.ts'
import { errorFor } from './stanza.ts'
import type { Send, Stanza } from './stanza.ts'
import { Uploads } from './uploads.ts'

export interface ChatServerOrder {
  /** Loopback ports of the WebSocket and of the components; 0 lets the system choose. */
  readonly port: number
  readonly componentPort?: number
  /** The desk's Origin. */
  readonly origin: string
  /** Of the agents; the other domains are below it. */
  readonly domain: string
  /** Passwords by user. */
  readonly passwords: ReadonlyMap<string, string>
  /** Secrets by the domain of the component. */
  readonly components?: ReadonlyMap<string, string>
  readonly page?: CustomerPage
  /** How long a session waits for its client to come back. */
  readonly resumeSeconds?: number
}

export interface ChatServerMeans {
  readonly clock: Clock
  /** Unguessable text of letters and digits. */
  readonly newId: () => string
  readonly log: Log
}

/** As Prosody's `smacks_hibernation_time` in the tests. */
const usualResumeSeconds = 120

export const customersOf = (domain: string): string => `guests.${domain}`
export const roomsOf = (domain: string): string => `rooms.${domain}`
export const filesOf = (domain: string): string => `upload.${domain}`

/** An XMPP server on two loopback ports, in one process; what is in its archive lives as long as this object. */
export class ChatServer {
  readonly #order: ChatServerOrder
  readonly #means: ChatServerMeans
  readonly #secret: string
  readonly #filesSecret: string
  readonly #accounts: Accounts
  readonly #people: People
  readonly #sessions: Sessions
  readonly #rooms: Rooms
  readonly #uploads: Uploads
  /** Ports as they were first given out, and kept over a kill. */
  #ports: readonly [client: number, component: number]
  #door: ChatDoor | undefined
  #components: ComponentDoor | undefined

  constructor(order: ChatServerOrder, means: ChatServerMeans) {
    const { newId, clock } = means
    const { domain } = order
    const wallTime = (): number => Math.round(clock.wallTime())
    const send: Send = (stanza) => this.#route(stanza)
    const archives = new Archives({ wallTime, newId })
    this.#order = order
    this.#means = means
    this.#secret = newId()
    this.#filesSecret = newId()
    this.#ports = [order.port, order.componentPort ?? 0]
    this.#accounts = new Accounts(order.passwords, newId)
    this.#uploads = new Uploads({ send, newId, address: () => `${this.#site}/${this.#filesSecret}` })
    this.#rooms = new Rooms({
      ...{ domain: roomsOf(domain), archives, wallTime, newId, send },
      mayCreate: (address) => domainOf(address) !== customersOf(domain),
    })
    this.#people = new People({
      ...{ archives, send, services: this.#services(), sessions: () => this.#sessions },
      hasAccount: (account) => this.#hasAccount(account),
    })
    this.#sessions = new Sessions({
      ...{ clock, newId, resumeSeconds: order.resumeSeconds ?? usualResumeSeconds },
      onEnded: (session) => this.#people.ended(session),
    })
  }

  /** `ws://127.0.0.1:PORT/SECRET`; the same after a kill. */
  get server(): string {
    return `ws://127.0.0.1:${this.#ports[0]}/${this.#secret}`
  }

  get page(): string {
    return `${this.#site}/${this.#secret}/`
  }

  /** `xmpp://127.0.0.1:PORT` */
  get componentService(): string {
    return `xmpp://127.0.0.1:${this.#ports[1]}`
  }

  get rooms(): readonly Address[] {
    return this.#rooms.all.map(({ address }) => address)
  }

  async open(): Promise<Result<undefined, 'port-taken'>> {
    const [port, componentPort] = this.#ports
    const { newId, log } = this.#means
    const { origin, page, components } = this.#order
    const door = await openChatDoor({
      ...{ port, origin, log, page, secret: this.#secret, filesSecret: this.#filesSecret },
      ...{ stream: this.#streamMeans(), uploads: this.#uploads },
    })
    if (!door.ok) return door
    const secrets = components ?? new Map<string, string>()
    const onStanza: Send = (stanza) => this.#route(stanza)
    const componentDoor = await openComponentDoor({ port: componentPort, secrets, newId, onStanza })
    if (!componentDoor.ok) {
      await door.value.close()
      return failed('port-taken')
    }
    this.#door = door.value
    this.#components = componentDoor.value
    this.#ports = [door.value.port, componentDoor.value.port]
    return ok(undefined)
  }

  /** Somebody of the customers' domain in this very process. */
  visit(onStanza: (stanza: Stanza) => void): LocalClient {
    const { newId } = this.#means
    const address = `${newId()}@${customersOf(this.#order.domain)}/${newId()}`
    return new LocalClient({ address, sessions: this.#sessions, people: this.#people, onStanza })
  }

  setPassword(user: string, password: string): void {
    this.#accounts.setPassword(user, password)
  }

  destroyRoom(room: Address): void {
    this.#rooms.destroy(room)
  }

  /** Every client's connection ends without a word; the sessions may be resumed. */
  dropSockets(): void {
    this.#door?.dropAll()
  }

  /** The components' connections end, all or one's. */
  dropComponents(domain?: string): void {
    this.#components?.drop(domain)
  }

  /** As when the process is killed: sessions and who is in which room are lost, rooms that last and archives are not. */
  async kill(): Promise<void> {
    this.#sessions.forgetAll()
    this.#rooms.emptyAll()
    await this.close()
  }

  async close(): Promise<void> {
    const [door, components] = [this.#door, this.#components]
    this.#door = undefined
    this.#components = undefined
    this.#sessions.forgetAll()
    await Promise.all([door?.close(), components?.close()])
  }

  get #site(): string {
    return `http://127.0.0.1:${this.#ports[0]}`
  }

  #route(stanza: Stanza): void {
    const { domain, components } = this.#order
    const to = domainOf(stanza.to)
    if (to === domain || to === customersOf(domain)) this.#people.receive(stanza)
    else if (to === roomsOf(domain)) this.#rooms.receive(stanza)
    else if (to === filesOf(domain)) this.#uploads.receive(stanza)
    else {
      const isOurs = components?.has(to) === true && this.#components !== undefined
      const error = isOurs ? this.#components?.deliver(stanza) : errorFor(stanza, 'remote-server-not-found')
      if (error) this.#route(error)
    }
  }

  #hasAccount(account: Address): boolean {
    return domainOf(account) === this.#order.domain && this.#accounts.has(localOf(bareOf(account)) ?? '')
  }

  #services(): readonly (readonly [string, string])[] {
    const { domain, components } = this.#order
    const queues = [...(components?.keys() ?? [])].map((name) => [name, name] as const)
    return [[roomsOf(domain), 'Rooms'], [filesOf(domain), 'Files'], ...queues]
  }

  #streamMeans(): StreamMeans {
    const { domain, resumeSeconds = usualResumeSeconds } = this.#order
    const { newId } = this.#means
    const accounts = this.#accounts
    return {
      ...{ sessions: this.#sessions, resumeSeconds, newId },
      onStanza: (session, element) => this.#people.sent(session, element),
      signInFor: (asked) => {
        const isAnonymous = asked === customersOf(domain)
        return isAnonymous || asked === domain
          ? new SignIn({ domain: asked, isAnonymous, accounts, newId })
          : undefined
      },
    }
  }
}

/** Makes a server and opens its doors. */
export async function openChatServer(
  order: ChatServerOrder,
  means: ChatServerMeans,
): Promise<Result<ChatServer, 'port-taken'>> {
  const server = new ChatServer(order, means)
  const opened = await server.open()
  return opened.ok ? ok(server) : opened
}
