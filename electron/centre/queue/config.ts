import * as v from 'valibot'

import { languages } from '../../../renderer/domain/language.ts'
import { botTopics } from '../bot/bot-words.ts'
import { usualSite, weekdays } from './site.ts'
import type { QueueSite } from './site.ts'
import type { ComponentAccount } from './wire/link.ts'

const name = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(80))
const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))
const host = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9.-]{1,255}$/, 'a domain has lower-case letters, digits, dots'),
)
/** What every server leaves as it is when it prepares an address (RFC 7622 §3.3). */
const local = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, 'an id has lower-case letters without accents, digits, . _ -'),
)
const bareAddress = v.pipe(
  v.string(),
  v.regex(/^(?:[a-z0-9._-]{1,64}@)?[a-z0-9.-]{1,255}$/, 'an address without a resource, in lower case'),
)

const hour = v.pipe(
  v.string(),
  v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'an hour is HH:MM, 00:00 to 24:00'),
)
const OpenSpan = v.pipe(
  v.tuple([hour, hour]),
  v.check(([from, until]) => from < until, 'a span ends after it begins; one over midnight is two'),
)
const isTimeZone = (text: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))

const Hours = v.strictObject({
  timeZone: v.pipe(v.string(), v.check(isTimeZone, 'a time zone is one of the tz database')),
  week: v.strictObject(v.entriesFromList(weekdays, v.optional(v.pipe(v.array(OpenSpan), v.maxLength(12))))),
  holidays: v.optional(
    v.pipe(v.array(v.pipe(v.string(), v.check(isDay, 'a holiday is YYYY-MM-DD'))), v.maxLength(1000)),
    [],
  ),
})

const Queue = v.strictObject({
  id: local,
  name,
  priority: v.optional(whole(0, 1000), 0),
  most: v.optional(whole(1, 10_000), 50),
  hours: v.optional(Hours),
  bot: v.optional(v.strictObject({ address: bareAddress, name })),
})

const Agent = v.strictObject({
  user: local,
  name,
  lead: v.optional(v.boolean(), false),
  queues: v.array(local),
  languages: v.optional(v.pipe(v.array(v.picklist(languages)), v.minLength(1)), [...languages]),
  most: v.optional(whole(1, 20), 3),
})

const Bot = v.strictObject({
  domain: host,
  secret: v.pipe(v.string(), v.nonEmpty(), v.maxLength(255)),
  name,
  /** By the shown names of queues. */
  topics: v.optional(v.record(v.string(), v.picklist(botTopics)), {}),
  /** The file numbers that it knows. */
  fileNumbers: v.optional(v.pipe(v.array(v.string()), v.maxLength(10_000)), []),
})

const isService = (text: string): boolean => URL.canParse(text) && /^xmpp:\/\/[^/?#@]+:\d{1,5}$/.test(text)

const unique = (all: readonly string[]): boolean => new Set(all).size === all.length

const Config = v.pipe(
  v.strictObject({
    component: v.strictObject({
      service: v.pipe(v.string(), v.check(isService, 'the server is xmpp://HOST:PORT')),
      domain: host,
      secret: v.pipe(v.string(), v.nonEmpty(), v.maxLength(255)),
    }),
    stateFile: v.pipe(v.string(), v.nonEmpty()),
    referenceBot: v.optional(Bot),
    domain: host,
    rooms: host,
    name: v.optional(name, usualSite.name),
    queues: v.pipe(
      v.array(Queue),
      v.minLength(1, 'there is a queue'),
      v.maxLength(200),
      v.check((all) => unique(all.map(({ id }) => id)), 'each queue has an id of its own'),
      v.check((all) => unique(all.map((queue) => queue.name)), 'each queue has a name of its own'),
    ),
    agents: v.pipe(
      v.array(Agent),
      v.minLength(1, 'there is an agent'),
      v.maxLength(5000),
      v.check((all) => unique(all.map(({ user }) => user)), 'each agent is named once'),
    ),
    offerSeconds: v.optional(whole(3, 600), usualSite.offerSeconds),
    retrySeconds: v.optional(whole(0, 600), usualSite.retrySeconds),
    agentGraceSeconds: v.optional(whole(0, 3600), usualSite.agentGraceSeconds),
    customerGraceSeconds: v.optional(whole(0, 3600), usualSite.customerGraceSeconds),
    botSilenceSeconds: v.optional(whole(5, 3600), usualSite.botSilenceSeconds),
    blockDays: v.optional(whole(1, 3650), usualSite.blockDays),
    roomDays: v.optional(whole(1, 3650), usualSite.roomDays),
  }),
  v.forward(
    v.partialCheck(
      [['queues'], ['agents']],
      ({ queues, agents }) =>
        agents.every((agent) => agent.queues.every((id) => queues.some((queue) => queue.id === id))),
      'an agent serves a queue that is not there',
    ),
    ['agents'],
  ),
  v.forward(
    v.partialCheck(
      [['queues'], ['agents']],
      ({ queues, agents }) => queues.every(({ id }) => agents.some((agent) => agent.queues.includes(id))),
      'nobody serves one of the queues',
    ),
    ['queues'],
  ),
)

export interface QueueConfig {
  /** The reference bot, as a second component of the same server. */
  readonly referenceBot: v.InferOutput<typeof Bot> | undefined
  readonly component: ComponentAccount
  readonly stateFile: string
  readonly site: QueueSite
}

export type ReadConfig =
  | { readonly kind: 'read'; readonly config: QueueConfig }
  /** Every mistake with the path of its place, such as `queues.0.hours.timeZone`. Never what was written there. */
  | { readonly kind: 'mistaken'; readonly mistakes: readonly string[] }

/** Never throws. */
export function readConfig(text: string): ReadConfig {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { kind: 'mistaken', mistakes: ['the file: it is not JSON'] }
  }
  const parsed = v.safeParse(Config, json)
  if (!parsed.success) return { kind: 'mistaken', mistakes: parsed.issues.map(mistake) }
  const { component, stateFile, referenceBot, ...site } = parsed.output
  return { kind: 'read', config: { component, stateFile, referenceBot, site } }
}

function mistake(issue: v.BaseIssue<unknown>): string {
  const { message, expected, received } = issue
  const why = message.includes(received) ? `expected ${expected ?? 'something else'}` : message
  return `${v.getDotPath(issue) ?? 'the file'}: ${why}`
}
