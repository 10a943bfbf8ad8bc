import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

import { startAttendant } from './attendant.ts'
import { kamailioConfig } from './kamailio-config.ts'
import { control } from './kamailio-control.ts'
import { startMediaServer } from './media-server.ts'
import { LOOPBACK, type Place } from './place.ts'
import { leasePorts } from './ports.ts'
import { startChild, type Child } from './process.ts'
import { makeRunDirectory } from './run-directory.ts'
import { answersSip } from './sip-ping.ts'
import { startOrUndo } from './undo.ts'

/** Two for RTP and RTCP on each side of a call: enough for 24 calls at once. */
const MEDIA_PORTS = 96
/** SIP, WebSocket, rtpengine's control, and the SIP port of whoever answers feature codes. */
const SERVER_PORTS = 4
const READY_WITHIN_MS = 10_000
const PROBE_MS = 40

export type SipServersSetup = {
  /** Password by user name, of agents and of telephones that register. */
  readonly users: Readonly<Record<string, string>>
  /**
   * Users to ring, by queue: a call to sip:benefits@domain rings the first of them who takes calls, with
   * `X-Queue: benefits`. Without feature codes everybody always takes calls.
   */
  readonly queues?: Readonly<Record<string, string | readonly string[]>>
  /**
   * What an agent dials before the name of a queue to say whether he takes its calls, e.g. `*45` and `*46`. Such a call
   * is answered and, a third of a second later, ended. With them nobody takes calls at first, and a queue without an
   * agent answers 480.
   */
  readonly featureCodes?: { readonly available: string; readonly notReady: string }
  /** False: a server without GRUU (RFC 5627), which loses the requests of a call whose WebSocket was replaced. */
  readonly gruu?: boolean
  /**
   * The address that desks are told for sound instead of the server's own: that of a relay. Servers then have no use for
   * the desk's own addresses, as behind a router, so that all its sound goes through the relay.
   */
  readonly deskReachesMediaAt?: string
  /** Keeps the packets of every call, for `Telephone.heardThroughout()`: 20 kB a second. Not for long runs. */
  readonly recordCalls?: boolean
  /** Default foyer.test. */
  readonly domain?: string
  /** Default: loopback. */
  readonly place?: Place
}

export type SipServers = {
  /** Where agents connect, e.g. ws://127.0.0.1:12345. */
  readonly webSocket: string
  /** Where telephones send their requests, e.g. sip:127.0.0.1:12344. */
  readonly udp: string
  readonly domain: string
  readonly place: Place
  /** Where rtpengine receives sound. */
  readonly media: { readonly address: string; readonly firstPort: number; readonly ports: number }
  /** Configuration and logs, until `stop()`. */
  readonly runDirectory: string
  /** Answers 481 from now on to every request within a call that exists now, as a server does that lost its memory. */
  forgetCalls(): Promise<void>
  /** Whether an agent has said, by feature code, that he takes calls of a queue. */
  takesCalls(user: string, queue: string): Promise<boolean>
  /**
   * Ends Kamailio and starts it again `downForMs` later (default 0) on the same ports. It forgets who was registered
   * and who takes calls; calls and their sound (rtpengine) go on.
   */
  restart(how?: { readonly downForMs?: number }): Promise<void>
  /** Kamailio hears and says nothing until `resume()`, while every connection to it stays open. */
  pause(): void
  resume(): void
  /** Ends both servers and removes their run directory. */
  stop(): Promise<void>
}

/**
 * Starts rtpengine (in user space) and Kamailio on free ports.
 * @throws ProgramMissing, ServerDidNotStart; nothing is left behind then.
 */
export function startSipServers(setup: SipServersSetup): Promise<SipServers> {
  return startOrUndo(async (undo) => {
    const { domain = 'foyer.test', place = LOOPBACK, deskReachesMediaAt } = setup
    const ports = await leasePorts(SERVER_PORTS + MEDIA_PORTS)
    undo.add(() => ports.release())
    const first = ports.first
    const [sipPort, webSocketPort, rtpenginePort, attendantPort] = [first, first + 1, first + 2, first + 3]
    const media = { address: place.address, firstPort: first + SERVER_PORTS, ports: MEDIA_PORTS }
    const runDirectory = await makeRunDirectory('sip', undo)
    const attendant = `sip:${place.address}:${String(attendantPort)}`
    const config = kamailioConfig({
      domain,
      users: setup.users,
      queues: lists(setup.queues ?? {}),
      gruu: setup.gruu ?? true,
      deskBehindNat: deskReachesMediaAt !== undefined,
      featureCodes: setup.featureCodes && { ...setup.featureCodes, attendant },
      recordCalls: setup.recordCalls ?? false,
      address: place.address,
      runDirectory,
      sipPort,
      webSocketPort,
      rtpenginePort,
    })
    await writeFile(join(runDirectory, 'kamailio.cfg'), config)

    // Kamailio asks once at its start whether rtpengine is there, so rtpengine comes first.
    await startMediaServer(
      {
        runDirectory,
        place,
        controlPort: rtpenginePort,
        firstMediaPort: media.firstPort,
        mediaPorts: MEDIA_PORTS,
        deskReachesMediaAt,
      },
      undo,
    )
    if (setup.featureCodes) await startAttendant({ place, runDirectory, port: attendantPort }, undo)
    let forgotten = 0
    const forget = (): Promise<string> =>
      control(runDirectory, 'htable.seti', 'dialogs', 'forgotten', String(forgotten))
    let proxy = await startKamailio(runDirectory, place, sipPort)
    undo.add(() => proxy.stop())

    return {
      webSocket: `ws://${place.address}:${String(webSocketPort)}`,
      udp: `sip:${place.address}:${String(sipPort)}`,
      domain,
      place,
      media,
      runDirectory,
      forgetCalls: async () => {
        forgotten += 1
        await forget()
      },
      takesCalls: async (user, queue) => {
        const table = await control(runDirectory, 'htable.dump', 'agents')
        return new RegExp(`name: ${queue}/${user}\\s+value: 1\\s`).test(table)
      },
      restart: async ({ downForMs = 0 } = {}) => {
        await proxy.stop()
        await delay(downForMs)
        proxy = await startKamailio(runDirectory, place, sipPort)
        // What was forgotten once does not come back.
        if (forgotten > 0) await forget()
      },
      pause: () => {
        proxy.signal('SIGSTOP')
      },
      resume: () => {
        proxy.signal('SIGCONT')
      },
      stop: () => undo.run(),
    }
  })
}

function lists(
  queues: Readonly<Record<string, string | readonly string[]>>,
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.entries(queues).map(([queue, users]) => [queue, [users].flat()]))
}

function startKamailio(runDirectory: string, place: Place, sipPort: number): Promise<Child> {
  const { address, testAddress, prefix } = place
  return startChild({
    program: 'kamailio',
    debianPackage: 'kamailio kamailio-websocket-modules',
    prefix,
    // -DD -E: in the foreground, log to standard error. -m, -M: MB of shared and of private memory.
    args: ['-DD', '-E', '-m', '32', '-M', '8', '-Y', runDirectory, '-w', runDirectory, '-f', 'kamailio.cfg'],
    runDirectory,
    isReady: () => answersSip({ address, testAddress, port: sipPort, withinMs: PROBE_MS }),
    readyWithinMs: READY_WITHIN_MS,
  })
}
