import type { PracticeAgent, PracticeChat } from '../../../../renderer/domain/practice.ts'
import { ok } from '../../../../renderer/domain/result.ts'
import type { Result } from '../../../../renderer/domain/result.ts'
import { practiceQueues } from '../customers.ts'
import { customersOf, openChatServer } from './chat-server.ts'
import type { ChatServer, ChatServerMeans } from './chat-server.ts'
import type { CustomerPage } from './customer-page.ts'
import { configFor } from './customer-page-files.ts'
import { PracticeQueue } from './practice-queue.ts'
import { practiceSite, queueIdOf } from './practice-site.ts'
import { Guests } from './visitors/guests.ts'

export interface ChatCentreOrder {
  /** Loopback port; 0 lets the system choose. */
  readonly port: number
  readonly origin: string
  readonly domain: string
  readonly seed: number
  readonly agents: readonly PracticeAgent[]
  /** By user; the telephone's. */
  readonly passwords: ReadonlyMap<string, string>
  /** Shortest and longest pause between two customers who come by chat, in seconds. */
  readonly pauseSeconds: readonly [number, number]
  /** Gets its `config.json` here. */
  readonly page?: CustomerPage | undefined
}

/** The practice centre's chats, with what a test does to them. */
export interface ChatCentre {
  readonly address: PracticeChat
  readonly server: ChatServer
  /** Who is there by chat, by the customer's id. */
  visitors(): readonly string[]
  /** That customer comes by chat now, beside the schedule. */
  arrive(customer: string): void
  /** The server's process ends, as when it is killed: sessions and presence are lost, rooms and archives are not. */
  kill(): Promise<void>
  /** It comes back on the same ports. */
  restart(): Promise<void>
  /** Every connection of a desk or a page breaks; sessions can be resumed. */
  dropSockets(): void
  stopQueue(): Promise<void>
  /** Knows again what it knew. */
  startQueue(): Promise<void>
  close(): Promise<void>
}

/** How many customers come by themselves for each agent at most, however many the desk would take. */
const mostEach = 3

export async function openChatCentre(
  order: ChatCentreOrder,
  means: ChatServerMeans,
): Promise<Result<ChatCentre, 'port-taken'>> {
  const { port, origin, domain, passwords, page, agents, seed, pauseSeconds } = order
  const queuesDomain = `queue.${domain}`
  const secret = means.newId()
  const bot = { domain: `assistant.${domain}`, secret: means.newId() }
  const components = new Map([
    [queuesDomain, secret],
    [bot.domain, bot.secret],
  ])
  const files = new Map(page)
  const opened = await openChatServer(
    { port, origin, domain, passwords, components, ...(page && { page: files }) },
    means,
  )
  if (!opened.ok) return opened
  const server = opened.value
  const queue = new PracticeQueue({
    ...{ secret, domain: queuesDomain, bot, site: practiceSite(domain, bot.domain, agents) },
    ...{ service: () => server.componentService, clock: means.clock, log: means.log },
  })
  await queue.start()
  const addressOf = (name: string): string => `${queueIdOf(name)}@${queuesDomain}`
  const guests = new Guests({
    ...{ server, seed, pauseSeconds, addressOf, clock: means.clock, newId: means.newId },
    room: () => queue.room(mostEach),
  })
  const address: PracticeChat = {
    ...{ server: server.server, domain, queuesDomain, page: server.page },
    customers: customersOf(domain),
    queues: practiceQueues.map(addressOf),
  }
  // The port is known only now.
  files.set('/config.json', configFor(address))
  return ok({ address, server, ...handlesOf({ server, queue, guests }) })
}

interface Parts {
  readonly server: ChatServer
  readonly queue: PracticeQueue
  readonly guests: Guests
}

const handlesOf = ({ server, queue, guests }: Parts): Omit<ChatCentre, 'address' | 'server'> => ({
  visitors: () => guests.present,
  arrive: (customer) => guests.arrive(customer),
  kill: async () => {
    await server.kill()
    guests.sendAway()
  },
  restart: async () => {
    const again = await server.open()
    if (!again.ok) throw new Error('the chat server’s port was taken meanwhile')
  },
  dropSockets: () => server.dropSockets(),
  stopQueue: () => queue.stop(),
  startQueue: () => queue.start(),
  close: async () => {
    guests.close()
    await queue.close()
    await server.close()
  },
})
