import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { systemClock } from '../../electron/centre/practice/clock.ts'
import { loudness } from '../../electron/centre/practice/g711.ts'
import { practiceQueues } from '../../electron/centre/practice/customers.ts'
import { openPracticeCentre } from '../../electron/centre/practice/practice-centre.ts'
import type { PracticeCentre } from '../../electron/centre/practice/practice-centre.ts'
import type { Recording } from '../../electron/centre/practice/voices.ts'
import type { CallId } from '../../renderer/domain/ids.ts'
import { languages } from '../../renderer/domain/language.ts'
import { startSoundDevices } from '../servers/sound-devices.ts'
import { UndoList } from '../servers/undo.ts'
import { openDeskPage } from './telephony/desk-page.ts'
import type { DeskPage } from './telephony/desk-page.ts'
import { tones } from './telephony/far-end.ts'
import { muLawTone } from './telephony/mu-law-tone.ts'
import { toneVoices } from './telephony/practice-voices.ts'
import { speechLikeTone } from './telephony/speech-like-tone.ts'

/**
 * Milliseconds by which what is heard may differ from what was played, for each stretch of speech: 200 for which a voice
 * still counts (ITU-T P.56), some 100 of the meter's own window and step, and the first syllable that noise suppression
 * takes for a noise.
 */
const tolerance = 450

/** Who speaks, and who comes and says nothing; the lengths of their lines, in seconds. */
const talker = { id: 'okafor', lines: 'en-child', seconds: [3, 2, 2] }
const silent = { id: 'benali', lines: 'fr-travel', seconds: [2, 2, 2] }
/** Seconds. */
const agentSpeaks = 2.5

const centreUndo = new UndoList()
const folder = mkdtempSync(join(tmpdir(), 'foyer-call-words-'))
let desk: DeskPage
let centre: PracticeCentre
let agentSays: () => Promise<unknown>
/** When a customer heard the agent's voice, packet by packet: what really left the desk. */
const heardAt: number[] = []

const recorded = (text: string, seconds: number, sound: Uint8Array): Recording => ({
  ...{ text, sound, milliseconds: seconds * 1000 },
})

beforeAll(async () => {
  const devices = await startSoundDevices()
  centreUndo.add(() => devices.stop())
  const file = join(folder, 'agent.wav')
  // Pauses as between two words: nobody counts them as silence.
  writeFileSync(file, speechLikeTone(tones.agent, agentSpeaks, 0.1))
  agentSays = () => devices.play(file)
  desk = await openDeskPage(devices.env)
  centreUndo.add(() => desk.stop())
  const lines = ({ lines: name, seconds }: typeof talker, tone: (length: number) => Uint8Array) =>
    seconds.map((length, index): [string, Recording] => {
      const line = `${name}-${index + 1}`
      return [line, recorded(`The words of ${line}.`, length, tone(length))]
    })
  const opened = await openPracticeCentre(
    {
      ...{ port: 0, origin: desk.origin, seed: 1, pauseSeconds: [3600, 3600] },
      agents: [{ user: 'agent', queues: practiceQueues, languages }],
    },
    {
      ...{ clock: systemClock, log: () => undefined },
      onSound: (_hearer, sound) => loudness(sound) > -40 && heardAt.push(performance.now()),
      newId: () => randomBytes(16).toString('hex'),
      voices: new Map([
        ...toneVoices(),
        ...lines(talker, (length) => muLawTone(tones.customer, length)),
        ...lines(silent, (length) => new Uint8Array(length * 8_000).fill(0xff)),
      ]),
    },
  )
  if (!opened.ok) throw new Error(opened.problem)
  centre = opened.value
  centreUndo.add(() => centre.close())
  const { server, domain, user, password } = centre.address
  await desk.page.evaluate((account) => window.telephony.signIn(account), {
    servers: [server],
    domain,
    user,
    password,
    iceServers: [],
    instanceId: randomUUID(),
  })
})
afterAll(async () => {
  await centreUndo.run()
  rmSync(folder, { recursive: true, maxRetries: 20, retryDelay: 100 })
})

async function talking(customer: string): Promise<{ readonly call: CallId; readonly at: number }> {
  centre.placeCall(customer)
  const call = await desk.offered()
  await desk.page.evaluate((id) => window.telephony.answer(id), call)
  return desk.fact('call-connected')
}

const hold = (call: CallId, held: boolean) =>
  desk.page.evaluate(([id, wanted]) => window.telephony.setHeld(id, wanted), [call, held] as const)

/** Waits for so many lines of all calls so far. */
async function written(count: number) {
  await desk.page.waitForFunction((wanted) => window.callWords.kept.length >= wanted, count, { polling: 20 })
  return desk.page.evaluate(() => window.callWords.kept)
}

async function over(call: CallId) {
  await desk.page.evaluate((id) => window.telephony.hangUp(id), call)
  const { at } = await desk.fact('call-ended')
  const facts = await desk.page.evaluate(() => window.callWords.facts.at(-1))
  if (!facts) throw new Error('nothing was heard of the call')
  return { at, facts }
}

const near = (seconds: number, stretches = 1) => ({
  least: seconds * 1000 - tolerance * stretches,
  most: seconds * 1000 + tolerance * stretches,
})

function expectNear(what: string, milliseconds: number, { least, most }: ReturnType<typeof near>): void {
  expect(milliseconds, what).toBeGreaterThan(least)
  expect(milliseconds, what).toBeLessThan(most)
}

describe('a call with the practice centre', () => {
  it('has the customer’s words line by line, and tells who spoke how long, the silence, and the hold', async () => {
    const { call, at: connectedAt } = await talking(talker.id)
    const [first] = await written(1)
    await agentSays()
    // The customer takes their turn when the agent has stopped, and is put on hold in the middle of their line.
    await desk.page.waitForTimeout(agentSpeaks * 1000 + 700 + 1_000)
    await hold(call, true)
    const { at: heldAt } = await desk.fact('call-held')
    await desk.page.waitForTimeout(2_000)
    await hold(call, false)
    const { at: resumedAt } = await desk.fact('call-resumed')
    const [, second] = await written(2)
    const { at: endedAt, facts } = await over(call)

    expect([first, second]).toMatchObject([
      {
        id: 'okafor-1',
        side: 'customer',
        text: 'The words of en-child-1.',
        language: 'en',
        interaction: call,
      },
      {
        id: 'okafor-2',
        side: 'customer',
        text: 'The words of en-child-2.',
        language: 'en',
        interaction: call,
      },
    ])
    expect(Math.abs((first?.at ?? 0) - connectedAt)).toBeLessThan(600)
    expect(second?.at).toBeGreaterThan((first?.at ?? 0) + 3_000 + agentSpeaks * 1000)
    expect(second?.at).toBeLessThan(heldAt)

    const held = (resumedAt - heldAt) / 1000
    const whole = (endedAt - connectedAt) / 1000
    expectNear('the customer', facts.customer, near(5, 3))
    // A computer that is busy plays it more slowly: what counts is how long the customer heard it.
    const agentSpoke = ((heardAt.at(-1) ?? 0) - (heardAt[0] ?? 0)) / 1000
    expect(agentSpoke).toBeGreaterThan(agentSpeaks - 0.4)
    expectNear('the agent', facts.me, near(agentSpoke))
    expectNear('on hold', facts.heldByMe, near(held))
    expectNear('silence', facts.silence, near(whole - held - 5 - agentSpoke, 4))
    expect([facts.both, facts.heldByCustomer]).toEqual([0, 0])
  }, 60_000)

  it('in which nobody says anything is silence, from its beginning to its end', async () => {
    const { call, at: connectedAt } = await talking(silent.id)
    await desk.page.waitForTimeout(3_000)
    const { at: endedAt, facts } = await over(call)
    expect(facts).toMatchObject({ me: 0, customer: 0, both: 0, heldByMe: 0, heldByCustomer: 0 })
    expectNear('silence', facts.silence, near((endedAt - connectedAt) / 1000))
  }, 60_000)
})
