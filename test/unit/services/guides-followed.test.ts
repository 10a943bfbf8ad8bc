import { beforeEach, describe, expect, it, vi } from 'vitest'

import type { CaseId } from '../../../renderer/domain/ids.ts'
import type { Pack } from '../../../renderer/domain/knowledge/pack.ts'
import { problem } from '../../../renderer/domain/problem.ts'
import { failed } from '../../../renderer/domain/result.ts'
import { knowledgeOf } from '../../../renderer/state/knowledge-store.ts'
import { offered } from '../../make.ts'
import { createDesk } from '../../stand-ins/desk.ts'
import type { DeskStandIn } from '../../stand-ins/desk.ts'
import { askFor, doIt, endIt, makeField, makeGuide, said, sayIt } from '../domain/knowledge/make-guide.ts'
import { allSent, atServer, entriesOf, inTime, recordOf, screen, soon, withCase } from './cases-story.ts'
import { at, inHand, page } from './story.ts'

const number = makeField('urgency', { kind: 'number', least: 1, most: 50 }, { fills: 'priority' })

const pack: Pack = {
  ...{ name: 'passports', version: 1, title: said('Passports'), languages: ['en', 'fr'] },
  ...{ owner: { name: 'Content', queue: 'Content' }, validFrom: '2026-01-01', validUntil: undefined },
  ...{ articles: [], replies: [], glossary: [] },
  guides: [
    makeGuide('renew', [
      askFor('how-urgent', [number], 'promise'),
      doIt('promise', [{ kind: 'call-back', what: said('Ask for the photographs'), within: 'P2D' }], 'bye'),
      sayIt('bye', 'end'),
      endIt('end'),
    ]),
  ],
}

let disk = 83_000
beforeEach(() => {
  disk += 1
})

/** Somebody calls, and the guide is at its first step; the call is about no case yet. */
async function atTheGuide(): Promise<{ desk: DeskStandIn; id: CaseId }> {
  const { desk, id } = await withCase(disk)
  desk.library.put(pack)
  await desk.availability.becomeAvailable()
  desk.wire.tell(offered(), { kind: 'call-answering', ...at(1) }, { kind: 'call-connected', ...at(2) })
  await soon(() => expect(inHand(desk)).toBeDefined())
  expect(await desk.guides.begin(page(desk), 'passports', 'renew')).toBe(true)
  return { desk, id }
}

const run = (desk: DeskStandIn) => {
  const [found] = knowledgeOf(desk.stores.knowledge.getState(), page(desk)).runs
  if (!found) throw new Error('no guide is followed')
  return found
}

const waiting = (desk: DeskStandIn): readonly string[] => run(desk).waiting.map(({ act }) => act.kind)

const callBacks = async (desk: DeskStandIn, id: CaseId): Promise<readonly string[]> =>
  (await recordOf(desk, id)).promises.map(({ what }) => what)

describe('what a guide has to put into a case', () => {
  it('waits until there is one, and is there once', async () => {
    const { desk, id } = await atTheGuide()
    expect(await desk.guides.answer(run(desk).id, new Map([['urgency', '30']]))).toBe(true)
    expect(waiting(desk)).toEqual(['fill', 'call-back'])
    await desk.writeUp.tie(page(desk), id)
    await soon(() => expect(waiting(desk)).toEqual([]))
    expect(run(desk)).toMatchObject({ case: id, filled: [{ case: id, field: 'priority', value: '30' }] })
    expect(await callBacks(desk, id)).toEqual(['Ask for the photographs'])
    await allSent(desk)
    expect(atServer(desk, '1').told.filter((one) => one.includes('priority'))).toEqual([
      'amelie: priority 30',
    ])
    desk.stop()
  })

  it('waits on the disk while the disk of the cases refuses it, and is there when the agent goes on', async () => {
    const { desk, id } = await atTheGuide()
    await desk.writeUp.tie(page(desk), id)
    const refuse = vi
      .spyOn(desk.caseStore, 'commit')
      .mockImplementation(() => Promise.resolve(failed(problem('not-saved', false))))
    await desk.guides.answer(run(desk).id, new Map([['urgency', '30']]))
    await soon(() => expect(desk.codes()).toContain('not-saved'))
    expect(waiting(desk)).toEqual(['fill', 'call-back'])
    refuse.mockRestore()
    expect(await desk.guides.next(run(desk).id)).toBe(true)
    expect(waiting(desk)).toEqual([])
    expect(await callBacks(desk, id)).toEqual(['Ask for the photographs'])
    desk.stop()
  })

  it('is there once, also where the desk ended after it was written and before that was known', async () => {
    const { desk, id } = await atTheGuide()
    await desk.writeUp.tie(page(desk), id)
    const ended = run(desk).id
    const save = desk.guideStore.saveRun.bind(desk.guideStore)
    let saved = 0
    // The step with what it asks for is on the disk; that it was done is not.
    vi.spyOn(desk.guideStore, 'saveRun').mockImplementation((one) =>
      one.filled.length > 0 ? new Promise(() => undefined) : (saved++, save(one)),
    )
    void desk.guides.answer(ended, new Map([['urgency', '30']]))
    await soon(async () => expect(await callBacks(desk, id)).toHaveLength(1))
    expect(saved).toBeGreaterThan(0)
    const { id: interaction } = inHand(desk)?.interaction ?? { id: page(desk) }
    const again = createDesk({ disk })
    again.library.put(pack)
    await again.signIn.signIn({ kind: 'practice' })
    await again.writeUp.reopen(interaction)
    await soon(() => expect(run(again)).toMatchObject({ waiting: [], filled: [{ field: 'priority' }] }))
    expect(await callBacks(again, id)).toEqual(['Ask for the photographs'])
    expect(await entriesOf(again, id)).toHaveLength(2)
    await inTime(again, () => expect(screen(again).link).toEqual({ kind: 'up' }))
    again.stop()
  })
})

describe('a guide of a number', () => {
  it('is suggested to whoever answers a call to it, also when the call is over', async () => {
    const desk = createDesk({ disk })
    const [renew] = pack.guides
    if (!renew) throw new Error('the pack has a guide')
    const suggest = { ...renew.suggest, numbers: ['+18005550100'] }
    desk.library.put({ ...pack, guides: [{ ...renew, suggest }] })
    await desk.signIn.signIn({ kind: 'practice' })
    await desk.availability.becomeAvailable()
    const suggested = () => knowledgeOf(desk.stores.knowledge.getState(), page(desk)).guides
    desk.wire.tell(
      offered({ called: '+18005550100' }),
      { kind: 'call-answering', ...at(1) },
      { kind: 'call-connected', ...at(2) },
    )
    await inTime(desk, () => expect(suggested()).toMatchObject([{ guide: 'renew', why: 'number' }]))
    desk.wire.tell({ kind: 'call-ended', cause: 'customer-hung-up', ...at(60) })
    desk.writeUp.note(page(desk), 'Photographs')
    await inTime(desk, () => expect(desk.stores.calls.getState().calls.size).toBe(0))
    desk.timing.pass(1_000)
    expect(suggested()).toMatchObject([{ guide: 'renew', why: 'number' }])
    desk.stop()
  })
})
