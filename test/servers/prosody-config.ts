import { readFileSync } from 'node:fs'

const TEMPLATE = new URL('./prosody.cfg.template', import.meta.url)

/** The addresses at a chat server of `domain`. */
export interface ChatDomains {
  /** Agents, leads and bots with an account. */
  readonly agents: string
  /** Anonymous: customers. */
  readonly customers: string
  readonly rooms: string
  readonly files: string
  /** Components of other processes (XEP-0114). */
  readonly queues: string
  readonly bot: string
}

export interface ProsodySetup {
  readonly domains: ChatDomains
  readonly runDirectory: string
  readonly dataDirectory: string
  readonly httpPort: number
  readonly componentPort: number
  /** With which the components of other processes prove themselves. */
  readonly secret: string
  /** Bare addresses. */
  readonly admins: readonly string[]
  readonly resumeSeconds: number
}

/** What stands between quotes in the file without any escaping. */
const PLAIN = /^[\w.@:/-]+$/

function plain(value: string): string {
  if (!PLAIN.test(value)) throw new Error(`"${value}" cannot stand in the chat server's configuration`)
  return value
}

export const domainsOf = (domain: string): ChatDomains => ({
  agents: domain,
  customers: `customers.${domain}`,
  rooms: `rooms.${domain}`,
  files: `files.${domain}`,
  queues: `queue.${domain}`,
  bot: `bot.${domain}`,
})

const component = (address: string, secret: string): string =>
  `Component "${plain(address)}"\n  component_secret = "${plain(secret)}"\n`

/**
 * Prosody's configuration file for one test.
 * @throws Error when a name needs quoting, or the template asks for something unknown.
 */
export function prosodyConfig(setup: ProsodySetup): string {
  const { domains, secret } = setup
  const values = new Map([
    ['DATA', plain(setup.dataDirectory)],
    ['RUN_DIRECTORY', plain(setup.runDirectory)],
    ['HTTP_PORT', String(setup.httpPort)],
    ['COMPONENT_PORT', String(setup.componentPort)],
    ['RESUME_SECONDS', String(setup.resumeSeconds)],
    ['ADMINS', setup.admins.map((admin) => `"${plain(admin)}"`).join(', ')],
    ['DOMAIN', plain(domains.agents)],
    ['CUSTOMERS', plain(domains.customers)],
    ['ROOMS', plain(domains.rooms)],
    ['FILES', plain(domains.files)],
    ['QUEUES', plain(domains.queues)],
    ['COMPONENTS', [domains.queues, domains.bot].map((address) => component(address, secret)).join('\n')],
  ])
  return readFileSync(TEMPLATE, 'utf8').replaceAll(/\{\{([A-Z_]+)\}\}/g, (_match, name: string) => {
    const value = values.get(name)
    if (value === undefined) throw new Error(`The chat server's template asks for an unknown {{${name}}}`)
    return value
  })
}
