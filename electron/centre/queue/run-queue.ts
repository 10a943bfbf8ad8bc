/**
 * The chat queue's process, beside an XMPP server: `node queue.cjs --config FILE`. It says `ready` when the server has
 * accepted it, and runs until a signal comes.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

import { openBot } from '../bot/open-bot.ts'
import type { OpenBot } from '../bot/open-bot.ts'
import { readConfig } from './config.ts'
import type { QueueConfig } from './config.ts'
import { openQueue } from './open-queue.ts'
import type { OpenQueue } from './open-queue.ts'

const log = (line: string): void => {
  process.stderr.write(`chat queue: ${line}\n`)
}

function open(): OpenQueue | undefined {
  const { values } = parseArgs({ options: { config: { type: 'string' } } })
  if (values.config === undefined) {
    log('no configuration: --config FILE')
    return undefined
  }
  const read = readConfig(readFileSync(values.config, 'utf8'))
  if (read.kind === 'mistaken') {
    for (const mistake of read.mistakes) log(`not started: ${mistake}`)
    return undefined
  }
  const { component, site, stateFile, referenceBot } = read.config
  const queue = openQueue({ component, site, stateFile, log })
  const bot = referenceBot && openReferenceBot(read.config, referenceBot)
  return {
    ...queue,
    close: async () => {
      await bot?.close()
      await queue.close()
    },
  }
}

function openReferenceBot(
  { component }: QueueConfig,
  { domain, secret, name, topics, fileNumbers }: NonNullable<QueueConfig['referenceBot']>,
): OpenBot {
  const known = new Set(fileNumbers)
  return openBot({
    component: { service: component.service, domain, secret },
    queues: component.domain,
    name,
    topics,
    isKnown: (number) => known.has(number),
    log: (line) => log(`bot: ${line}`),
  })
}

function start(): void {
  let queue: OpenQueue | undefined
  try {
    queue = open()
  } catch (error) {
    // Names of files and what is wrong with them; never what is in them.
    log(`not started: ${error instanceof Error ? error.message : 'unknown'}`)
  }
  if (!queue) {
    process.exitCode = 1
    return
  }
  const running = queue
  void running.ready.then(() => process.stdout.write('ready\n'))
  endOnSignals(() => running.close())
}

const longestFarewellMilliseconds = 8000

function endOnSignals(close: () => Promise<void>): void {
  let isEnding = false
  const end = (): void => {
    if (isEnding) return
    isEnding = true
    setTimeout(() => process.exit(1), longestFarewellMilliseconds).unref()
    void close().finally(() => process.exit(0))
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
}

start()
