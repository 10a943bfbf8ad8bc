import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { PracticeFact } from '../../../renderer/domain/practice.ts'
import { loadCustomerPage } from './chat/customer-page-files.ts'
import { systemClock } from './clock.ts'
import { logToStderr } from './log.ts'
import { parsePracticeOrder } from './order.ts'
import { openPracticeCentre } from './practice-centre.ts'
import type { PracticeCentre } from './practice-centre.ts'
import { loadVoices } from './voices.ts'

/** What became of an order, and the centre if there is one. */
export interface Opened {
  readonly fact: PracticeFact
  readonly centre?: PracticeCentre
}

/** Opens a centre with the real clock, real chance for secrets, and the recordings that come with the app. */
export async function openFromOrder(order: unknown, directory: string): Promise<Opened> {
  const parsed = parsePracticeOrder(order)
  if (!parsed) return { fact: { kind: 'failed', reason: 'order-not-understood' } }
  try {
    const voices = await loadVoices(voicesIn(directory))
    const customerPage = await loadCustomerPage(customerPageIn(directory))
    const opened = await openPracticeCentre(parsed, {
      ...{ clock: systemClock, newId, voices, customerPage, log: logToStderr },
    })
    if (!opened.ok) return { fact: { kind: 'failed', reason: opened.problem } }
    return { fact: { kind: 'ready', address: opened.value.address }, centre: opened.value }
  } catch (error) {
    logToStderr(`BROKEN: ${error instanceof Error ? `${error.name}: ${error.message}` : 'unknown'}`)
    return { fact: { kind: 'failed', reason: 'broken' } }
  }
}

/** 128 bits: nobody guesses it in the hours that a centre lives. */
const newId = (): string => randomBytes(16).toString('hex')

/** The recordings lie beside the bundle, and below `practice/` where the sources run as they are. */
function voicesIn(directory: string): string {
  const beside = join(directory, 'voices')
  return existsSync(beside) ? beside : join(directory, 'practice', 'voices')
}

/** The customer's page is built beside the centre; where the sources run as they are, into `out/`. */
function customerPageIn(directory: string): string {
  const beside = join(directory, '..', 'customer')
  return existsSync(beside) ? beside : join(directory, '..', '..', 'out', 'customer')
}

/**
 * Ends the process in order, once, whatever asked for it: the parent has gone, a signal, an interrupt. Calls get
 * their BYE first; if that hangs, the process ends all the same.
 */
export function endOnSignals(close: () => Promise<void>): void {
  let ending = false
  const end = (): void => {
    if (ending) return
    ending = true
    setTimeout(() => process.exit(1), longestFarewellMilliseconds).unref()
    void close().finally(() => process.exit(0))
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
  // The parent of a forked process has died or let go of it.
  process.on('disconnect', end)
}

const longestFarewellMilliseconds = 4000
