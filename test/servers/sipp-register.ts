import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Place } from './place.ts'
import { runTool } from './run-tool.ts'
import { expect, LOCAL_TAG, NO_BODY, request, wholeScenario } from './sipp-messages.ts'

export type RegisterSetup = {
  readonly place: Place
  readonly runDirectory: string
  /** Of the telephone; calls will come to it. */
  readonly port: number
  /** Host and port of the SIP server. */
  readonly proxy: string
  readonly user: string
  readonly password: string
  readonly domain: string
}

/**
 * Registers a telephone (RFC 3261 section 10), in a run of sipp of its own: sipp sorts messages by Call-ID, and the
 * calls have others.
 */
export async function registerBySipp(setup: RegisterSetup): Promise<void> {
  const { place, runDirectory, port, proxy, user, password, domain } = setup
  const address = `<sip:${user}@${domain}>`
  const ends = { from: `${address}${LOCAL_TAG}`, to: address }
  const register = (number: number, authorization: readonly string[]): string =>
    request({ method: 'REGISTER', number, target: `sip:${domain}` }, ends, [
      ...authorization,
      'Expires: 600',
      ...NO_BODY,
    ])
  const file = 'register.xml'
  const scenario = wholeScenario([
    register(1, []),
    expect({ response: 401 }, 'auth="true"'),
    register(2, [`[authentication username=${user} password=${password}]`]),
    expect({ response: 200 }),
  ])
  await writeFile(join(runDirectory, file), scenario)
  const there = ['-i', place.address, '-p', String(port)]
  await runTool({
    program: 'sipp',
    debianPackage: 'sip-tester',
    prefix: place.prefix,
    args: ['-sf', file, ...there, '-m', '1', '-timeout', '5s', '-nostdin', proxy],
    directory: runDirectory,
    env: { TERM: 'dumb' },
  })
}
