import { percentile, spread } from '../figure.ts'
import type { Figure } from '../figure.ts'
import type { BenchCustomer } from './bench-customer.ts'
import type { ChatShift } from './chat-shift.ts'

/** Messages each way. */
const measured = 100
/** Milliseconds between two: people do not answer at once. */
const pause = 100

/** From the key that sends until the customer's program has it, over disk, server and room; and the way back to the eyes. */
export async function keys(shift: ChatShift, customer: BenchCustomer): Promise<readonly Figure[]> {
  const { page } = shift
  const [there, back]: [number[], number[]] = [[], []]
  for (let nth = 0; nth < measured; nth += 1) {
    const heard = customer.heard(`a ${String(nth)}`)
    there.push(-(await shift.say(`a ${String(nth)}`)) + (await heard))
    await page.waitForTimeout(pause)
    const text = `Answer number ${String(nth)}.`
    const shown = page.evaluate((words) => window.chatBench.shown(words), text)
    const written = Date.now()
    await customer.write(text)
    back.push((await shown) - written)
  }
  return [
    {
      name: 'key press → on the other side, p95',
      value: percentile(there, 0.95),
      unit: 'ms',
      atMost: 150,
      detail: spread(there),
    },
    {
      name: 'customer → on the agent’s screen, p95',
      value: percentile(back, 0.95),
      unit: 'ms',
      detail: spread(back),
    },
  ]
}
