import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBot } from '../../bot/open-bot.ts'
import type { OpenBot } from '../../bot/open-bot.ts'
import { openQueue } from '../../queue/open-queue.ts'
import type { OpenQueue } from '../../queue/open-queue.ts'
import type { QueueSite } from '../../queue/site.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import { botName, botTopics } from './practice-site.ts'
import { knownFiles } from './visitors/chat-scripts.ts'

export interface PracticeQueueMeans {
  readonly site: QueueSite
  readonly domain: string
  readonly secret: string
  readonly bot: { readonly domain: string; readonly secret: string }
  /** Where the server listens for components now. */
  readonly service: () => string
  readonly clock: Clock
  readonly log: Log
}

/** Until the server has taken the component. */
const longestStart = 5000

/** Server, queue and bot are one process here: that they find and lose each other goes without saying. */
const aboutOthers =
  (log: Log): Log =>
  (line) => {
    if (!line.startsWith('the link to the server')) log(`chats: ${line}`)
  }

/** The chat queue of the practice centre, which can be stopped and started like the real one. */
export class PracticeQueue {
  readonly #means: PracticeQueueMeans
  #folder: string | undefined
  #queue: OpenQueue | undefined
  #bot: OpenBot | undefined

  constructor(means: PracticeQueueMeans) {
    this.#means = means
  }

  /** How many chats the agents who are there take at once, each no more than `mostEach`. */
  room(mostEach: number): number {
    const agents = [...(this.#queue?.state().agents.values() ?? [])]
    const taking = agents.filter(({ presence, takes }) => presence === 'there' && takes)
    return taking.reduce((sum, { most }) => sum + Math.min(most, mostEach), 0)
  }

  async start(): Promise<void> {
    if (this.#queue) return
    const { site, domain, secret, bot, service, clock, log } = this.#means
    this.#folder ??= await mkdtemp(join(tmpdir(), 'foyer-practice-'))
    this.#queue = openQueue({
      ...{ site, component: { service: service(), domain, secret } },
      log: aboutOthers(log),
      stateFile: join(this.#folder, 'queue.json'),
      now: () => Math.round(clock.wallTime()),
    })
    this.#bot ??= openBot({
      ...{ topics: botTopics, isKnown: (number) => knownFiles.has(number), name: botName },
      ...{ queues: domain, log: aboutOthers(log), now: () => Math.round(clock.wallTime()) },
      component: { service: service(), domain: bot.domain, secret: bot.secret },
    })
    let limit: NodeJS.Timeout | undefined
    const tooLong = new Promise<void>((resolve) => {
      limit = setTimeout(() => {
        log('BROKEN: the chat queue has not found its server')
        resolve()
      }, longestStart)
    })
    await Promise.race([this.#queue.ready, tooLong])
    clearTimeout(limit)
  }

  async stop(): Promise<void> {
    const queue = this.#queue
    this.#queue = undefined
    await queue?.close()
  }

  /** What it knew is forgotten. */
  async close(): Promise<void> {
    await Promise.all([this.stop(), this.#bot?.close()])
    if (this.#folder !== undefined) await rm(this.#folder, { recursive: true, force: true })
  }
}
