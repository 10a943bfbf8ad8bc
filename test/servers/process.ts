import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'

import { groupGone, signalGroup } from './process-group.ts'
import { findProgram } from './programs.ts'

const POLL_MS = 10
const LOG_TAIL_LINES = 20

export type ChildSetup = {
  readonly program: string
  /** The Debian package that holds the program, for the message when it is missing. */
  readonly debianPackage: string
  readonly args: readonly string[]
  /** Goes before the program: a command that runs it in another place (`Place.prefix`). */
  readonly prefix?: readonly string[]
  /** Where its log is written, as `<name>.log`; also its working directory. */
  readonly runDirectory: string
  /** Defaults to the program's name. */
  readonly name?: string
  readonly env?: Readonly<Record<string, string>>
  /** True for a program that is told to report on file descriptor 3. */
  readonly reports?: boolean
  /** True as soon as the child can be used. Must itself return within a second or so. */
  readonly isReady: (child: Child) => boolean | Promise<boolean>
  readonly readyWithinMs: number
  /** How long it may take to end by itself before it is killed. Default 2000. */
  readonly stopWithinMs?: number
}

export type Child = {
  readonly pid: number
  /** Its standard output and errors so far. */
  log(): string
  /** What it wrote to file descriptor 3 so far. */
  report(): string
  /** Resolves when it has ended, with a sentence that says how. */
  readonly ended: Promise<string>
  hasEnded(): boolean
  /** Signals the child and the processes that it has forked. */
  signal(signal: NodeJS.Signals): void
  /** Asks it to end, kills it after `stopWithinMs`, and returns when it and its forks are gone. */
  stop(): Promise<void>
}

/** A server ended early or was not ready in time; the message holds the end of its log. */
export class ServerDidNotStart extends Error {
  override readonly name = 'ServerDidNotStart'

  constructor(program: string, what: string, log: string) {
    const tail = log.trimEnd().split('\n').slice(-LOG_TAIL_LINES).join('\n')
    super(`${program} ${what}. The end of its log:\n${tail === '' ? '(empty)' : tail}`)
  }
}

/**
 * Starts a program and waits until it is ready. Its log is kept in the run directory.
 * @throws ProgramMissing, or ServerDidNotStart when it ends early or is late; nothing is left running then.
 */
export async function startChild(setup: ChildSetup): Promise<Child> {
  const child = launch(setup)
  const deadline = Date.now() + setup.readyWithinMs
  while (!child.hasEnded() && Date.now() < deadline) {
    if (await setup.isReady(child)) return child
    await delay(POLL_MS)
  }
  const what = child.hasEnded() ? await child.ended : `was not ready after ${String(setup.readyWithinMs)} ms`
  await child.stop()
  throw new ServerDidNotStart(setup.program, what, child.log())
}

function launch(setup: ChildSetup): Child {
  const logFile = join(setup.runDirectory, `${setup.name ?? setup.program}.log`)
  const log = openSync(logFile, 'a')
  // The kernel ends the child when this process dies in a way that no handler sees (prctl(2), PR_SET_PDEATHSIG).
  const guarded = [
    '--pdeathsig',
    'TERM',
    '--',
    ...(setup.prefix ?? []),
    findProgram(setup.program, setup.debianPackage),
    ...setup.args,
  ]
  const started = spawn(findProgram('setpriv', 'util-linux'), guarded, {
    cwd: setup.runDirectory,
    env: { ...process.env, ...setup.env },
    stdio: ['ignore', log, log, ...(setup.reports === true ? ['pipe' as const] : [])],
    // A process group of its own, so that a signal reaches the forks as well and nothing else.
    detached: true,
  })
  closeSync(log)
  return watch(started, setup, logFile)
}

function watch(started: ChildProcess, setup: ChildSetup, logFile: string): Child {
  const { pid } = started
  if (pid === undefined) throw new Error(`${setup.program} could not be started`)
  let over = false
  const ended = new Promise<string>((settle) => {
    started.once('exit', (code, signal) => {
      over = true
      signalGroup(pid, 'SIGKILL')
      settle(signal === null ? `ended with code ${String(code)}` : `was ended by ${signal}`)
    })
  })
  const report = collect(started.stdio[3])
  const signal = (name: NodeJS.Signals): void => {
    if (!over) signalGroup(pid, name)
  }
  const stop = async (): Promise<void> => {
    if (!over) started.kill('SIGTERM')
    // A paused process cannot hear that it should end.
    signal('SIGCONT')
    const timer = setTimeout(() => {
      signal('SIGKILL')
    }, setup.stopWithinMs ?? 2000)
    await ended
    clearTimeout(timer)
    await groupGone(pid)
  }
  return { pid, log: () => readLog(logFile), report, ended, hasEnded: () => over, signal, stop }
}

function readLog(logFile: string): string {
  return existsSync(logFile) ? readFileSync(logFile, 'utf8') : ''
}

function collect(pipe: unknown): () => string {
  let text = ''
  if (isReadable(pipe)) pipe.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
  return () => text
}

function isReadable(pipe: unknown): pipe is Readable {
  return typeof pipe === 'object' && pipe !== null && 'setEncoding' in pipe
}
