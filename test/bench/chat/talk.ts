import { setTimeout as delay } from 'node:timers/promises'

import type { Frames } from '../cases/page/frames.ts'
import type { Figure } from '../figure.ts'
import type { BenchCustomer } from './bench-customer.ts'
import { realm } from './chat-office.ts'
import type { ChatShift } from './chat-shift.ts'
import { frameFigures } from './talk-figures.ts'

export const conversations = 30
/** Of each, in a second. */
const rate = 2
/** Seconds of each half; between them the heap is measured, which holds the page up. */
const half = 60
/** Kilobytes: what two hundred kept messages more or less are. */
const flat = 1_024

/** Thirty customers write at once for two minutes, one of them before the agent's eyes. */
export async function talk(shift: ChatShift, first: BenchCustomer): Promise<readonly Figure[]> {
  const customers = [first]
  while (customers.length < conversations) {
    customers.push(await shift.serve(`Customer ${String(customers.length)}`))
    process.stderr.write(`\rconversations: ${String(customers.length)}   `)
  }
  const before = await storedOf(shift, customers)
  const [one, afterOne] = await talkFor(shift, customers, 'first')
  const [two, afterTwo] = await talkFor(shift, customers, 'second')
  const written = 2 * half * rate * conversations
  const stored = await storedInTheEnd(shift, customers, before + written)
  process.stderr.write('\n')
  const { page } = shift
  const nodes = await page.evaluate(() => document.querySelectorAll('*').length)
  return [
    ...frameFigures('with thirty conversations', {
      gaps: [...one.gaps, ...two.gaps],
      longTasks: [...one.longTasks, ...two.longTasks],
    }),
    {
      name: 'heap that the second minute adds',
      value: (afterTwo - afterOne) / 1000,
      unit: 'kB',
      atMost: flat,
      detail: `${Math.round(afterOne / 1000)} kB after the first; ${String(nodes)} elements`,
    },
    {
      name: 'of these messages, not on the desk’s disk',
      value: before + written - stored,
      unit: '',
      atMost: 0,
      detail: `${String(written)} were written`,
    },
  ]
}

async function talkFor(
  { page, heap }: ChatShift,
  customers: readonly BenchCustomer[],
  name: string,
): Promise<readonly [Frames, number]> {
  await page.evaluate(() => window.chatBench.watchFrames())
  const begin = performance.now()
  const said: Promise<void>[] = []
  for (let nth = 0; nth < half * rate * conversations; nth += 1) {
    const early = begin + (nth * 1000) / (rate * conversations) - performance.now()
    if (early > 1) await delay(early)
    const customer = customers[nth % conversations]
    if (customer) said.push(customer.write(`In the ${name} minute I say this as number ${String(nth)}.`))
  }
  await Promise.all(said)
  const frames = await page.evaluate(() => window.chatBench.frames())
  await delay(1_000)
  return [frames, await heap()]
}

/** As many as were written, or what is there after some patience: the last of them are still under way. */
async function storedInTheEnd(
  shift: ChatShift,
  customers: readonly BenchCustomer[],
  all: number,
): Promise<number> {
  let stored = 0
  for (let look = 0; look < 10 && stored < all; look += 1) {
    await delay(1_000)
    stored = await storedOf(shift, customers)
  }
  return stored
}

async function storedOf({ page }: ChatShift, customers: readonly BenchCustomer[]): Promise<number> {
  let all = 0
  for (const { conversation } of customers)
    all += await page.evaluate(([of, id]) => window.chatBench.stored(of, id), [realm, conversation] as const)
  return all
}
