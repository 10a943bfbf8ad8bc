import { randomBytes } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { join } from 'node:path'

import { leasePorts } from './ports.ts'
import { startChild, type Child } from './process.ts'
import { writeAccount } from './prosody-accounts.ts'
import { domainsOf, prosodyConfig, type ChatDomains } from './prosody-config.ts'
import { makeRunDirectory } from './run-directory.ts'
import { startOrUndo } from './undo.ts'

const READY_WITHIN_MS = 10_000
/** WebSocket and files, and components. */
const PORTS = 2

export interface ProsodyPlan {
  /** Password by user name: agents, leads, bots. Latin letters, digits and plain punctuation. */
  readonly accounts: Readonly<Record<string, string>>
  /** Local parts of the queues' addresses, which may make rooms. */
  readonly queues: readonly string[]
  /** How long a session that has lost its link can be resumed; default 60. The queue hears of a loss only after it. */
  readonly resumeSeconds?: number
  /** Default chat.test. */
  readonly domain?: string
}

/** A Prosody of one's own: a domain of agents, an anonymous one of customers, rooms, files, and places for components. */
export interface Prosody {
  /** `ws://127.0.0.1:PORT/xmpp-websocket`, for agents and customers. */
  readonly webSocket: string
  /** Where files are (XEP-0363), `http://127.0.0.1:PORT`. */
  readonly files: string
  readonly domains: ChatDomains
  /** For the components `domains.queues` and `domains.bot`. */
  readonly components: { readonly service: string; readonly secret: string }
  /** Owner of every room. */
  readonly keeper: { readonly user: string; readonly password: string }
  /** Holds for every sign-in from now on; sessions that are there stay, as on any server. */
  setPassword(user: string, password: string): Promise<void>
  /** Ends it as a power cut does (SIGKILL). What it had written stays. */
  kill(): Promise<void>
  /** Ends it with goodbyes. */
  end(): Promise<void>
  /** Starts it again, on the same ports and with its data. */
  start(): Promise<void>
  /** It hears and says nothing until `resume()`, while every connection stays open. */
  pause(): void
  resume(): void
  log(): string
  /** Ends it and removes all that it has written. */
  stop(): Promise<void>
}

/**
 * Starts Prosody on free loopback ports, with everything that it writes in a folder of its own.
 * @throws ProgramMissing, ServerDidNotStart; nothing is left behind then.
 */
export function startProsody(plan: ProsodyPlan): Promise<Prosody> {
  return startOrUndo(async (undo) => {
    const ports = await leasePorts(PORTS, 'tcp')
    undo.add(() => ports.release())
    const [httpPort, componentPort] = [ports.first, ports.first + 1]
    const runDirectory = await makeRunDirectory('prosody', undo)
    const dataDirectory = join(runDirectory, 'data')
    await mkdir(dataDirectory)
    const domains = domainsOf(plan.domain ?? 'chat.test')
    const keeper = { user: 'keeper', password: randomBytes(12).toString('hex') }
    const secret = randomBytes(12).toString('hex')
    const setPassword = (user: string, password: string): Promise<void> =>
      writeAccount(dataDirectory, { user, domain: domains.agents, password })
    for (const [user, password] of Object.entries(plan.accounts)) await setPassword(user, password)
    await setPassword(keeper.user, keeper.password)

    const queues = plan.queues.map((queue) => `${queue}@${domains.queues}`)
    const admins = [`${keeper.user}@${domains.agents}`, domains.queues, ...queues]
    const { resumeSeconds = 60 } = plan
    const setup = { domains, runDirectory, dataDirectory, httpPort, componentPort, secret, resumeSeconds }
    await writeFile(join(runDirectory, 'prosody.cfg.lua'), prosodyConfig({ ...setup, admins }))
    const launch = (): Promise<Child> => startServer(runDirectory, ports.first)
    let server = await launch()
    undo.add(() => server.stop())

    return {
      webSocket: `ws://127.0.0.1:${String(httpPort)}/xmpp-websocket`,
      files: `http://127.0.0.1:${String(httpPort)}`,
      domains,
      components: { service: `xmpp://127.0.0.1:${String(componentPort)}`, secret },
      keeper,
      setPassword,
      kill: async () => {
        server.signal('SIGKILL')
        await server.ended
      },
      end: () => server.stop(),
      start: async () => {
        if (server.hasEnded()) server = await launch()
      },
      pause: () => {
        server.signal('SIGSTOP')
      },
      resume: () => {
        server.signal('SIGCONT')
      },
      log: () => server.log(),
      stop: () => undo.run(),
    }
  })
}

function startServer(runDirectory: string, firstPort: number): Promise<Child> {
  return startChild({
    program: 'prosody',
    debianPackage: 'prosody',
    args: ['--config', join(runDirectory, 'prosody.cfg.lua'), '-F'],
    runDirectory,
    isReady: async () => {
      const open = await Promise.all([isOpen(firstPort), isOpen(firstPort + 1)])
      return open.every(Boolean)
    },
    readyWithinMs: READY_WITHIN_MS,
  })
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((settle) => {
    const socket = createConnection({ host: '127.0.0.1', port })
    socket.once('connect', () => {
      socket.destroy()
      settle(true)
    })
    socket.once('error', () => settle(false))
  })
}
