import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { systemClock } from '../../../electron/centre/practice/clock.ts'
import type { CallEvent } from '../../../electron/centre/practice/customer-call.ts'
import { practiceScripts } from '../../../electron/centre/practice/customers.ts'
import { linearOf } from '../../../electron/centre/practice/g711.ts'
import { openPracticeCentre } from '../../../electron/centre/practice/practice-centre.ts'
import type { Recording } from '../../../electron/centre/practice/voices.ts'
import { writeWav } from '../../servers/wav.ts'
import { customerTone } from './far-end.ts'
import type { FarEnd } from './far-end.ts'
import { muLawTone } from './mu-law-tone.ts'

/** Every line of every customer is the tone, and long enough to be still there at the end of a test. */
const tone: Recording = { sound: muLawTone(customerTone, 30), milliseconds: 30_000, text: '' }
const voices = new Map(
  practiceScripts.flatMap(({ turns, nudge }) => [...turns, nudge]).map((name) => [name, tone] as const),
)

/** The practice centre itself, with its own port, clock and media; only the voices are tones. */
export async function startPracticeFarEnd(origin: string): Promise<FarEnd> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-practice-far-end-'))
  const events: CallEvent[] = []
  let calling = ''
  let heard: number[] = []
  let digits = ''
  const order = { port: 0, origin, seed: 1, pauseSeconds: [0.1, 0.1] } as const
  const opened = await openPracticeCentre(order, {
    clock: systemClock,
    newId: () => randomBytes(16).toString('hex'),
    voices,
    log: () => undefined,
    onCallEvent: (customer, event) => {
      calling = customer
      events.push(event)
      if (event.kind === 'key-pressed') digits += event.key
      if (event.kind === 'ringing') [heard, digits] = [[], '']
    },
    onSound: (sound) => sound.forEach((byte) => heard.push(linearOf(byte) / 32_768)),
  })
  if (!opened.ok) throw new Error(opened.problem)
  const centre = opened.value
  const { server, domain, user, password, customers } = centre.address
  return {
    account: { server, domain, user, password, iceServers: [] },
    async ring() {
      await next(events, 'ringing')
      const customer = customers.find(({ id }) => id === calling)
      if (!customer) throw new Error('somebody calls whom the centre does not know')
      return { number: customer.number, name: customer.name, queue: customer.queue }
    },
    hangUp: () => {
      centre.hangUp()
      return Promise.resolve()
    },
    over: () => next(events, 'ended'),
    digits: () => digits,
    heard() {
      const file = join(folder, 'heard.wav')
      writeFileSync(file, writeWav({ rate: 8000, samples: Float32Array.from(heard) }))
      return file
    },
    async stop() {
      await centre.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** Takes the oldest event of this kind, and all before it, off the list. */
async function next(events: CallEvent[], kind: CallEvent['kind']): Promise<void> {
  for (let waited = 0; waited < 10_000; waited += 20) {
    const index = events.findIndex((event) => event.kind === kind)
    if (index >= 0) {
      events.splice(0, index + 1)
      return
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`no customer came to ${kind}`)
}
