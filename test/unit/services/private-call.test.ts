import { afterEach, describe, expect, it } from 'vitest'

import { asGuideRunId } from '../../../renderer/domain/ids.ts'
import type { Pack } from '../../../renderer/domain/knowledge/pack.ts'
import { problem } from '../../../renderer/domain/problem.ts'
import { runInHand } from '../../../renderer/state/knowledge-store.ts'
import { pageOf } from '../../../renderer/state/work-store.ts'
import { offered } from '../../make.ts'
import { createDesk } from '../../stand-ins/desk.ts'
import type { DeskStandIn } from '../../stand-ins/desk.ts'
import { doIt, endIt, makeGuide, said, sayIt } from '../domain/knowledge/make-guide.ts'
import { at, available, call, inHand, page, soon } from './story.ts'

const pack: Pack = {
  ...{ name: 'payments', version: 1, title: said('Payments'), languages: ['en', 'fr'] },
  ...{ owner: { name: 'Content', queue: 'Content' }, validFrom: '2026-01-01', validUntil: undefined },
  ...{ articles: [], replies: [], glossary: [] },
  guides: [
    makeGuide('pay', [
      sayIt('greet', 'rest'),
      doIt('rest', [{ kind: 'private', on: true }], 'card'),
      sayIt('card', 'go-on'),
      doIt('go-on', [{ kind: 'private', on: false }], 'thanks'),
      sayIt('thanks', 'bye'),
      endIt('bye'),
    ]),
  ],
}

let disk = 80_000
let desk: DeskStandIn
afterEach(() => desk.stop())

/** A customer and the agent talk, and the guide is at its first step. */
async function atTheGuide(): Promise<void> {
  desk = await available((disk += 1))
  desk.library.put(pack)
  desk.wire.tell(offered(), { kind: 'call-answering', ...at(1) }, { kind: 'call-connected', ...at(2) })
  await soon(() => expect(inHand(desk)).toBeDefined())
  expect(await desk.guides.begin(page(desk), 'payments', 'pay')).toBe(true)
}

async function next(): Promise<void> {
  const run = runInHand(desk.stores.knowledge.getState(), page(desk))
  if (!run) throw new Error('no guide is followed')
  expect(await desk.guides.next(run.id)).toBe(true)
}

const asked = (): readonly string[] => desk.wire.asked.filter((one) => /^(?:rest|record) /.test(one))
const note = (): string | undefined => inHand(desk)?.interaction.note

describe('a private stretch in a call', () => {
  it('has the recording rest and the note take nothing, until it is over', async () => {
    await atTheGuide()
    desk.writeUp.note(page(desk), 'Wants to pay')
    await next()
    expect(asked()).toEqual([`rest ${call}`])
    desk.writeUp.note(page(desk), 'Wants to pay by 4520')
    expect(note()).toBe('Wants to pay')
    await next()
    expect(asked()).toEqual([`rest ${call}`, `record ${call}`])
    desk.writeUp.note(page(desk), 'Has paid')
    expect([note(), desk.codes()]).toEqual(['Has paid', []])
    await desk.writeUp.flush()
    const read = await desk.records.interaction(page(desk))
    expect(read.ok && read.value?.note).toBe('Has paid')
  })

  it('goes on after a restart, until it is ended by hand', async () => {
    await atTheGuide()
    const id = page(desk)
    await next()
    await desk.writeUp.flush()
    desk.stop()
    desk = createDesk({ disk })
    await desk.signIn.signIn({ kind: 'practice' })
    await desk.writeUp.reopen(id)
    const run = () => runInHand(desk.stores.knowledge.getState(), id)
    await soon(() => expect(run()?.isPrivate).toBe(true))
    const read = () => pageOf(desk.stores.work.getState(), id)?.interaction.note
    desk.writeUp.note(id, '4520')
    expect(read()).toBe('')
    const { id: runId } = run() ?? { id: asGuideRunId('none') }
    expect(await desk.guides.endPrivate(runId)).toBe(true)
    desk.writeUp.note(id, 'Has paid')
    expect(read()).toBe('Has paid')
  })

  it('says at once that the recording does not rest, and no more when the stretch is over', async () => {
    await atTheGuide()
    desk.wire.failWith(problem('control-failed'))
    await next()
    await soon(() => expect(desk.codes()).toEqual(['recording-not-paused']))
    desk.wire.succeed()
    await next()
    await soon(() => expect(desk.codes()).toEqual([]))
  })

  it('says when the recording does not go on', async () => {
    await atTheGuide()
    await next()
    desk.wire.failWith(problem('control-failed'))
    await next()
    await soon(() => expect(desk.codes()).toEqual(['recording-not-resumed']))
  })
})
