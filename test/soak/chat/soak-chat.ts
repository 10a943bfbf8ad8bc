import { longTimes } from '../../contract/chat/chat-centre.ts'
import type { startRealChatCentre } from '../../contract/chat/real-chat-centre.ts'
import type { Figure } from '../../bench/figure.ts'
import { chatHarms } from './chat-harm.ts'
import { drawFaults } from './schedule.ts'
import { useStropheOfTheWindow } from './strophe-for-node.ts'
import type { RanChat } from './run-chat.ts'

/** Each way. */
const messages = 200
/** Servers that run side by side: what two cores keep up with. */
const lanes = 6

interface Seeded extends RanChat {
  readonly seed: number
}

/** So many chats per chat server, each with faults of its own; seed S + n alone is run n again. */
export async function soakChat(runs: number, seed: number): Promise<readonly Figure[]> {
  useStropheOfTheWindow()
  const real = await import('../../contract/chat/real-chat-centre.ts')
  const practice = await import('../../contract/chat/practice-chat-centre.ts')
  const figures: Figure[] = []
  for (const [name, start] of [
    ['Prosody', real.startRealChatCentre],
    ['the practice centre', practice.startPracticeChatCentre],
  ] as const) {
    figures.push(...figuresOf(name, await runAll(start, { name, runs, seed })))
  }
  return figures
}

interface Order {
  readonly name: string
  readonly runs: number
  readonly seed: number
}

/** Side by side, each lane with a server of its own: a run mostly waits for a link to come back. */
async function runAll(start: typeof startRealChatCentre, order: Order): Promise<readonly Seeded[]> {
  const { runChat } = await import('./run-chat.ts')
  const all: Seeded[] = []
  const { name, runs } = order
  let next = 0
  async function lane(): Promise<void> {
    const centre = await start(longTimes)
    try {
      while (next < runs) {
        const seed = order.seed + next
        next += 1
        const ran = { seed, ...(await runChat(centre, seed, messages)) }
        all.push(ran)
        process.stderr.write(`\rchat ${all.length} of ${runs} on ${name} `)
        if (ran.violations.length > 0) print(ran)
      }
    } finally {
      await centre.stop()
    }
  }
  await Promise.all(Array.from({ length: Math.min(lanes, runs) }, lane))
  process.stderr.write('\n')
  return all
}

function figuresOf(name: string, all: readonly Seeded[]): readonly Figure[] {
  const slowest = Math.max(...all.map(({ settledAfter }) => settledAfter))
  const about = `of ${all.length}, ${messages} messages each way, settled in ${(slowest / 1000).toFixed(1)} s at most`
  return chatHarms.map((harm) => {
    const hit = all.filter(({ violations }) => violations.some((one) => one.harm === harm))
    return {
      name: `chats on ${name} with something ${harm}`,
      ...{ value: hit.length, unit: '', atMost: 0 },
      detail: `${about}; seeds ${hit.map((ran) => ran.seed).join(', ') || 'none'}`,
    }
  })
}

function print({ seed, violations }: Seeded): void {
  const faults = drawFaults(seed, messages).map(({ kind, before }) => `${kind} at ${before}`)
  console.log(`\nseed ${seed}: ${faults.join(', ')}`)
  for (const { harm, what } of violations) console.log(`  ${harm}: ${what}`)
}
