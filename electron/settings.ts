import * as v from 'valibot'

import { chosenReasons } from '../renderer/domain/agent-state.ts'
import { audioRoles } from '../renderer/domain/audio-devices.ts'
import { languages } from '../renderer/domain/language.ts'
import { usualMoodChoices } from '../renderer/domain/moods/mood-choices.ts'
import { queueStateKinds } from '../renderer/domain/queue-state.ts'
import { practiceRealm, usualStory } from '../renderer/domain/setup.ts'
import { isCaseServer } from './case-address.ts'
import { chatSettings } from './chat-settings.ts'
import { knowledgeSettings } from './knowledge-settings.ts'

/** Hostnames, and IPv6 addresses in brackets as URLs have them. */
const isSocketAddress = (text: string): boolean => {
  if (!URL.canParse(text)) return false
  const { protocol, username, password, hash } = new URL(text)
  return (protocol === 'wss:' || protocol === 'ws:') && username === '' && password === '' && hash === ''
}

const socketAddress = v.pipe(v.string(), v.check(isSocketAddress, 'each server is a ws:// or wss:// address'))

const IceServer = v.pipe(
  v.strictObject({
    url: v.pipe(
      v.string(),
      v.regex(/^(stun|turn)s?:\S{1,255}$/, 'an ICE server is a stun: or turn: address'),
    ),
    username: v.optional(v.pipe(v.string(), v.nonEmpty(), v.maxLength(255))),
    credential: v.optional(v.pipe(v.string(), v.nonEmpty(), v.maxLength(255))),
  }),
  // A browser makes no connection at all with half of it (WebRTC 1.0 §4.4.1.6).
  v.check(
    ({ url, username, credential }) =>
      /^stun/.test(url) || (username !== undefined && credential !== undefined),
    'a turn: server has a username and a credential',
  ),
)

/** What a telephone can dial, with the places that are filled in: `*45{queue}`. */
const dialString = v.pipe(
  v.string(),
  v.regex(
    /^(?:[\w*#+.-]|\{(?:queue|user|reason)\}){1,80}$/,
    'a dial string has digits, * and #, {queue}, {user}, {reason}',
  ),
)

const Queue = v.variant('kind', [
  v.strictObject({ kind: v.literal('none') }),
  v.strictObject({ kind: v.literal('published') }),
  v.strictObject({
    kind: v.literal('feature-codes'),
    queues: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[\w.+-]{1,40}$/))), v.maxLength(50)),
    codes: v.strictObject(v.entriesFromList(queueStateKinds, v.exactOptional(dialString))),
    reasons: v.optional(
      v.strictObject(
        v.entriesFromList([...chosenReasons, 'rang-out', 'signed-in'], v.exactOptional(dialString)),
      ),
      {},
    ),
  }),
])

const caseText = v.pipe(v.string(), v.nonEmpty(), v.maxLength(100))

const Cases = v.strictObject({
  server: v.pipe(
    v.string(),
    v.check(isCaseServer, 'the case system has an https:// address, without a user, a query or a fragment'),
  ),
  account: v.optional(v.picklist(['same', 'password', 'token']), 'same'),
  inactive: v.optional(v.pipe(v.array(caseText), v.maxLength(50)), ['resolved', 'rejected', 'deleted']),
  clientIdField: v.optional(caseText, 'ClientUUID'),
  keepDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3650)), 30),
})

/** What is worked out and kept of customers' stories. */
const Story = v.strictObject({
  moods: v.optional(v.boolean(), usualStory.moods),
  transcripts: v.optional(v.boolean(), usualStory.transcripts),
  speech: v.optional(v.boolean(), usualStory.speech),
  keepDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3650)), usualStory.keepDays),
})

const Centre = v.strictObject({
  id: v.pipe(
    v.string(),
    v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'a centre’s id has 1 to 40 lower-case letters, digits and hyphens'),
    v.check((id) => id !== practiceRealm, 'the id "practice" is taken'),
  ),
  name: v.pipe(v.string(), v.nonEmpty(), v.maxLength(80)),
  telephony: v.strictObject({
    servers: v.pipe(v.array(socketAddress), v.minLength(1, 'a centre has a server'), v.maxLength(8)),
    domain: v.pipe(v.string(), v.regex(/^[A-Za-z0-9.\-[\]:]{1,255}$/, 'the domain is a host name')),
    iceServers: v.optional(v.array(IceServer), []),
  }),
  dialling: v.optional(
    v.strictObject({
      country: v.optional(
        v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'a country is two capital letters')),
        'CA',
      ),
      echo: v.optional(v.pipe(v.string(), v.regex(/^[\w*#+.-]{1,40}$/))),
    }),
    {},
  ),
  cases: v.optional(Cases),
  chat: v.optional(chatSettings(socketAddress)),
  story: v.optional(Story, {}),
  knowledge: v.optional(knowledgeSettings),
  queue: v.optional(Queue, { kind: 'none' }),
  wrapUpSeconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3600))),
})

const seconds = v.pipe(v.number(), v.minValue(0), v.maxValue(3600))

const pause = v.pipe(
  v.tuple([seconds, seconds]),
  v.check(([least, most]) => least <= most, 'the shortest pause comes first'),
)

/** `settings.json`: what IT places on a computer. */
const Settings = v.strictObject({
  centres: v.pipe(
    v.optional(v.array(Centre), []),
    v.check(
      (all) => new Set(all.map(({ id }) => id)).size === all.length,
      'each centre has an id of its own',
    ),
  ),
  practice: v.optional(
    v.strictObject({
      /** Fixes everything that happens by chance; without it each start differs. */
      seed: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffffffff))),
      pauseSeconds: v.optional(pause, [4, 12]),
      /** Between customers who come by chat; without it four times as long as between calls. */
      chatPauseSeconds: v.optional(pause),
      /** In the place of the packs that come with Foyer. */
      knowledge: v.optional(knowledgeSettings),
    }),
    {},
  ),
})

export type Settings = v.InferOutput<typeof Settings>

const Device = v.object({ id: v.string(), label: v.string() })

/** `preferences.json`: what the agent chose, and what stays with this installation. */
const Preferences = v.object({
  language: v.optional(v.picklist(languages)),
  audio: v.optional(v.object(v.entriesFromList(audioRoles, v.exactOptional(Device))), {}),
  moods: v.optional(
    v.object({
      alert: v.optional(v.boolean(), usualMoodChoices.alert),
      prompts: v.optional(v.boolean(), usualMoodChoices.prompts),
    }),
    {},
  ),
  instanceId: v.optional(v.pipe(v.string(), v.uuid())),
})

export type Preferences = v.InferOutput<typeof Preferences>

export type Read<T> =
  | { readonly kind: 'read'; readonly value: T }
  /** `where` is the path of the mistake inside the file, such as `centres.0.telephony.servers.0`. */
  | { readonly kind: 'mistaken'; readonly value: T; readonly where: string; readonly why: string }

/** Never throws. A mistake gives the defaults and says where it is; half of the settings is never used. */
export const readSettings = (text: string | undefined): Read<Settings> => parse(text, Settings)
export const readPreferences = (text: string | undefined): Read<Preferences> => parse(text, Preferences)

function parse<S extends typeof Settings | typeof Preferences>(
  text: string | undefined,
  schema: S,
): Read<v.InferOutput<S>> {
  const defaults = v.parse(schema, {})
  if (text === undefined) return { kind: 'read', value: defaults }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { kind: 'mistaken', value: defaults, where: 'the file', why: 'it is not JSON' }
  }
  // An array has none of the names, and would pass for a file without settings.
  if (Array.isArray(json))
    return { kind: 'mistaken', value: defaults, where: 'the file', why: 'it is a list' }
  const result = v.safeParse(schema, json)
  if (result.success) return { kind: 'read', value: result.output }
  const issue = result.issues[0]
  return { kind: 'mistaken', value: defaults, where: v.getDotPath(issue) ?? 'the file', why: whyOf(issue) }
}

/** Never what was written: it may be a credential, and this goes into the log. */
const whyOf = ({ message, expected, received }: v.BaseIssue<unknown>): string =>
  message.includes(received) ? `expected ${expected ?? 'something else'}` : message
