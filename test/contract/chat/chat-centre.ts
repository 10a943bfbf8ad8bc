import type { ChatAccount } from '../../../renderer/ports/chat.ts'
import type { QueueSite } from '../../../electron/centre/queue/site.ts'

/** Everybody who works at a centre of the tests. */
export const agents = ['ada', 'ben', 'lee'] as const
export type AgentName = (typeof agents)[number]

/** An account that the queue knows as its bot, and one of a customer who has a program of their own. */
export const bot = 'robot'
export const patron = 'patron'
/** Everybody with an account. */
export const members = [...agents, bot, patron] as const

export const passwordOf = (user: string): string => `secret of ${user}`

/** A centre's chat server with its queue, and what happens there behind the desks' backs. */
export interface ChatCentre {
  /** `ws://` */
  readonly server: string
  readonly domain: string
  /** Where customers sign in without an account. */
  readonly customers: string
  /** The address of the queues' component. */
  readonly queues: string
  readonly rooms: string
  /** The address of the component that keeps files (XEP-0363). */
  readonly files: string
  setPassword(user: string, password: string): Promise<void>
  /** `room`: its bare address. */
  destroyRoom(room: string): Promise<void>
  /** The server dies as in a power cut, until `start()`. */
  kill(): Promise<void>
  /** Does nothing where it runs. */
  start(): Promise<void>
  killQueue(): Promise<void>
  startQueue(): Promise<void>
  stop(): Promise<void>
}

/** @param server where the desk connects: the centre's own, or a relay to it */
export function accountOf(centre: ChatCentre, user: AgentName, server: string): ChatAccount {
  return {
    ...{ servers: [server], domain: centre.domain, queues: centre.queues, resource: `desk-of-${user}` },
    ...{ user, password: passwordOf(user), name: `${user.slice(0, 1).toUpperCase()}${user.slice(1)}` },
  }
}

/** Seconds: long enough for a loaded machine, short enough to be waited for. */
export const times = { offer: 3, agentGrace: 2, customerGrace: 2, resume: 1, botSilence: 5 }

/** As a site has them: nobody loses a chat by an outage, however busy the machine is. */
export const longTimes: typeof times = { ...times, agentGrace: 600, customerGrace: 600, resume: 60 }

export const queueIds = ['passports', 'benefits', 'small', 'closed', 'assisted'] as const

/** What the tests' centres have decided about their chats. */
export function siteOf(
  at: { readonly domain: string; readonly rooms: string },
  lasting: typeof times,
): QueueSite {
  const named = { passports: 'Passports', benefits: 'Prestations', small: 'Small', assisted: 'Assisted' }
  const everywhere = [...queueIds]
  const open = Object.entries(named).map(([id, name]) => ({ id, name, priority: 0, most: 200 }))
  const changed: Readonly<Record<string, object>> = {
    small: { most: 1 },
    assisted: { bot: { address: `${bot}@${at.domain}`, name: 'Assistant' } },
  }
  const week = {}
  return {
    ...{ domain: at.domain, rooms: at.rooms, name: 'Service' },
    queues: [
      ...open.map((queue) => ({ ...queue, ...changed[queue.id] })),
      {
        ...{ id: 'closed', name: 'Closed', priority: 0, most: 10 },
        hours: { timeZone: 'America/Toronto', week, holidays: [] },
      },
    ],
    agents: [
      { user: 'ada', name: 'Ada', lead: false, queues: everywhere, languages: ['en', 'fr'], most: 4 },
      { user: 'ben', name: 'Ben', lead: false, queues: everywhere, languages: ['en'], most: 4 },
      { user: 'lee', name: 'Lee', lead: true, queues: [], languages: ['en', 'fr'], most: 4 },
    ],
    ...{ offerSeconds: lasting.offer, retrySeconds: 1, agentGraceSeconds: lasting.agentGrace },
    ...{ customerGraceSeconds: lasting.customerGrace, botSilenceSeconds: lasting.botSilence },
    ...{ blockDays: 1, roomDays: 1 },
  }
}
