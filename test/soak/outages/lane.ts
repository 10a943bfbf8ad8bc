import { setTimeout as delay } from 'node:timers/promises'

import { startTcpRelay } from '../../faults/relay/tcp-relay.ts'
import type { TcpRelay } from '../../faults/relay/tcp-relay.ts'
import { RELAY_ADDRESS, startUdpRelay } from '../../faults/relay/udp-relay.ts'
import type { UdpRelay } from '../../faults/relay/udp-relay.ts'
import { startSipServers } from '../../servers/sip-servers.ts'
import type { SipServers } from '../../servers/sip-servers.ts'
import { startOrUndo } from '../../servers/undo.ts'
import type { LineBrowser } from '../line-page/open-line-page.ts'
import { openClient, usersFor } from './client.ts'
import type { Client, ClientSetup } from './client.ts'
import { startForgetfulRouter } from './forgetful-router.ts'
import type { ForgetfulRouter } from './forgetful-router.ts'
import type { OutageKind } from './schedule.ts'

/** One or more clients that suffer the same outages: servers and a link of their own. */
export interface Lane {
  readonly servers: SipServers
  readonly clients: readonly Client[]
  begin(kind: OutageKind, length: number): Promise<void>
  stop(): Promise<void>
}

export interface LaneSetup {
  readonly browser: LineBrowser
  readonly clients: readonly ClientSetup[]
  /** A WAV of beeps, at least as long as the whole run. */
  readonly speaks: string
  readonly seed: number
}

export function openLane({ browser, clients, speaks, seed }: LaneSetup): Promise<Lane> {
  return startOrUndo(async (undo) => {
    const servers = await startSipServers({ users: usersFor(clients), deskReachesMediaAt: RELAY_ADDRESS })
    undo.add(() => servers.stop())
    const signalling = await startTcpRelay({ to: servers.webSocket, seed })
    undo.add(() => signalling.stop())
    const router = await startForgetfulRouter(signalling.url)
    undo.add(() => router.stop())
    const sound = await startUdpRelay({ to: servers.media, seed })
    undo.add(() => sound.stop())
    const place = { browser, servers, speaks, webSocket: router.url }
    const opened: Client[] = []
    for (const client of clients) opened.push(await openClient(client, place, undo))
    return {
      servers,
      clients: opened,
      begin: (kind, length) => outages[kind]({ router, signalling, sound, servers, length }),
      stop: () => undo.run(),
    }
  })
}

interface Faults {
  readonly router: ForgetfulRouter
  readonly signalling: TcpRelay
  readonly sound: UdpRelay
  readonly servers: SipServers
  /** Milliseconds. */
  readonly length: number
}

/** Each resolves when everything could work again. */
const outages: Readonly<Record<OutageKind, (faults: Faults) => Promise<void>>> = {
  async refused({ signalling, length }) {
    await signalling.drop()
    await delay(length)
    await signalling.heal()
  },
  async 'half-dead'({ signalling, length }) {
    await signalling.stall()
    await delay(length)
    await signalling.heal()
  },
  async forgotten({ router, signalling, length }) {
    router.forget()
    await signalling.stall()
    await delay(length)
    await signalling.heal()
  },
  'server-gone': ({ servers, length }) => servers.restart({ downForMs: length }),
  async 'all-gone'({ signalling, sound, length }) {
    await signalling.stall()
    sound.stall()
    await delay(length)
    sound.heal()
    await signalling.heal()
  },
}
