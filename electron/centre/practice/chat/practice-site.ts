import type { PracticeAgent } from '../../../../renderer/domain/practice.ts'
import type { BotTopic } from '../../bot/bot-words.ts'
import { usualSite } from '../../queue/site.ts'
import type { QueueSite } from '../../queue/site.ts'
import { practiceQueues } from '../customers.ts'
import { roomsOf } from './chat-server.ts'

/** How many chats an agent may have at once. */
const mostChats = 5
const mostWaiting = 50

export const botName = 'Assistant'
/** The queues where the bot asks first, and what it knows there; the others go to an agent at once. */
export const botTopics: Readonly<Record<string, BotTopic>> = { Passports: 'passports' }

/** `Prestations` → `prestations`: the local part of the queue's address. */
export const queueIdOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')

/** What the practice centre has decided about its chats. Of several agents the last one leads the team. */
export const practiceSite = (domain: string, bot: string, agents: readonly PracticeAgent[]): QueueSite => ({
  ...usualSite,
  domain,
  rooms: roomsOf(domain),
  queues: practiceQueues.map((name) => ({
    ...{ id: queueIdOf(name), name, priority: 0, most: mostWaiting },
    ...(Object.hasOwn(botTopics, name) && { bot: { address: bot, name: botName } }),
  })),
  agents: agents.map(({ user, queues, languages }, index) => ({
    user: user.toLowerCase(),
    name: user.charAt(0).toUpperCase() + user.slice(1),
    lead: agents.length > 1 && index === agents.length - 1,
    queues: queues.map(queueIdOf),
    languages,
    most: mostChats,
  })),
})
