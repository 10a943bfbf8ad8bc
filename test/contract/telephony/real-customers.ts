import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { recordingDirectory } from '../../servers/media-server.ts'
import type { SipServers } from '../../servers/sip-servers.ts'
import { startTelephone } from '../../servers/telephone.ts'
import type { Telephone } from '../../servers/telephone.ts'
import { BaresipCall } from './baresip-customer.ts'
import { tones } from './far-end.ts'
import type { Ability, Customer } from './far-end.ts'
import type { Peer } from './peer.ts'
import { within } from './soon.ts'

/** Milliseconds in which a queue that sends a customer at all has done so. */
const routed = 800

const callers = [
  { user: '+15145550123', displayName: 'Amélie Tremblay' },
  { user: '+15145550124', displayName: 'Marc Roy' },
] as const

export interface RealCustomersNeeds {
  readonly servers: SipServers
  readonly queue: string
  /** The customer in a page. */
  readonly who: { readonly user: string; readonly name: string }
  readonly colleague: string
  readonly openPeer: () => Promise<Peer>
}

interface Line {
  readonly caller: (typeof callers)[number]
  readonly telephone: Telephone
  call: BaresipCall | undefined
}

/** Customers with telephones of their own: baresip for the usual, a page for what baresip is not able to. */
export class RealCustomers {
  readonly #needs: RealCustomersNeeds
  readonly #lines: Line[] = []
  #peer: Promise<Peer> | undefined

  constructor(needs: RealCustomersNeeds) {
    this.#needs = needs
  }

  async ring(ability: Ability): Promise<Customer> {
    const { queue } = this.#needs
    if (ability !== 'usual') return this.#pageCalls(queue)
    const line = await this.#freeLine()
    const call = await this.#dial(line)
    await line.telephone.waitFor('CALL_RINGING', { since: call.since })
    return call
  }

  async reaches(): Promise<boolean> {
    const line = await this.#freeLine()
    const call = await this.#dial(line)
    const rang = (): boolean => call.has('CALL_RINGING')
    await within(routed, () => rang() || call.isOver)
    const reached = rang()
    await call.hangUp()
    await call.over()
    return reached
  }

  ringColleague(): Promise<Customer> {
    return this.#pageCalls(this.#needs.colleague)
  }

  async clear(): Promise<void> {
    await (await this.#peer)?.hangUp()
    for (const { call } of this.#lines) if (call && !call.isOver) await call.hangUp()
    const recordings = join(recordingDirectory(this.#needs.servers.runDirectory), 'pcaps')
    // What was heard in a call that is over must not be taken for something that is heard in the next.
    for (const name of readdirOrNone(recordings)) rmSync(join(recordings, name))
  }

  async stop(): Promise<void> {
    await Promise.all(this.#lines.map(({ telephone }) => telephone.stop()))
  }

  async #freeLine(): Promise<Line> {
    const free = this.#lines.find(({ call }) => call === undefined || call.isOver)
    if (free) return free
    const caller = callers[this.#lines.length]
    if (!caller) throw new Error('every customer is calling already')
    const telephone = await startTelephone({
      ...{ name: 'customer', ...caller, servers: this.#needs.servers },
      ...{ speaks: { hz: tones.customer }, answer: 'manual' },
    })
    const line = { caller, telephone, call: undefined }
    this.#lines.push(line)
    return line
  }

  async #dial(line: Line): Promise<BaresipCall> {
    const { queue } = this.#needs
    const call = new BaresipCall(line.telephone, {
      number: line.caller.user,
      name: line.caller.displayName,
      queue,
    })
    line.call = call
    await line.telephone.dial(queue)
    return call
  }

  async #pageCalls(user: string): Promise<Customer> {
    const { who, openPeer, queue } = this.#needs
    const peer = await (this.#peer ??= openPeer())
    await peer.call(user)
    return {
      party: { number: who.user, name: who.name, queue },
      hangUp: () => peer.hangUp(),
      over: () => peer.over(),
      hold: (held) => peer.hold(held),
      hush: (quiet) => peer.hush(quiet),
      digits: () => Promise.reject(new Error('a page hears no digits')),
      recordingRests: () => peer.recordingRests(),
      heard: (tone) => peer.heard(tone),
    }
  }
}

function readdirOrNone(directory: string): readonly string[] {
  try {
    return readdirSync(directory)
  } catch {
    return []
  }
}
