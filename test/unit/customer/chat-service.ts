import { randomUUID } from 'node:crypto'

import {
  customersOf,
  filesOf,
  openChatServer,
  roomsOf,
} from '../../../electron/centre/practice/chat/chat-server.ts'
import type { ChatServer } from '../../../electron/centre/practice/chat/chat-server.ts'
import { systemClock } from '../../../electron/centre/practice/clock.ts'
import { openQueue } from '../../../electron/centre/queue/open-queue.ts'
import { usualSite } from '../../../electron/centre/queue/site.ts'
import type { QueueSite } from '../../../electron/centre/queue/site.ts'
import { CustomerChat } from '../../../renderer/customer/chat/customer-chat.ts'
import type { KeptChat } from '../../../renderer/customer/kept-chat.ts'
import { AgentDesk } from '../../contract/chat/agent-desk.ts'

const domain = 'page.test'
const queues = `queue.${domain}`
export const passports = `passports@${queues}`

/** A page's chat, and what the browser keeps of it for a reload. */
export interface OpenPage {
  readonly chat: CustomerChat
  readonly kept: () => KeptChat | undefined
}

/** A chat server with its queue and one agent's desk, in this process. */
export class ChatService {
  readonly server: ChatServer
  readonly desk: AgentDesk
  readonly #close: () => Promise<void>
  readonly #pages: CustomerChat[] = []

  private constructor(server: ChatServer, close: () => Promise<void>) {
    this.server = server
    this.#close = close
    this.desk = new AgentDesk({
      ...{ servers: [server.server], domain, queues, user: 'ada', password: 'tide-pool' },
      ...{ name: 'Ada', resource: 'desk' },
    })
  }

  static async open(change: Partial<QueueSite['queues'][number]> = {}): Promise<ChatService> {
    const newId = (): string => randomUUID().replaceAll('-', '')
    const secret = newId()
    const opened = await openChatServer(
      {
        ...{ port: 0, origin: 'app://bundle', domain },
        passwords: new Map([['ada', 'tide-pool']]),
        components: new Map([[queues, secret]]),
      },
      { clock: systemClock, newId, log: () => undefined },
    )
    if (!opened.ok) throw new Error(opened.problem)
    const server = opened.value
    const site: QueueSite = {
      ...{ ...usualSite, domain, rooms: roomsOf(domain) },
      queues: [{ id: 'passports', name: 'Passports', priority: 0, most: 5, ...change }],
      agents: [
        { user: 'ada', name: 'Ada', lead: false, queues: ['passports'], languages: ['en', 'fr'], most: 5 },
      ],
    }
    const component = { service: server.componentService, domain: queues, secret }
    const queue = openQueue({ site, component, log: () => undefined })
    await queue.ready
    const service = new ChatService(server, async () => {
      await queue.close()
      await server.close()
    })
    await service.desk.signIn()
    service.desk.takes()
    return service
  }

  page(): OpenPage {
    let kept: KeptChat | undefined
    const chat = new CustomerChat({
      settings: { servers: [this.server.server], customers: customersOf(domain), files: filesOf(domain) },
      keep: (given) => {
        kept = given
      },
      now: Date.now,
      newId: randomUUID,
      random: Math.random,
    })
    this.#pages.push(chat)
    return { chat, kept: () => kept }
  }

  async close(): Promise<void> {
    await Promise.all(this.#pages.map((chat) => chat.leave()))
    await this.desk.leave()
    await this.#close()
  }
}
