import { beforeEach, describe, expect, it } from 'vitest'

import { problem } from '../../../renderer/domain/problem.ts'
import { failed } from '../../../renderer/domain/result.ts'
import { callOutcome } from '../../../renderer/domain/call-history.ts'
import { usualStory } from '../../../renderer/domain/setup.ts'
import { createDesk } from '../../stand-ins/desk.ts'
import { agent, at, available, call, inHand, page, soon } from './story.ts'
import { makeCentre, offered, shiftStart } from '../../make.ts'

let disk = 0
beforeEach(() => {
  disk += 1
})

describe('a shift', () => {
  it('takes a call, writes it up, and has it again after a restart', async () => {
    const desk = await available(disk)
    desk.wire.tell(offered())
    expect(desk.heard).toEqual(['ring', 'notice call-offered'])
    await soon(() => expect(desk.stores.work.getState().offer?.contact?.name).toBe('Amélie Tremblay'))

    desk.wire.tell({ kind: 'call-answering', ...at(3) }, { kind: 'call-connected', ...at(4) })
    expect(desk.heard.slice(-2)).toEqual(['no ring', 'calm'])
    expect(agent(desk).kind).toBe('on-interaction')
    desk.writeUp.note(page(desk), 'Prestation de mars')
    desk.writeUp.note(page(desk), 'Prestation de mars jamais reçue')
    desk.wire.tell({ kind: 'call-ended', cause: 'customer-hung-up', ...at(60) })
    expect(agent(desk).kind).toBe('wrap-up')
    desk.writeUp.disposition(page(desk), 'resolved')
    expect(await desk.writeUp.finish(page(desk))).toBe(true)
    await desk.availability.endWrapUp('available')
    expect([agent(desk).kind, inHand(desk)]).toEqual(['available', undefined])

    const restarted = createDesk({ disk })
    await restarted.signIn.signIn({ kind: 'practice' })
    const { recent, contacts } = restarted.stores.work.getState()
    expect(recent).toMatchObject([
      {
        note: 'Prestation de mars jamais reçue',
        disposition: 'resolved',
        endCause: 'customer-hung-up',
        answeredAt: shiftStart + 4_000,
        endedAt: shiftStart + 60_000,
      },
    ])
    expect(recent[0]?.contact && contacts.get(recent[0].contact)?.name).toBe('Amélie Tremblay')
  })

  it('finds a note again that a crash interrupted, and lets it be finished', async () => {
    const desk = await available(disk)
    desk.wire.tell(offered(), { kind: 'call-answering', ...at(3) }, { kind: 'call-connected', ...at(4) })
    desk.writeUp.note(page(desk), 'half a sent')
    await soon(() => expect(inHand(desk)?.saved).toBe('saved'))

    const restarted = createDesk({ disk })
    await restarted.signIn.signIn({ kind: 'practice' })
    const [left] = restarted.stores.work.getState().recent
    expect(left).toMatchObject({ note: 'half a sent', finishedAt: undefined })
    if (left) await restarted.writeUp.reopen(left.id)
    restarted.writeUp.note(page(restarted), 'half a sentence, and the rest')
    restarted.writeUp.disposition(page(restarted), 'information-given')
    expect(await restarted.writeUp.finish(page(restarted))).toBe(true)
    expect(restarted.stores.work.getState().recent[0]).toMatchObject({
      note: 'half a sentence, and the rest',
      finishedAt: shiftStart,
    })
  })

  it('lets nobody ring in wrap-up or on a break, says why, and keeps them in the list as never rung', async () => {
    const desk = await available(disk)
    desk.wire.tell(offered(), { kind: 'call-answering', ...at(1) }, { kind: 'call-connected', ...at(2) })
    desk.wire.tell({ kind: 'call-ended', cause: 'agent-hung-up', ...at(9) })
    desk.wire.tell(offered({ number: '+15145550199' }, 'call-3'))
    await desk.availability.endWrapUp('break')
    desk.wire.tell(offered({ number: '+15145550199' }, 'call-4'))
    expect(desk.wire.asked.filter((ask) => ask.startsWith('refuse'))).toEqual([
      'refuse call-3 wrap-up',
      'refuse call-4 break',
    ])
    expect(desk.stores.calls.getState().calls.size).toBe(0)
    const outcomes = desk.stores.work.getState().recent.map(callOutcome).sort()
    expect(outcomes).toEqual(['never-rang', 'talked'])
  })

  it('gives a call back that nobody answers, and sends no further one to an empty chair', async () => {
    const desk = await available(disk)
    desk.wire.tell(offered())
    desk.timing.pass(20_000)
    expect(desk.wire.asked.at(-1)).toBe('refuse call-1 rang-out')
    desk.wire.tell({ kind: 'call-ended', cause: 'agent-not-ready', ...at(20) })
    expect(agent(desk)).toMatchObject({ kind: 'not-ready', reason: 'rang-out' })
    expect(desk.stores.work.getState().recent).toMatchObject([
      { answeredAt: undefined, endCause: 'agent-not-ready' },
    ])
    expect(desk.heard).toContain('no ring')
  })

  it('gives a ringing call back when the agent goes on a break', async () => {
    const desk = await available(disk)
    desk.wire.tell(offered())
    desk.availability.becomeNotReady('break')
    expect(desk.wire.asked.at(-1)).toBe('refuse call-1 break')
    desk.wire.tell({ kind: 'call-ended', cause: 'agent-not-ready', ...at(1) })
    expect(desk.heard).toContain('no ring')
    expect(agent(desk)).toMatchObject({ kind: 'not-ready', reason: 'break' })
  })

  it('stays available when a customer gives up before the agent could answer', async () => {
    const desk = await available(disk)
    desk.wire.tell(offered(), { kind: 'call-ended', cause: 'customer-gave-up', ...at(2) })
    expect(agent(desk).kind).toBe('available')
    expect(desk.stores.work.getState().recent).toHaveLength(1)
  })

  it('keeps the call ringing when the microphone is refused, and says what to do', async () => {
    const desk = await available(disk)
    desk.wire.tell(offered())
    desk.wire.failWith(problem('microphone-refused'))
    await desk.callDesk.answer(call)
    expect(desk.codes()).toEqual(['microphone-refused'])
    expect(desk.stores.calls.getState().calls.get(call)?.state).toBe('offered')
    desk.wire.succeed()
    await desk.callDesk.answer(call)
    expect(desk.codes()).toEqual([])
  })

  it('offers no customer to a desk without a microphone', async () => {
    const desk = createDesk({ disk })
    await desk.signIn.signIn({ kind: 'practice' })
    desk.breakMicrophone(problem('microphone-missing'))
    await desk.availability.becomeAvailable()
    expect([agent(desk).kind, desk.codes()]).toEqual(['not-ready', ['microphone-missing']])
    desk.breakMicrophone(undefined)
    await desk.availability.becomeAvailable()
    expect([agent(desk).kind, desk.codes()]).toEqual(['available', []])
  })

  it('names a stranger once, and knows them at the next call', async () => {
    const desk = await available(disk)
    const stranger = { number: '+442079460999', name: undefined }
    desk.wire.tell(
      offered(stranger),
      { kind: 'call-answering', ...at(1) },
      { kind: 'call-connected', ...at(2) },
    )
    await soon(() => expect(inHand(desk)?.saved).toBe('saved'))
    expect(inHand(desk)?.contact).toBeUndefined()
    await desk.writeUp.nameContact(page(desk), '  Walter Osei ')
    desk.wire.tell({ kind: 'call-ended', cause: 'agent-hung-up', ...at(9) })
    desk.writeUp.disposition(page(desk), 'resolved')
    await desk.writeUp.finish(page(desk))
    await desk.availability.endWrapUp('available')
    desk.wire.tell(offered({ ...stranger, number: '0044 20 7946 0999' }, 'call-2'))
    await soon(() => {
      const { offer } = desk.stores.work.getState()
      expect([offer?.contact?.name, offer?.past.length]).toEqual(['Walter Osei', 1])
    })
  })

  it('keeps the page open with a problem while the disk refuses, and closes it when it does not', async () => {
    const desk = await available(disk)
    desk.wire.tell(offered(), { kind: 'call-answering', ...at(1) }, { kind: 'call-connected', ...at(2) })
    desk.wire.tell({ kind: 'call-ended', cause: 'customer-hung-up', ...at(9) })
    await soon(() => expect(inHand(desk)?.saved).toBe('saved'))
    const save = desk.records.saveInteraction.bind(desk.records)
    desk.records.saveInteraction = () => Promise.resolve(failed(problem('not-saved', false)))
    desk.writeUp.note(page(desk), 'must not be lost')
    expect(await desk.writeUp.finish(page(desk))).toBe(false)
    expect([inHand(desk)?.interaction.note, inHand(desk)?.saved, desk.codes()]).toEqual([
      'must not be lost',
      'unsaved',
      ['not-saved'],
    ])
    desk.records.saveInteraction = save
    expect(await desk.writeUp.finish(page(desk))).toBe(true)
    expect([inHand(desk), desk.codes()]).toEqual([undefined, []])
  })
})

describe('signing in', () => {
  it.each([
    ['a wrong password', 'wrong-password'],
    ['a server that cannot be reached', 'server-unreachable'],
    ['a server that refuses', 'server-refused'],
  ] as const)('is undone by %s, with a sentence, and works at the next try', async (_what, code) => {
    const desk = createDesk({ disk })
    desk.wire.failWith(problem(code))
    const choice = { kind: 'live', centre: makeCentre(), user: 'agent1', password: 'x' } as const
    await desk.signIn.signIn(choice)
    expect([agent(desk).kind, desk.codes()]).toEqual(['signed-out', [code]])
    desk.wire.succeed()
    await desk.signIn.signIn(choice)
    expect([agent(desk).kind, desk.codes()]).toEqual(['not-ready', []])
    expect(desk.stores.shift.getState().workplace).toEqual({
      realm: 'benefits',
      name: 'Benefits office',
      practice: false,
      user: 'agent1',
      domain: 'foyer.test',
      dialling: { country: 'CA', echo: undefined },
      story: usualStory,
      wrapUpSeconds: undefined,
      colleagues: [],
    })
  })

  it('says so when the practice centre does not start', async () => {
    const desk = createDesk({ disk })
    desk.losePracticeCentre()
    await desk.signIn.signIn({ kind: 'practice' })
    expect([agent(desk).kind, desk.codes()]).toEqual(['signed-out', ['practice-unstarted']])
  })

  it('sets an unreadable store aside only when asked, and then begins a new one beside it', async () => {
    const desk = createDesk({ disk, key: () => failed(problem('key-unavailable')) })
    await desk.signIn.signIn({ kind: 'practice' })
    expect([agent(desk).kind, desk.codes()]).toEqual(['signed-out', ['key-unavailable']])
    await desk.signIn.again({ setAside: true })
    expect([agent(desk).kind, desk.codes()]).toEqual(['not-ready', []])
  })

  it('keeps the realms of data apart', async () => {
    const desk = await available(disk)
    desk.wire.tell(offered(), { kind: 'call-ended', cause: 'customer-gave-up', ...at(2) })
    await soon(() => expect(desk.stores.work.getState().recent).toHaveLength(1))
    await desk.signIn.signOut()
    await desk.signIn.signIn({ kind: 'live', centre: makeCentre(), user: 'agent1', password: 'x' })
    expect(desk.stores.work.getState().recent).toEqual([])
  })

  it('does not end a call by signing out', async () => {
    const desk = await available(disk)
    desk.wire.tell(offered(), { kind: 'call-answering', ...at(1) }, { kind: 'call-connected', ...at(2) })
    await desk.signIn.signOut()
    expect(desk.wire.asked).not.toContain('sign out')
    expect(agent(desk).kind).toBe('on-interaction')
  })
})
