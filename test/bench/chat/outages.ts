import { spread } from '../figure.ts'
import type { Figure } from '../figure.ts'
import type { BenchCustomer } from './bench-customer.ts'
import type { ChatShift } from './chat-shift.ts'

/** Seconds, and what becomes of the link. Shorter than the server keeps a session, and longer. */
const planned = [
  [2, 'drop'],
  [3, 'stall'],
  [4, 'drop'],
  [8, 'drop'],
  [9, 'stall'],
  [15, 'drop'],
] as const

/** Both write during each outage; the desk is back when both have read the other. */
export async function outages(
  { page, say, office: { wire } }: ChatShift,
  customer: BenchCustomer,
): Promise<readonly Figure[]> {
  const taken: number[] = []
  for (const [nth, [seconds, how]] of planned.entries()) {
    await (how === 'drop' ? wire.drop() : wire.stall('mute'))
    const [theirs, ours] = [`During outage ${String(nth)}.`, `I write in outage ${String(nth)}`]
    await customer.write(theirs)
    await say(ours)
    await page.waitForTimeout(seconds * 1000)
    const both = Promise.all([
      customer.heard(ours),
      page.evaluate((words) => window.chatBench.shown(words), theirs),
    ])
    const healed = Date.now()
    await wire.heal()
    taken.push(Math.max(...(await both)) - healed)
    await page.waitForTimeout(1_000)
  }
  return [
    {
      name: 'back in the conversation after the link heals, the slowest',
      value: Math.max(...taken),
      unit: 'ms',
      atMost: 5_000,
      detail: `resets and stalls of ${planned.map(([seconds]) => seconds).join(', ')} s; ${spread(taken)}`,
    },
  ]
}
