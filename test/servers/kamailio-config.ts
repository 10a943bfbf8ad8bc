import { readFileSync } from 'node:fs'

const TEMPLATE = new URL('./kamailio.cfg.template', import.meta.url)

export type KamailioSetup = {
  readonly domain: string
  /** Password by user name. A user name can be a telephone number in E.164 form. */
  readonly users: Readonly<Record<string, string>>
  /** User to ring, by the name of the queue that is dialled. */
  readonly queues: Readonly<Record<string, string>>
  readonly sipPort: number
  readonly webSocketPort: number
  /** UDP port of rtpengine's control protocol. */
  readonly rtpenginePort: number
}

/** What stands between quotes in the file without any escaping. */
const PLAIN = /^[\w+.@!~-]+$/

function plain(value: string): string {
  if (!PLAIN.test(value)) throw new Error(`"${value}" cannot stand in the SIP server's configuration`)
  return value
}

function table(name: string, rows: Readonly<Record<string, string>>): string {
  return Object.entries(rows)
    .map(([key, value]) => `\t$sht(${name}=>${plain(key)}) = "${plain(value)}";`)
    .join('\n')
}

/**
 * Kamailio's configuration file for one test.
 * @throws Error when a name or password needs quoting, or the template asks for something unknown.
 */
export function kamailioConfig(setup: KamailioSetup): string {
  const values = new Map([
    ['DOMAIN', plain(setup.domain)],
    ['SIP_PORT', String(setup.sipPort)],
    ['WEB_SOCKET_PORT', String(setup.webSocketPort)],
    ['RTPENGINE_PORT', String(setup.rtpenginePort)],
    ['USERS', table('users', setup.users)],
    ['QUEUES', table('queues', setup.queues)],
  ])
  return readFileSync(TEMPLATE, 'utf8').replaceAll(/\{\{([A-Z_]+)\}\}/g, (_match, name: string) => {
    const value = values.get(name)
    if (value === undefined) throw new Error(`The SIP server's template asks for an unknown {{${name}}}`)
    return value
  })
}
