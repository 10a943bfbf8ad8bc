import type { Language } from '../../../renderer/domain/language.ts'

/** `HH:MM`, from and until (not included), by the queue's own clock; `24:00` is the end of a day. */
export type OpenSpan = readonly [from: string, until: string]

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

export interface OpeningHours {
  /** A name of the tz database, such as `America/Toronto`. */
  readonly timeZone: string
  /** A weekday that is not named is closed. */
  readonly week: { readonly [day in Weekday]?: readonly OpenSpan[] | undefined }
  /** Days (`YYYY-MM-DD`) on which the queue is closed whatever weekday they are. */
  readonly holidays: readonly string[]
}

export interface SiteQueue {
  /** The local part of its address. */
  readonly id: string
  /** As agents and customers read it. */
  readonly name: string
  /** Higher ones are served first. */
  readonly priority: number
  /** How many may wait at once. */
  readonly most: number
  /** Always open without. */
  readonly hours?: OpeningHours | undefined
  /** The bot that is asked first: its bare address, and the name by which customers and agents know it. */
  readonly bot?: { readonly address: string; readonly name: string } | undefined
}

export interface SiteAgent {
  readonly user: string
  /** Shown to customers. */
  readonly name: string
  readonly lead: boolean
  /** Ids of queues. */
  readonly queues: readonly string[]
  readonly languages: readonly Language[]
  /** How many chats at once at most, whatever the desk says. */
  readonly most: number
}

/** What a site has decided about its chats. Durations in seconds or days, as their names say. */
export interface QueueSite {
  /** The domain part of the agents' addresses, and of the rooms'. */
  readonly domain: string
  readonly rooms: string
  /** The nick under which the queue is in every room. */
  readonly name: string
  readonly queues: readonly SiteQueue[]
  readonly agents: readonly SiteAgent[]
  /** How long an offer stands, and after how long the same agent is offered again what they let pass. */
  readonly offerSeconds: number
  readonly retrySeconds: number
  /** How long an agent who has dropped keeps their chats, and a customer their place. */
  readonly agentGraceSeconds: number
  readonly customerGraceSeconds: number
  /** How long a bot may be silent before a person is asked. */
  readonly botSilenceSeconds: number
  /** How long somebody who was blocked is kept out. */
  readonly blockDays: number
  /** After how long the room of an ended chat, and with it the server's archive of it, is destroyed. */
  readonly roomDays: number
}

/** What is used where a site decides nothing. */
export const usualSite = {
  name: 'Service',
  offerSeconds: 20,
  retrySeconds: 10,
  agentGraceSeconds: 60,
  customerGraceSeconds: 120,
  botSilenceSeconds: 60,
  blockDays: 7,
  roomDays: 28,
} as const
