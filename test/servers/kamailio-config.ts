import { readFileSync } from 'node:fs'

const TEMPLATE = new URL('./kamailio.cfg.template', import.meta.url)

/** What an agent dials before a queue's name to say whether he takes its calls, e.g. *45 and *46. */
export type FeatureCodes = {
  readonly available: string
  readonly notReady: string
  /** sip: address of whoever answers such calls. */
  readonly attendant: string
}

export type KamailioSetup = {
  readonly domain: string
  /** Password by user name. A user name can be a telephone number in E.164 form. */
  readonly users: Readonly<Record<string, string>>
  /** Users to ring, the first one first, by the name of the queue that is dialled. */
  readonly queues: Readonly<Record<string, readonly string[]>>
  readonly gruu: boolean
  /** Nobody reaches the desk by the addresses that it says of itself. */
  readonly deskBehindNat: boolean
  readonly featureCodes: FeatureCodes | undefined
  readonly recordCalls: boolean
  /** Where all of it listens. */
  readonly address: string
  /** For the control socket. */
  readonly runDirectory: string
  readonly sipPort: number
  readonly webSocketPort: number
  /** UDP port of rtpengine's control protocol. */
  readonly rtpenginePort: number
}

/** What stands between quotes in the file without any escaping. */
const PLAIN = /^[\w+.@!~*:/-]+$/

function plain(value: string): string {
  if (!PLAIN.test(value)) throw new Error(`"${value}" cannot stand in the SIP server's configuration`)
  return value
}

function table(name: string, rows: Readonly<Record<string, string | readonly string[]>>): string {
  return Object.entries(rows)
    .map(([key, value]) => `\t$sht(${name}=>${plain(key)}) = "${[value].flat().map(plain).join(',')}";`)
    .join('\n')
}

function defines({ deskBehindNat, featureCodes }: KamailioSetup): string {
  const names = [...(deskBehindNat ? ['DESK_BEHIND_NAT'] : []), ...(featureCodes ? ['FEATURE_CODES'] : [])]
  return names.map((name) => `#!define ${name}`).join('\n')
}

/**
 * Kamailio's configuration file for one test.
 * @throws Error when a name or password needs quoting, or the template asks for something unknown.
 */
export function kamailioConfig(setup: KamailioSetup): string {
  const values = new Map([
    ['DOMAIN', plain(setup.domain)],
    ['ADDRESS', plain(setup.address)],
    ['RUN_DIRECTORY', plain(setup.runDirectory)],
    ['GRUU', setup.gruu ? '1' : '0'],
    ['DEFINES', defines(setup)],
    ['RECORD', setup.recordCalls ? 'record-call=on' : ''],
    // Without feature codes these stand in lines that are left out.
    ['AVAILABLE', plain(setup.featureCodes?.available ?? '-')],
    ['NOT_READY', plain(setup.featureCodes?.notReady ?? '-')],
    ['ATTENDANT', plain(setup.featureCodes?.attendant ?? '-')],
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
