import * as v from 'valibot'

import type { Language } from '../domain/language.ts'

/** What a site writes into config.json beside the page (docs/customer-page.md). */
export interface PageSettings {
  /** Addresses of the WebSocket (RFC 7395), in the order in which they are tried. */
  readonly servers: readonly string[]
  /** The domain in which anybody may sign in as a guest (RFC 4505). */
  readonly customers: string
  /** Where the server takes files (XEP-0363); `undefined` where customers send none. */
  readonly files: string | undefined
  readonly service: Named
  readonly queues: readonly QueueChoice[]
}

export interface QueueChoice {
  /** `passports@queue.example.org` */
  readonly address: string
  readonly name: Named
}

type Named = Readonly<Record<Language, string>>

const Name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120))
const InLanguages = v.union([
  v.pipe(
    Name,
    v.transform((name): Named => ({ en: name, fr: name })),
  ),
  v.object({ en: Name, fr: Name }),
])
/** In clear only on the computer itself, as practice does. */
const Server = v.pipe(
  v.string(),
  v.maxLength(500),
  v.regex(/^(?:wss:\/\/[^\s/]|ws:\/\/(?:127\.0\.0\.1|localhost)[:/])/u),
  v.url(),
)
const Domain = v.pipe(v.string(), v.maxLength(255), v.regex(/^[^\s@/<>&"']+$/u))
const Address = v.pipe(
  v.string(),
  v.maxLength(500),
  v.regex(/^[^\s@/<>&"']+@[^\s@/<>&"']+$/u),
  v.toLowerCase(),
)

const Settings = v.object({
  server: v.union([
    v.pipe(
      Server,
      v.transform((server) => [server]),
    ),
    v.pipe(v.array(Server), v.minLength(1), v.maxLength(10)),
  ]),
  customers: Domain,
  files: v.optional(Domain),
  service: InLanguages,
  queues: v.pipe(v.array(v.object({ address: Address, name: InLanguages })), v.minLength(1), v.maxLength(50)),
})

/** `undefined` for what is not as described: a page that is half right would send people nowhere. */
export function parseSettings(given: unknown): PageSettings | undefined {
  const parsed = v.safeParse(Settings, given)
  if (!parsed.success) return undefined
  const { server, files, ...rest } = parsed.output
  return { ...rest, servers: server, files }
}

/** From beside the page. */
export async function loadSettings(): Promise<PageSettings | undefined> {
  try {
    const response = await fetch('./config.json', { cache: 'no-cache', credentials: 'same-origin' })
    return response.ok ? parseSettings(await response.json()) : undefined
  } catch {
    return undefined
  }
}
