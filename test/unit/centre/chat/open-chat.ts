import { randomBytes } from 'node:crypto'
import { openChatServer } from '../../../../electron/centre/practice/chat/chat-server.ts'
import type { ChatServer, ChatServerOrder } from '../../../../electron/centre/practice/chat/chat-server.ts'
import { fakeClock } from '../fake-clock.ts'
import type { FakeClock } from '../fake-clock.ts'
import { RawClient } from './raw-client.ts'

export const origin = 'app://bundle'
export const domain = 'desk.test'
export const guests = 'guests.desk.test'
export const queue = 'queue.desk.test'
export const queueSecret = 'between-us'

export interface OpenChat {
  readonly server: ChatServer
  readonly clock: FakeClock
  /** What the server wrote to its log. */
  readonly log: readonly string[]
  /** A connection that has said nothing yet. */
  connect(headers?: Record<string, string>): Promise<RawClient>
  /** Signed in with a session that can be resumed. */
  agent(user: string, resource?: string): Promise<RawClient>
  guest(): Promise<RawClient>
  /** Until what is under way between the sockets has come: a connection that was cut tells nobody. */
  rest(): Promise<void>
  /** Until everybody who can has said how much they have: whoever has not in half a minute is cut off. */
  answered(): Promise<void>
  close(): Promise<void>
}

/** A chat server on real ports, in which time passes only when told. */
export async function openChat(order: Partial<ChatServerOrder> = {}): Promise<OpenChat> {
  const clock = fakeClock()
  const log: string[] = []
  const opened = await openChatServer(
    {
      ...{ port: 0, origin, domain },
      passwords: new Map([
        ['ada', 'tide-pool'],
        ['ben', 'hedge-row'],
      ]),
      components: new Map([[queue, queueSecret]]),
      ...order,
    },
    { clock, newId: () => randomBytes(16).toString('hex'), log: (line) => log.push(line) },
  )
  if (!opened.ok) throw new Error(opened.problem)
  const server = opened.value
  const clients: RawClient[] = []
  const connect = async (headers: Record<string, string> = {}): Promise<RawClient> => {
    const client = await RawClient.connect(server.server, headers)
    clients.push(client)
    return client
  }
  const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60))
  return {
    ...{ server, clock, log, connect },
    agent: async (user, resource = 'desk') => {
      const client = await connect()
      const password = user === 'ada' ? 'tide-pool' : 'hedge-row'
      await client.signIn({ domain, user, password })
      await client.bind(resource)
      await client.enable()
      return client
    },
    guest: async () => {
      const client = await connect()
      await client.signIn({ domain: guests })
      await client.bind()
      await client.enable()
      return client
    },
    rest,
    answered: () => {
      clock.pass(1_000)
      return rest()
    },
    close: async () => {
      for (const client of clients) client.cut()
      await server.close()
    },
  }
}
