import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

import { kamailioConfig } from './kamailio-config.ts'
import { leasePorts } from './ports.ts'
import { startChild, type Child } from './process.ts'
import { makeRunDirectory } from './run-directory.ts'
import { answersSip } from './sip-ping.ts'
import { startOrUndo, type UndoList } from './undo.ts'

/** Two for RTP and RTCP on each side of a call: enough for 24 calls at once. */
const MEDIA_PORTS = 96
const READY_WITHIN_MS = 10_000
const PROBE_MS = 40

export type SipServersSetup = {
  /** Password by user name, of agents and of telephones that register. */
  readonly users: Readonly<Record<string, string>>
  /** User to ring, by queue: a call to sip:benefits@domain rings that user with `X-Queue: benefits`. */
  readonly queues?: Readonly<Record<string, string>>
  /** Default foyer.test. */
  readonly domain?: string
}

export type SipServers = {
  /** Where agents connect, e.g. ws://127.0.0.1:12345. */
  readonly webSocket: string
  /** Where telephones send their requests, e.g. sip:127.0.0.1:12344. */
  readonly udp: string
  readonly domain: string
  /** Configuration and logs, until `stop()`. */
  readonly runDirectory: string
  /**
   * Ends Kamailio and starts it again `downForMs` later (default 0) on the same ports. It forgets who was registered;
   * calls and their sound (rtpengine) go on.
   */
  restart(how?: { readonly downForMs?: number }): Promise<void>
  /** Kamailio hears and says nothing until `resume()`, while every connection to it stays open. */
  pause(): void
  resume(): void
  /** Ends both servers and removes their run directory. */
  stop(): Promise<void>
}

/**
 * Starts rtpengine (in user space) and Kamailio on free loopback ports.
 * @throws ProgramMissing, ServerDidNotStart; nothing is left behind then.
 */
export function startSipServers(setup: SipServersSetup): Promise<SipServers> {
  return startOrUndo(async (undo) => {
    const domain = setup.domain ?? 'foyer.test'
    const ports = await leasePorts(4 + MEDIA_PORTS)
    undo.add(() => ports.release())
    const [sipPort, webSocketPort, rtpenginePort] = [ports.first, ports.first + 1, ports.first + 2]
    const runDirectory = await makeRunDirectory('sip', undo)
    const queues = setup.queues ?? {}
    const config = kamailioConfig({
      domain,
      users: setup.users,
      queues,
      sipPort,
      webSocketPort,
      rtpenginePort,
    })
    await writeFile(join(runDirectory, 'kamailio.cfg'), config)

    // Kamailio asks once at its start whether rtpengine is there, so rtpengine comes first.
    await startRtpengine({ runDirectory, controlPort: rtpenginePort, firstMediaPort: ports.first + 4 }, undo)
    const startProxy = (): Promise<Child> => startKamailio(runDirectory, sipPort)
    let proxy = await startProxy()
    undo.add(() => proxy.stop())

    return {
      webSocket: `ws://127.0.0.1:${String(webSocketPort)}`,
      udp: `sip:127.0.0.1:${String(sipPort)}`,
      domain,
      runDirectory,
      restart: async ({ downForMs = 0 } = {}) => {
        await proxy.stop()
        await delay(downForMs)
        proxy = await startProxy()
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

type MediaSetup = {
  readonly runDirectory: string
  readonly controlPort: number
  readonly firstMediaPort: number
}

async function startRtpengine(setup: MediaSetup, undo: UndoList): Promise<void> {
  const child = await startChild({
    program: 'rtpengine',
    debianPackage: 'rtpengine-daemon',
    args: [
      // Not the machine's own configuration.
      '--config-file=none',
      '--foreground',
      '--log-stderr',
      '--log-level=6',
      // No kernel module.
      '--table=-1',
      '--interface=127.0.0.1',
      `--listen-ng=127.0.0.1:${String(setup.controlPort)}`,
      `--port-min=${String(setup.firstMediaPort)}`,
      `--port-max=${String(setup.firstMediaPort + MEDIA_PORTS - 1)}`,
      // Seconds without sound before a call is dropped, in talk and on hold.
      '--timeout=60',
      '--silent-timeout=600',
      '--delete-delay=0',
      '--num-threads=2',
    ],
    runDirectory: setup.runDirectory,
    isReady: (started) => started.log().includes('Startup complete'),
    readyWithinMs: READY_WITHIN_MS,
  })
  undo.add(() => child.stop())
}

function startKamailio(runDirectory: string, sipPort: number): Promise<Child> {
  return startChild({
    program: 'kamailio',
    debianPackage: 'kamailio kamailio-websocket-modules',
    // -DD -E: in the foreground, log to standard error. -m, -M: MB of shared and of private memory.
    args: ['-DD', '-E', '-m', '32', '-M', '8', '-Y', runDirectory, '-w', runDirectory, '-f', 'kamailio.cfg'],
    runDirectory,
    isReady: () => answersSip(sipPort, PROBE_MS),
    readyWithinMs: READY_WITHIN_MS,
  })
}
