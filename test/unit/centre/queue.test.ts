// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { available, fieldOf, openRawDesk, replyLines } from './raw-sip.ts'
import type { RawDesk } from './raw-sip.ts'
import { openTestCentre, origin } from './test-centre.ts'
import type { TestCentre } from './test-centre.ts'

const both = ['Passports', 'Prestations']

let centre: TestCentre
let desks: RawDesk[]

/** Desks that are signed in, of agents with these queues and languages. */
async function open(...agents: { queues: string[]; languages: ('en' | 'fr')[] }[]): Promise<void> {
  centre = await openTestCentre({
    // Nobody comes by themselves.
    pauseSeconds: [3600, 3600],
    agents: agents.map((agent, index) => ({ user: `agent${index}`, ...agent })),
  })
  for (const account of centre.address.accounts) {
    const desk = await openRawDesk({ ...centre.address, ...account }, origin)
    await desk.register()
    desks.push(desk)
  }
}
const desk = (index: number): RawDesk => {
  const found = desks[index]
  if (!found) throw new Error('a desk too few')
  return found
}
/** Nothing has come there. */
async function isQuiet(index: number): Promise<void> {
  desk(index).sendText('\r\n\r\n')
  expect(await desk(index).next()).toBe('\r\n')
}
const caller = (invite: string): string => /sip:([^@]+)@/.exec(fieldOf(invite, 'from') ?? '')?.[1] ?? ''

beforeEach(() => {
  desks = []
})
afterEach(async () => {
  await Promise.all(desks.map((each) => each.close()))
  const closed = centre.close()
  centre.clock.pass(10_000)
  await closed
})

describe('a customer in the queue', () => {
  it('is offered to the agent who has been idle for longest', async () => {
    await open({ queues: both, languages: ['en'] }, { queues: both, languages: ['en'] })
    await desk(1).publish(available)
    centre.clock.pass(1000)
    await desk(0).publish(available)
    centre.arrive('ellis')
    expect(caller(await desk(1).next())).toBe('+16135550117')
    await isQuiet(0)
  })

  it('goes to the next agent when the first is busy, and back when the next one does not answer', async () => {
    await open({ queues: both, languages: ['en'] }, { queues: both, languages: ['en'] })
    await desk(0).publish(available)
    centre.clock.pass(1000)
    await desk(1).publish(available)
    centre.arrive('ellis')
    desk(0).send(...replyLines(await desk(0).next(), '486 Busy Here'))
    expect(await desk(0).next()).toMatch(/^ACK /)
    const second = await desk(1).next()
    expect(caller(second)).toBe('+16135550117')
    desk(1).send(...replyLines(second, '180 Ringing', 'Contact: <sip:agent1@desk.invalid;transport=ws>'))
    await isQuiet(1)
    centre.clock.pass(25_000)
    expect(await desk(1).next()).toMatch(/^CANCEL /)
    expect(caller(await desk(0).next())).toBe('+16135550117')
  })

  it('waits for somebody with the language and the skill', async () => {
    await open(
      { queues: both, languages: ['fr'] },
      { queues: ['Prestations'], languages: ['en', 'fr'] },
      { queues: ['Passports'], languages: ['en'] },
    )
    await desk(0).publish(available)
    await desk(1).publish(available)
    centre.arrive('ellis')
    centre.clock.pass(1000)
    await isQuiet(0)
    await isQuiet(1)
    await desk(2).publish(available)
    expect(caller(await desk(2).next())).toBe('+16135550117')
  })

  it('is served in turn: who came first, first', async () => {
    await open({ queues: both, languages: ['en', 'fr'] })
    centre.arrive('ellis')
    centre.arrive('tremblay')
    centre.arrive('ellis')
    await desk(0).publish(available)
    expect(caller(await desk(0).next())).toBe('+16135550117')
    centre.hangUp('ellis')
    centre.clock.pass(5000)
    const callers = [await desk(0).next()].map(caller)
    expect(callers).toEqual(['+15145550142'])
  })

  it.each([
    ['has published nothing', undefined, 0],
    ['is not ready', '{"state":"not-ready","reason":"break"}', 0],
    ['writes up', '{"state":"wrap-up"}', 0],
    ['is said to be in an interaction', '{"state":"on-interaction"}', 0],
    ['has signed out', '{"state":"signed-out"}', 0],
    ['was available once, which has run out', available, 301_000],
  ])('is not offered to an agent who %s', async (_, state, later) => {
    await open({ queues: both, languages: ['en', 'fr'] })
    if (state !== undefined) await desk(0).publish(state)
    centre.clock.pass(later)
    await desk(0).register()
    centre.arrive('ellis')
    centre.clock.pass(1000)
    await isQuiet(0)
  })

  it('is not offered to an agent whose registration has run out, nor when they are back but have not said so', async () => {
    await open({ queues: both, languages: ['en', 'fr'] })
    await desk(0).publish(available)
    centre.clock.pass(61_000)
    centre.arrive('ellis')
    await isQuiet(0)
    await desk(0).register()
    await isQuiet(0)
    await desk(0).publish(available)
    expect(caller(await desk(0).next())).toBe('+16135550117')
  })

  it('does not ring an agent who has a call already', async () => {
    await open({ queues: both, languages: ['en', 'fr'] })
    await desk(0).publish(available)
    centre.placeCall('ellis')
    expect(caller(await desk(0).next())).toBe('+16135550117')
    centre.arrive('tremblay')
    centre.clock.pass(1000)
    await isQuiet(0)
  })
})
