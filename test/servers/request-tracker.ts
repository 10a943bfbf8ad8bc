import { existsSync } from 'node:fs'
import { copyFile, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

import { leasePorts } from './ports.ts'
import { startChild, type Child } from './process.ts'
import { installed, prepareFolder, type Folder } from './request-tracker/folder.ts'
import { deliver, sentMail, type Letter, type SentMail } from './request-tracker/mail.ts'
import { openOffice, type Office } from './request-tracker/office.ts'
import { initialisedDatabase, passwordOf, type Tokens } from './request-tracker/template.ts'
import { makeRunDirectory } from './run-directory.ts'
import { startOrUndo, type UndoList } from './undo.ts'

const READY_WITHIN_MS = 20_000
const PROCESSES = 2
/** How long a request that is being answered may keep the database from being copied. */
const AT_REST_TRIES = 200

export interface Worker {
  readonly user: string
  readonly password: string
  readonly token: string
}

/** A Request Tracker of one's own: queues Passports and Benefits, and Investigations, which agents do not see. */
export interface RequestTracker {
  /** `http://127.0.0.1:PORT` */
  readonly url: string
  readonly workers: Readonly<Record<keyof Tokens, Worker>>
  readonly office: Office
  /** Every mail that has left it, oldest first. */
  sentMail(): Promise<SentMail[]>
  receiveMail(letter: Letter): Promise<void>
  /** Whoever is signed in has to sign in anew; tokens go on being good. */
  endSessions(): Promise<void>
  /** Keeps the database as it is now. */
  snapshot(): Promise<void>
  /** Stops it, puts the kept database in the place of its own, and starts it again on the same port. */
  restore(): Promise<void>
  log(): string
  stop(): Promise<void>
}

/** Starts Request Tracker 5 on a free loopback port, with everything that it writes in a folder of its own. */
export function startRequestTracker(): Promise<RequestTracker> {
  return startOrUndo(async (undo) => {
    const { database, tokens } = await initialisedDatabase()
    const port = await leasePorts(1, 'tcp')
    undo.add(() => port.release())
    const folder = await prepareFolder(await makeRunDirectory('request-tracker', undo), port.first)
    await copyFile(database, folder.database)
    const server = new Server(folder, port.first)
    await server.start()
    undo.add(() => server.stop())
    return operate(server, tokens, undo)
  })
}

function operate(server: Server, tokens: Tokens, undo: UndoList): RequestTracker {
  const { folder, url } = server
  const kept = join(folder.path, 'kept.sqlite')
  const worker = (user: keyof Tokens): Worker => ({ user, password: passwordOf(user), token: tokens[user] })
  return {
    url,
    workers: {
      agent1: worker('agent1'),
      agent2: worker('agent2'),
      lead: worker('lead'),
      root: worker('root'),
    },
    office: openOffice({ server: url, token: tokens.root, folder }),
    sentMail: () => sentMail(folder.mail),
    receiveMail: (letter) => deliver(url, letter),
    async endSessions() {
      const names = await readdir(folder.sessions)
      await Promise.all(names.map((name) => rm(join(folder.sessions, name), { force: true })))
    },
    snapshot: () => server.atRest(() => copyFile(folder.database, kept)),
    async restore() {
      await server.stop()
      await rm(`${folder.database}-journal`, { force: true })
      await copyFile(kept, `${folder.database}.new`)
      await rename(`${folder.database}.new`, folder.database)
      await server.start()
    },
    log: () => server.log(),
    stop: () => undo.run(),
  }
}

/** The process that answers, which can be stopped and started again. */
class Server {
  readonly folder: Folder
  readonly url: string
  readonly #listen: string
  #child: Child | undefined

  constructor(folder: Folder, port: number) {
    this.folder = folder
    this.#listen = `127.0.0.1:${String(port)}`
    this.url = `http://${this.#listen}`
  }

  async start(): Promise<void> {
    const { folder, url } = this
    // A kept connection would hold one of the few processes while others wait.
    const answers = ['--workers', String(PROCESSES), '--disable-keepalive', '--preload-app']
    this.#child = await startChild({
      program: 'starman',
      debianPackage: 'starman',
      args: ['--listen', this.#listen, ...answers, installed('libexec/rt-server')],
      runDirectory: folder.path,
      env: folder.env,
      isReady: () => answersAt(url),
      readyWithinMs: READY_WITHIN_MS,
    })
  }

  async stop(): Promise<void> {
    await this.#child?.stop()
  }

  log(): string {
    return this.#child?.log() ?? ''
  }

  /**
   * Does something with the database while nobody writes to it: the processes are held, and let go again where one of
   * them was in the middle of a transaction (SQLite keeps a journal beside its file then).
   */
  async atRest(work: () => Promise<void>): Promise<void> {
    for (let attempt = 0; attempt < AT_REST_TRIES; attempt += 1) {
      this.#child?.signal('SIGSTOP')
      try {
        // Holding a process takes a moment: one that began in it shows afterwards.
        if (!this.#isWriting() && (await work().then(() => !this.#isWriting()))) return
      } finally {
        this.#child?.signal('SIGCONT')
      }
      await delay(10)
    }
    throw new Error('The database of Request Tracker did not come to rest')
  }

  #isWriting(): boolean {
    return existsSync(`${this.folder.database}-journal`)
  }
}

async function answersAt(url: string): Promise<boolean> {
  try {
    const { status } = await fetch(`${url}/REST/2.0/rt`, { signal: AbortSignal.timeout(1000) })
    return status === 401
  } catch {
    return false
  }
}
