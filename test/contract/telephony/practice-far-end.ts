import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { systemClock } from '../../../electron/centre/practice/clock.ts'
import type { CallEvent } from '../../../electron/centre/practice/call-events.ts'
import { linearOf } from '../../../electron/centre/practice/g711.ts'
import { openPracticeCentre } from '../../../electron/centre/practice/practice-centre.ts'
import type { Recording } from '../../../electron/centre/practice/voices.ts'
import { writeWav } from '../../servers/wav.ts'
import { customerTone } from './far-end.ts'
import type { FarEnd } from './far-end.ts'
import { muLawTone } from './mu-law-tone.ts'

/** Every line of everybody is the tone, and long enough to be still there at the end of a test. */
const tone: Recording = { sound: muLawTone(customerTone, 30), milliseconds: 30_000, text: '' }
const recordings = fileURLToPath(
  new URL('../../../electron/centre/practice/voices/lines.tsv', import.meta.url),
)
const voices = new Map(
  readFileSync(recordings, 'utf8')
    .trim()
    .split('\n')
    .map((line) => [line.split('\t', 1).join(), tone] as const),
)

/** The practice centre itself, with its own port, clock and media; only the voices are tones. */
export async function startPracticeFarEnd(origin: string): Promise<FarEnd> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-practice-far-end-'))
  const events: CallEvent[] = []
  let turn = 0
  let heard: number[] = []
  let digits = ''
  const order = { port: 0, origin, seed: 1, pauseSeconds: [0.1, 0.1] } as const
  const opened = await openPracticeCentre(order, {
    clock: systemClock,
    newId: () => randomBytes(16).toString('hex'),
    voices,
    log: () => undefined,
    onCallEvent: (_, event) => {
      events.push(event)
      if (event.kind === 'key-pressed') digits += event.key
      if (event.kind === 'ringing') [heard, digits] = [[], '']
    },
    onSound: (_, sound) => sound.forEach((byte) => heard.push(linearOf(byte) / 32_768)),
  })
  if (!opened.ok) throw new Error(opened.problem)
  const centre = opened.value
  const { server, domain, user, password, customers } = centre.address
  return {
    account: { servers: [server], domain, user, password, iceServers: [], instanceId: randomUUID() },
    async ring() {
      const customer = customers[turn % customers.length]
      if (!customer) throw new Error('a centre without customers')
      turn += 1
      centre.placeCall(customer.id)
      await next(events, 'ringing')
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
