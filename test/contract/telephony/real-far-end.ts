import { randomUUID } from 'node:crypto'

import { RELAY_ADDRESS, startUdpRelay } from '../../faults/relay/udp-relay.ts'
import { startScriptedTelephone } from '../../servers/scripted-telephone.ts'
import type { ScriptedTelephone } from '../../servers/scripted-telephone.ts'
import type { Script } from '../../servers/sipp-script.ts'
import { startSipServers } from '../../servers/sip-servers.ts'
import { startOrUndo } from '../../servers/undo.ts'
import { tones } from './far-end.ts'
import type { FarEnd, FarEndNeeds, TargetKind } from './far-end.ts'
import { Peer } from './peer.ts'
import { RealCustomers } from './real-customers.ts'
import { layWires } from './wires.ts'

const secret = 'S3cret-words'
const queue = 'benefits'
const agent = 'agent1'
/** Who can be dialled, the customer who calls from a page, and the agent. */
const people = ['colleague', 'announces', 'busy', 'declines', 'absent', 'rings-on'] as const
const pageCustomer = { user: '+15145550188', name: 'Noor Haddad' }

const scripts: Readonly<Partial<Record<TargetKind, Script>>> = {
  announces: { kind: 'answers', earlyMedia: true, ringMs: 6000 },
  busy: { kind: 'refuses', status: '486 Busy Here' },
  declines: { kind: 'refuses', status: '603 Decline' },
  'rings-on': { kind: 'never-answers' },
}

export interface RealFarEndNeeds extends FarEndNeeds {
  /** Without it the server loses what the other side asks for in a call whose connection was replaced. */
  readonly gruu?: boolean
}

/** Kamailio and rtpengine, and telephones of three kinds on the other side of them. */
export function startRealFarEnd({ desk, queueDecides, gruu = true }: RealFarEndNeeds): Promise<FarEnd> {
  return startOrUndo(async (undo) => {
    const users = Object.fromEntries([agent, pageCustomer.user, ...people].map((user) => [user, secret]))
    const codes = { available: '*45', notReady: '*46' }
    const servers = await startSipServers({
      users,
      queues: { [queue]: agent },
      ...(queueDecides && { featureCodes: codes }),
      gruu,
      deskReachesMediaAt: RELAY_ADDRESS,
      recordCalls: true,
    })
    undo.add(() => servers.stop())
    const sound = await startUdpRelay({ to: servers.media, seed: 1 })
    undo.add(() => sound.stop())
    const wires = await layWires(servers.webSocket)
    undo.add(() => wires.stop())
    const { webSocket: server, domain } = servers

    const openPeer = async (who: {
      user: string
      name: string
      hertz: number
      registers: boolean
    }): Promise<Peer> => {
      const { user, name: displayName, hertz, registers } = who
      const order = { server, domain, user, password: secret, displayName, hertz, registers }
      const peer = await Peer.open(await desk.openPeer(), order)
      undo.add(() => peer.close())
      return peer
    }
    let colleague: Promise<Peer> | undefined
    const theColleague = (): Promise<Peer> =>
      (colleague ??= openPeer({
        user: 'colleague',
        name: 'Colleague',
        hertz: tones.colleague,
        registers: true,
      }))
    const customers = new RealCustomers({
      ...{ servers, queue, who: pageCustomer, colleague: 'colleague' },
      openPeer: () => openPeer({ ...pageCustomer, hertz: tones.customer, registers: false }),
    })
    undo.add(() => customers.stop())

    let scripted: ScriptedTelephone[] = []
    const putAway = async (): Promise<void> => {
      const leaving = scripted
      scripted = []
      await Promise.all(leaving.map((one) => one.stop()))
    }
    undo.add(putAway)
    return {
      account: {
        servers: wires.doors,
        domain,
        user: agent,
        password: secret,
        iceServers: [],
        instanceId: randomUUID(),
      },
      queue: {
        kind: 'feature-codes',
        queues: [queue],
        codes: {
          available: `${codes.available}{queue}`,
          'wrap-up': `${codes.notReady}{queue}`,
          'not-ready': `${codes.notReady}{queue}`,
          'signed-out': `${codes.notReady}{queue}`,
        },
        reasons: {},
      },
      wires,
      async target(kind) {
        const script = scripts[kind]
        if (kind === 'colleague') await theColleague()
        if (script) {
          const speaks = tones.announcement
          scripted.push(
            await startScriptedTelephone({
              name: kind,
              user: kind,
              password: secret,
              servers,
              speaks,
              script,
            }),
          )
        }
        return { user: kind, isNumber: false }
      },
      ring: (ability = 'usual') => customers.ring(ability),
      reaches: () => customers.reaches(),
      async consult() {
        const telephone = await theColleague()
        const customer = await customers.ringColleague()
        await telephone.call(agent)
        return { customer, complete: () => telephone.handOver() }
      },
      colleagueHeard: async (tone) => (await theColleague()).heard(tone),
      forgetCalls: () => servers.forgetCalls(),
      vanish: (milliseconds) => servers.restart({ downForMs: milliseconds }),
      loseSound() {
        sound.stall()
        return Promise.resolve(() => sound.heal())
      },
      async clear() {
        sound.heal()
        await wires.heal()
        await (await colleague)?.hangUp()
        await customers.clear()
        await putAway()
      },
      stop: () => undo.run(),
    }
  })
}
