import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { CallEvent, PracticeCall } from '../../../electron/centre/practice/call-events.ts'
import { openPracticeCentre } from '../../../electron/centre/practice/practice-centre.ts'
import type { PracticeCentre } from '../../../electron/centre/practice/practice-centre.ts'
import { loadVoices } from '../../../electron/centre/practice/voices.ts'
import type { PracticeOrder } from '../../../renderer/domain/practice.ts'
import { fakeClock } from './fake-clock.ts'
import type { FakeClock } from './fake-clock.ts'

export const origin = 'app://bundle'

export interface TestCentre extends PracticeCentre {
  readonly clock: FakeClock
  readonly log: readonly string[]
  readonly events: readonly WatchedEvent[]
}

export type WatchedEvent = CallEvent & Omit<PracticeCall, 'id'>

const voices = loadVoices(join(import.meta.dirname, '../../../electron/centre/practice/voices'))

/** A real centre on a real port, with seed 7, in which time passes only when told. */
export async function openTestCentre(order: Partial<PracticeOrder> = {}): Promise<TestCentre> {
  const clock = fakeClock()
  const log: string[] = []
  const events: WatchedEvent[] = []
  const opened = await openPracticeCentre(
    { port: 0, origin, seed: 7, pauseSeconds: [4, 9], ...order },
    {
      clock,
      newId: () => randomBytes(16).toString('hex'),
      voices: await voices,
      log: (line) => log.push(line),
      onCallEvent: ({ from, to }, event) => events.push({ from, to, ...event }),
    },
  )
  if (!opened.ok) throw new Error(opened.problem)
  return { ...opened.value, clock, log, events }
}
