import { beforeEach, describe, expect, it } from 'vitest'

import type { CallQuality } from '../../../renderer/domain/call-quality.ts'
import { asCallId } from '../../../renderer/domain/ids.ts'
import { judgeLine } from '../../../renderer/services/echo-call.ts'
import { createDesk } from '../../stand-ins/desk.ts'
import type { DeskStandIn } from '../../stand-ins/desk.ts'
import { agent, at, soon } from './story.ts'

let disk = 6_000_000
beforeEach(() => {
  disk += 1
})

const echo = asCallId('dialled-1')

const quality = (changes: Partial<CallQuality> = {}): CallQuality => ({
  ...{ mos: 4.3, band: 'good', cause: 'none', concealed: 0, lost: 0, lostThere: 0, roundTrip: 40, jitter: 3 },
  ...changes,
})

async function signedIn(): Promise<DeskStandIn> {
  const desk = createDesk({ disk })
  await desk.signIn.signIn({ kind: 'practice' })
  return desk
}

const checkOf = (desk: DeskStandIn) => desk.stores.check.getState()

describe('the test before a shift', () => {
  it('goes through headset, server and line, asks what was heard, and is kept', async () => {
    const desk = await signedIn()
    const testing = desk.check.start()
    await soon(() => expect(checkOf(desk).asksHeard).toBe(true))
    desk.check.heard(true)
    await soon(() => expect(desk.wire.asked).toContain('dial *43'))
    desk.wire.tell({ kind: 'call-connected', ...at(2, echo) })
    desk.wire.tell({ kind: 'quality-measured', quality: quality(), ...at(4, echo) })
    desk.timing.pass(7_000)
    await testing
    expect(checkOf(desk).results.map(({ step, finding }) => `${step}: ${finding}`)).toEqual([
      'permission: good',
      'microphone: good',
      'speaker: good',
      'server: good',
      'relay: good',
      'line: good',
    ])
    expect(desk.wire.asked.at(-1)).toBe('hang up dialled-1')
    expect([checkOf(desk).history.length, agent(desk).kind, desk.stores.work.getState().pages]).toEqual([
      1,
      'not-ready',
      [],
    ])
    const restarted = createDesk({ disk })
    await restarted.signIn.signIn({ kind: 'practice' })
    expect(checkOf(restarted).history).toEqual(checkOf(desk).history)
  })

  it('can be stopped at any step, and a half test is not kept', async () => {
    const desk = await signedIn()
    const testing = desk.check.start()
    await soon(() => expect(checkOf(desk).asksHeard).toBe(true))
    desk.check.stop()
    await testing
    expect(checkOf(desk)).toMatchObject({ running: undefined, asksHeard: false, history: [] })
    expect(checkOf(desk).results.at(-1)).toMatchObject({ step: 'speaker', finding: 'stopped' })
  })

  it('gives the headset back at once to an agent who becomes available', async () => {
    const desk = await signedIn()
    const testing = desk.check.start()
    await soon(() => expect(checkOf(desk).asksHeard).toBe(true))
    await desk.availability.becomeAvailable()
    await testing
    expect([agent(desk).kind, checkOf(desk).running]).toEqual(['available', undefined])
    await desk.check.start()
    expect(checkOf(desk).running).toBeUndefined()
  })
})

describe('the line', () => {
  const late = quality({ mos: 3.2, band: 'poor', cause: 'delay' })

  async function echoAnswered(): Promise<{ desk: DeskStandIn; testing: Promise<void> }> {
    const desk = await signedIn()
    const testing = desk.check.start()
    await soon(() => expect(checkOf(desk).asksHeard).toBe(true))
    desk.check.heard(true)
    await soon(() => expect(desk.wire.asked).toContain('dial *43'))
    desk.wire.tell({ kind: 'call-connected', ...at(2, echo) })
    return { desk, testing }
  }

  it('is measured for longer where its sound comes late, and is good once that has passed', async () => {
    const { desk, testing } = await echoAnswered()
    desk.wire.tell({ kind: 'quality-measured', quality: late, ...at(4, echo) })
    desk.timing.pass(7_000)
    expect(desk.wire.asked).not.toContain('hang up dialled-1')
    desk.wire.tell({ kind: 'quality-measured', quality: quality(), ...at(10, echo) })
    await testing
    expect(checkOf(desk).results.at(-1)).toMatchObject({ finding: 'good', figures: { mos: 4.3 } })
  })

  it('is late where that does not pass', async () => {
    const { desk, testing } = await echoAnswered()
    desk.wire.tell({ kind: 'quality-measured', quality: quality(), ...at(4, echo) })
    desk.wire.tell({ kind: 'quality-measured', quality: late, ...at(6, echo) })
    desk.timing.pass(7_000)
    desk.wire.tell({ kind: 'quality-measured', quality: late, ...at(10, echo) })
    desk.timing.pass(9_000)
    await testing
    expect(checkOf(desk).results.at(-1)).toMatchObject({ verdict: 'failed', finding: 'line-delay' })
  })

  it('is judged by its worst moment, and by nothing at all when nobody answered', () => {
    expect(
      judgeLine([quality(), quality({ mos: 2.4, band: 'bad', cause: 'jitter' }), quality()]),
    ).toMatchObject({
      verdict: 'failed',
      finding: 'line-jitter',
      figures: { mos: 2.4 },
    })
    expect(judgeLine([])).toMatchObject({ verdict: 'failed', finding: 'line-unreachable' })
  })
})
