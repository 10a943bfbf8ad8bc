import { createServer } from 'node:net'

import { utilityProcess } from 'electron'
import type { UtilityProcess } from 'electron'
import * as v from 'valibot'

import { languages } from '../renderer/domain/language.ts'
import type { PracticeAddress, PracticeOrder } from '../renderer/domain/practice.ts'
import { problem } from '../renderer/domain/problem.ts'
import type { Problem } from '../renderer/domain/problem.ts'
import { failed, ok } from '../renderer/domain/result.ts'
import type { Result } from '../renderer/domain/result.ts'
import type { Log } from './log.ts'

/** Milliseconds within which the centre must be ready. */
const startLimit = 10_000

const Customer = v.object({
  id: v.string(),
  name: v.string(),
  number: v.string(),
  language: v.picklist(languages),
  queue: v.string(),
})

/** The centre is a process of its own, so what it says is parsed like anything else from outside. */
const Fact = v.variant('kind', [
  v.object({
    kind: v.literal('ready'),
    address: v.object({
      server: v.string(),
      domain: v.string(),
      user: v.string(),
      password: v.string(),
      customers: v.array(Customer),
      colleagues: v.array(v.object({ extension: v.string(), name: v.string(), team: v.string() })),
      echo: v.string(),
      accounts: v.array(v.object({ user: v.string(), password: v.string(), extension: v.string() })),
      cases: v.object({
        server: v.string(),
        accounts: v.array(v.object({ user: v.string(), password: v.string(), token: v.string() })),
      }),
      chat: v.object({
        server: v.string(),
        domain: v.string(),
        queuesDomain: v.string(),
        customers: v.string(),
        queues: v.array(v.string()),
        page: v.string(),
      }),
    }),
  }),
  v.object({ kind: v.literal('failed'), reason: v.string() }),
])

/** A loopback port that is free now. The page's policy must name it before the page is loaded. */
export async function reserveLoopbackPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new TypeError('a TCP server has a port')
  return address.port
}

export interface PracticeNeeds {
  readonly module: string
  readonly order: PracticeOrder
  readonly log: Log
  readonly onStopped: () => void
}

export interface Practice {
  /** Starts the centre, or gives the address of the one that runs. */
  start(): Promise<Result<PracticeAddress, Problem>>
  stop(): void
}

/** Keeps one practice centre for this desk, in a utility process. */
export function createPractice({ module, order, log, onStopped }: PracticeNeeds): Practice {
  let running: { child: UtilityProcess; address: Promise<Result<PracticeAddress, Problem>> } | undefined

  function launch(): NonNullable<typeof running> {
    const child = utilityProcess.fork(module, [], { serviceName: 'Foyer practice centre', stdio: 'inherit' })
    const address = firstFact(child).then((result) => {
      if (!result.ok) child.kill()
      return result
    })
    child.on('spawn', () => child.postMessage(order))
    child.on('exit', (code) => {
      log.write('practice-ended', { code })
      if (running?.child !== child) return
      running = undefined
      onStopped()
    })
    return { child, address }
  }

  function firstFact(child: UtilityProcess): Promise<Result<PracticeAddress, Problem>> {
    return new Promise((resolve) => {
      const settle = (result: Result<PracticeAddress, Problem>): void => {
        clearTimeout(limit)
        child.off('exit', onExit)
        resolve(result)
      }
      const unstarted = (why: string): void => {
        log.write('practice-unstarted', { why })
        settle(failed(problem('practice-unstarted')))
      }
      const onExit = (): void => unstarted('ended')
      const limit = setTimeout(() => unstarted('no answer in time'), startLimit)
      child.on('exit', onExit)
      child.once('message', (message: unknown) => {
        const fact = v.safeParse(Fact, message)
        if (!fact.success) unstarted('not understood')
        else if (fact.output.kind === 'failed') unstarted(fact.output.reason)
        else settle(ok(fact.output.address))
      })
    })
  }

  return {
    async start() {
      running ??= launch()
      const started = running
      const result = await started.address
      if (!result.ok && running === started) running = undefined
      return result
    },
    stop() {
      running?.child.kill()
      running = undefined
    },
  }
}
