import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import type { InteractionMood } from '../../../renderer/domain/moods/interaction-mood.ts'
import { dayLoad } from '../../../renderer/domain/well-being/day.ts'
import { breatherLasts } from '../../../renderer/services/well-being.ts'
import { asCallId } from '../../../renderer/domain/ids.ts'
import { offered, shiftStart } from '../../make.ts'
import { createDesk } from '../../stand-ins/desk.ts'
import type { DeskStandIn } from '../../stand-ins/desk.ts'

const minute = 60_000
let disk = 61_000
let desk: DeskStandIn

beforeEach(async () => {
  disk += 1
  desk = createDesk({ disk })
  await desk.signIn.signIn({ kind: 'practice' })
  await desk.availability.becomeAvailable()
})
afterEach(() => {
  desk.stop()
  desk.records.close()
})

const state = () => desk.stores.day.getState()
const doing = () => {
  const { agent } = desk.stores.shift.getState()
  return agent.kind === 'not-ready' ? agent.reason : agent.kind
}

/** A call of ten minutes, in whose wrap-up the agent is now. */
async function talk(call = 'call-1'): Promise<void> {
  const at = (seconds: number) => ({ call: asCallId(call), at: shiftStart + seconds * 1000 })
  desk.wire.tell(offered({ name: 'Amélie Tremblay', number: '+15145550123' }, call))
  desk.wire.tell({ kind: 'call-answering', ...at(1) }, { kind: 'call-connected', ...at(2) })
  await vi.waitFor(() => expect(doing()).toBe('on-interaction'))
  desk.timing.pass(10 * minute)
  desk.wire.tell({ kind: 'call-ended', cause: 'customer-hung-up', ...at(600) })
  await vi.waitFor(() => expect(doing()).toBe('wrap-up'))
}

/** What was said turns out to have sounded like that. */
function sounded(change: Partial<InteractionMood> = {}): void {
  const id = desk.stores.work.getState().pages.at(-1)?.interaction.id
  if (!id) throw new Error('no page')
  const quote = { said: 'u-1', text: 'you are useless', mood: 'negative' } as const
  const mood: InteractionMood = {
    ...{ interaction: id, version: '1', utterances: 4, to: shiftStart, mood: 'negative', score: -0.8 },
    ...{ start: -0.2, end: -0.9, quotes: [quote, quote] },
    ...change,
  }
  desk.stores.moods.setState(({ interactions }) => ({ interactions: new Map([...interactions, [id, mood]]) }))
}

describe('after a hard contact', () => {
  it('two minutes are offered, begin when the wrap-up is finished, and nobody is brought back by them', async () => {
    await talk()
    expect(state().offer).toBeUndefined()
    sounded()
    expect(state().offer).toMatchObject({ because: 'words' })
    desk.wellBeing.takeBreather()
    expect([doing(), state().breather]).toEqual(['wrap-up', { kind: 'planned' }])
    await desk.availability.endWrapUp('available')
    expect(doing()).toBe('break')
    expect(state()).toMatchObject({
      offer: undefined,
      breather: { kind: 'now', until: desk.timing.now() + breatherLasts },
    })
    desk.timing.pass(2 * breatherLasts)
    expect(doing()).toBe('break')
    await desk.wellBeing.endBreather()
    expect([doing(), state().breather]).toEqual(['available', undefined])
  })

  it('one who says no is not asked about the same contact again', async () => {
    await talk()
    sounded()
    desk.wellBeing.declineBreather()
    sounded({ end: -1 })
    expect(state().offer).toBeUndefined()
    await desk.availability.endWrapUp('available')
    expect(doing()).toBe('available')
  })

  it('one who changes their mind before the wrap-up ends goes on to the next customer', async () => {
    await talk()
    sounded()
    desk.wellBeing.takeBreather()
    desk.wellBeing.declineBreather()
    await desk.availability.endWrapUp('available')
    expect(doing()).toBe('available')
  })

  it('nothing is offered in the middle of it, nor after a kind one', async () => {
    await talk()
    sounded({ mood: 'positive', score: 0.6, end: 0.7 })
    expect(state().offer).toBeUndefined()
  })

  it('an agent who goes to lunch instead has no clock running', () => {
    desk.wellBeing.takeBreather()
    expect(doing()).toBe('break')
    desk.availability.becomeNotReady('lunch')
    expect(state().breather).toBeUndefined()
  })
})

describe('the agent’s day', () => {
  it('goes on after a restart, and is nobody else’s after the sign-out', async () => {
    await talk()
    await desk.availability.endWrapUp('lunch')
    desk.timing.pass(30 * minute)
    await desk.availability.becomeAvailable()
    desk.timing.pass(5 * minute)
    const before = dayLoad(state().entries, desk.timing.now())
    expect(before).toMatchObject({ contact: 10 * minute, resting: 30 * minute, sinceBreak: 5 * minute })
    await desk.signIn.signOut()
    expect(state().entries).toEqual([])

    const later = createDesk({ disk })
    later.timing.pass(desk.timing.now() - shiftStart + minute)
    await later.signIn.signIn({ kind: 'practice' })
    await vi.waitFor(() => {
      const { entries } = later.stores.day.getState()
      expect(dayLoad(entries, later.timing.now())).toMatchObject({
        ...{ contact: 10 * minute, resting: 30 * minute, sinceBreak: 5 * minute },
        breaks: [{ reason: 'lunch' }],
      })
    })
    later.stop()
    later.records.close()
  })
})
