import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import type { QueueSite } from '../../electron/centre/queue/site.ts'
import { startChild, type Child } from './process.ts'
import { makeRunDirectory } from './run-directory.ts'
import { startOrUndo } from './undo.ts'

const READY_WITHIN_MS = 20_000
const PROGRAM = fileURLToPath(new URL('../../electron/centre/queue/run-queue.ts', import.meta.url))

export interface ChatQueueSetup {
  /** Where it signs in (XEP-0114). */
  readonly component: { readonly service: string; readonly domain: string; readonly secret: string }
  readonly site: QueueSite
}

/** The chat queue as a program of its own, as `npm run queue -- --config FILE` runs it. */
export interface ChatQueue {
  /** Ends it as a power cut does. What it has written stays. */
  kill(): Promise<void>
  /** Starts it again with what it has written. */
  start(): Promise<void>
  log(): string
  stop(): Promise<void>
}

/** Starts the queue beside a chat server, with everything that it writes in a folder of its own. */
export function startChatQueue(setup: ChatQueueSetup): Promise<ChatQueue> {
  return startOrUndo(async (undo) => {
    const runDirectory = await makeRunDirectory('chat-queue', undo)
    const config = join(runDirectory, 'queue.json')
    await writeFile(config, JSON.stringify(configOf(setup, join(runDirectory, 'state.json'))))
    const launch = (): Promise<Child> =>
      startChild({
        program: 'node',
        debianPackage: 'nodejs',
        args: ['--import', import.meta.resolve('tsx'), PROGRAM, '--config', config],
        runDirectory,
        name: 'queue',
        isReady: (child) => READY.test(child.log().slice(logged)),
        readyWithinMs: READY_WITHIN_MS,
      })
    let logged = 0
    let queue = await launch()
    undo.add(() => queue.stop())
    return {
      kill: async () => {
        queue.signal('SIGKILL')
        await queue.ended
      },
      start: async () => {
        if (!queue.hasEnded()) return
        logged = queue.log().length
        queue = await launch()
      },
      log: () => queue.log(),
      stop: () => undo.run(),
    }
  })
}

/** What it says when the chat server has taken it. */
const READY = /^ready$/m

const configOf = ({ component, site }: ChatQueueSetup, stateFile: string): object => ({
  component,
  stateFile,
  ...site,
})
