import { seededRandom } from '../../../renderer/domain/seeded-random.ts'
import { startOrUndo } from '../../servers/undo.ts'
import { NO_DELAY, type Delay } from './delay.ts'
import { openUdpPort, type UdpConditions, type UdpCounters } from './udp-port.ts'

/**
 * Where a relay for UDP listens: a second loopback address, on the very ports of the server that it leads to. So
 * nothing has to be rewritten: rtpengine and coturn are only told to name this address instead of their own.
 */
export const RELAY_ADDRESS = '127.0.0.3'

export type UdpRelaySetup = {
  /** Consecutive ports of a server: `servers.media`, or `relayServer.udp`. */
  readonly to: { readonly address: string; readonly firstPort: number; readonly ports: number }
  /** Draws what is lost, and the jitter. */
  readonly seed: number
}

/** Which way: towards the server, towards the client, or both. */
export type Way = 'to-server' | 'to-client' | 'both'

export type UdpRelay = {
  readonly address: typeof RELAY_ADDRESS
  /** Datagrams so far, on all ports. */
  counters(): { readonly toServer: UdpCounters; readonly toClient: UdpCounters }
  /** Nothing passes until `heal()`; what comes meanwhile is lost. */
  stall(way?: Way): void
  /** Loses this share (0 to 1) of the datagrams, each by itself. */
  lose(share: number, way?: Way): void
  /** From now on every datagram comes late; with jitter, one may overtake another. */
  delay(delay: Delay, way?: Way): void
  /** From now on everything comes to the server from other ports, as behind a router that forgot its table. */
  rebind(): void
  /** Ends stall, loss and delay. */
  heal(): void
  stop(): Promise<void>
}

/** Starts a relay for UDP on 127.0.0.3, on every port of a server. */
export function startUdpRelay({ to, seed }: UdpRelaySetup): Promise<UdpRelay> {
  return startOrUndo(async (undo) => {
    const random = seededRandom(seed)
    const toServer: UdpConditions = { share: 0, delay: NO_DELAY, random, counters: { passed: 0, lost: 0 } }
    const toClient: UdpConditions = { share: 0, delay: NO_DELAY, random, counters: { passed: 0, lost: 0 } }
    const numbers = Array.from({ length: to.ports }, (_, index) => to.firstPort + index)
    const opened = await Promise.allSettled(
      numbers.map((port) => openUdpPort({ at: RELAY_ADDRESS, to: to.address, port }, { toServer, toClient })),
    )
    const ports = opened.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    undo.add(async () => {
      await Promise.all(ports.map((port) => port.close()))
    })
    const refused = opened.find((one) => one.status === 'rejected')
    if (refused !== undefined)
      throw new Error('The relay for UDP could not listen', { cause: refused.reason })

    const change = (way: Way, conditions: Partial<Pick<UdpConditions, 'share' | 'delay'>>): void => {
      if (way !== 'to-client') Object.assign(toServer, conditions)
      if (way !== 'to-server') Object.assign(toClient, conditions)
    }
    return {
      address: RELAY_ADDRESS,
      counters: () => ({ toServer: { ...toServer.counters }, toClient: { ...toClient.counters } }),
      stall: (way = 'both') => change(way, { share: 1 }),
      lose: (share, way = 'both') => change(way, { share }),
      delay: (delay, way = 'both') => change(way, { delay }),
      rebind: () => {
        for (const port of ports) port.rebind()
      },
      heal: () => change('both', { share: 0, delay: NO_DELAY }),
      stop: () => undo.run(),
    }
  })
}
