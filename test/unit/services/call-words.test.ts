import { afterEach, describe, expect, it, vi } from 'vitest'

import type { Pack } from '../../../renderer/domain/knowledge/pack.ts'
import { asCallId } from '../../../renderer/domain/ids.ts'
import type { InteractionId } from '../../../renderer/domain/ids.ts'
import type { Interaction } from '../../../renderer/domain/interaction.ts'
import { problem } from '../../../renderer/domain/problem.ts'
import { failed } from '../../../renderer/domain/result.ts'
import type { StorySite } from '../../../renderer/domain/setup.ts'
import type { HeardUtterance } from '../../../renderer/ports/transcriber.ts'
import { runInHand } from '../../../renderer/state/knowledge-store.ts'
import { offered, shiftStart } from '../../make.ts'
import type { DeskStandIn } from '../../stand-ins/desk.ts'
import { doIt, endIt, makeGuide, said, sayIt } from '../domain/knowledge/make-guide.ts'
import { at, available, call, page, soon } from './story.ts'

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

let disk = 96_000
let desk: DeskStandIn
afterEach(() => {
  desk.stop()
  vi.restoreAllMocks()
})

/** A customer and the agent talk. */
async function talking(site: Partial<StorySite> = {}): Promise<InteractionId> {
  desk = await available((disk += 1))
  desk.stores.shift.setState(({ workplace }) =>
    workplace ? { workplace: { ...workplace, story: { ...workplace.story, ...site } } } : {},
  )
  desk.wire.tell(offered(), { kind: 'call-answering', ...at(1) }, { kind: 'call-connected', ...at(2) })
  await soon(() => expect(desk.stores.work.getState().pages).toHaveLength(1))
  return page(desk)
}

const words = (id: string, seconds: number): HeardUtterance => ({
  ...{ id, side: 'customer', text: `Words of ${id}`, language: 'en', at: shiftStart + seconds * 1000 },
})
const hangUp = (): void => desk.wire.tell({ kind: 'call-ended', cause: 'customer-hung-up', ...at(60) })

async function kept(id: InteractionId): Promise<readonly string[]> {
  const utterances = await desk.storyStore.utterances(id)
  return utterances.ok ? utterances.value.map(({ id: one }) => one) : ['unread']
}
const shown = (id: InteractionId) =>
  desk.stores.moods
    .getState()
    .spoken.get(id)
    ?.map(({ body }) => (body.kind === 'text' ? body.text : body.kind))

async function saved(id: InteractionId): Promise<Interaction | undefined> {
  const read = await desk.records.interaction(id)
  return read.ok ? read.value : undefined
}

describe('words of a call', () => {
  it('are shown at once and kept as they come, until the call is over', async () => {
    const id = await talking()
    desk.callWords.write(call, words('one', 3))
    expect(shown(id)).toEqual(['Words of one'])
    await soon(async () => expect(await kept(id)).toEqual(['one']))
    desk.callWords.write(asCallId('another'), words('two', 4))
    hangUp()
    desk.callWords.write(call, words('three', 61))
    expect([await kept(id), desk.callWords.listening()]).toEqual([['one'], [0, 0]])
  })

  it('are neither listened to nor kept where IT has said so', async () => {
    const id = await talking({ transcripts: false, speech: false })
    expect(desk.callWords.listening()).toEqual([0, 0])
    hangUp()
    await desk.writeUp.flush()
    expect((await saved(id))?.speech).toBeUndefined()
  })

  it('of a private stretch are not kept, nor those that only began in it or were held up on their way', async () => {
    const id = await talking()
    desk.library.put(pack)
    await soon(() => expect(desk.stores.knowledge.getState().packs.length).toBeGreaterThan(0))
    expect(await desk.guides.begin(id, 'payments', 'pay')).toBe(true)
    const next = async (): Promise<void> => {
      const run = runInHand(desk.stores.knowledge.getState(), id)
      expect(run && (await desk.guides.next(run.id))).toBe(true)
    }
    const seconds = (): number => (desk.timing.now() - shiftStart) / 1000
    desk.timing.pass(10_000)
    desk.callWords.write(call, words('before', seconds() - 2))
    await next()
    desk.timing.pass(5_000)
    desk.callWords.write(call, words('within', seconds() - 2))
    desk.timing.pass(5_000)
    await next()
    desk.timing.pass(1_000)
    desk.callWords.write(call, words('over its end', seconds() - 3))
    desk.timing.pass(1_500)
    desk.callWords.write(call, words('held up on its way', seconds() - 1))
    desk.timing.pass(1_500)
    desk.callWords.write(call, words('after', seconds() - 1))
    await soon(async () => expect([...(await kept(id))].sort()).toEqual(['after', 'before']))
    expect(shown(id)).toEqual(['Words of before', 'left-out', 'Words of after'])
  })

  it('that the disk refuses are said so, and are kept with the next ones', async () => {
    const id = await talking()
    // A write-up that is saved says that all is well with the disk.
    await soon(() => expect(desk.stores.work.getState().pages[0]?.saved).toBe('saved'))
    await desk.writeUp.flush()
    vi.spyOn(desk.storyStore, 'saveUtterances').mockResolvedValueOnce(failed(problem('not-saved')))
    desk.callWords.write(call, words('one', 3))
    await soon(() => expect(desk.codes()).toContain('not-saved'))
    desk.callWords.write(call, words('two', 5))
    await soon(async () => expect(await kept(id)).toEqual(['one', 'two']))
  })
})

describe('who spoke in a call', () => {
  it('is counted from the answer to the end, hold by side, and stands in its record', async () => {
    const id = await talking()
    desk.callWords.sound(2_000, 'c')
    desk.callWords.sound(1_000, '')
    desk.callWords.sound(500, 'm')
    desk.wire.tell({ kind: 'call-held', ...at(10) })
    desk.callWords.sound(3_000, 'm')
    desk.wire.tell({ kind: 'call-resumed', ...at(13) }, { kind: 'customer-held', held: true, ...at(13) })
    desk.callWords.sound(700, 'mc')
    desk.wire.tell({ kind: 'customer-held', held: false, ...at(14) })
    hangUp()
    await desk.writeUp.flush()
    expect((await saved(id))?.speech).toEqual({
      ...{ me: 500, customer: 2_000, both: 0, silence: 1_000, heldByMe: 3_000, heldByCustomer: 700 },
    })
  })

  it('goes on being counted, and never twice, when link and sound are lost and found again', async () => {
    const id = await talking()
    desk.callWords.sound(1_000, 'c')
    desk.wire.tell({ kind: 'call-held', ...at(4) }, { kind: 'call-resumed', ...at(5) })
    desk.wire.tell({ kind: 'sound-lost', ...at(6) }, { kind: 'link-lost', at: shiftStart + 7_000 })
    desk.callWords.sound(500, '')
    desk.wire.tell({ kind: 'link-back', at: shiftStart + 8_000 }, { kind: 'sound-back', ...at(8) })
    desk.callWords.sound(1_000, 'c')
    desk.callWords.write(call, words('one', 9))
    expect([desk.callWords.listening(), shown(id)]).toEqual([[1, 1], ['Words of one']])
    hangUp()
    await desk.writeUp.flush()
    expect((await saved(id))?.speech).toEqual({
      ...{ me: 0, customer: 2_000, both: 0, silence: 500, heldByMe: 0, heldByCustomer: 0 },
    })
  })

  it('is silence where the agent is muted, whatever their microphone hears', async () => {
    const id = await talking()
    desk.wire.tell({ kind: 'call-muted', muted: true, ...at(3) })
    desk.callWords.sound(1_000, 'm')
    hangUp()
    await desk.writeUp.flush()
    expect((await saved(id))?.speech).toMatchObject({ me: 0, silence: 1_000 })
  })

  it('is not that of a colleague who is asked meanwhile', async () => {
    const id = await talking()
    desk.callWords.sound(1_000, 'c')
    desk.wire.tell({ kind: 'call-held', ...at(5) })
    const party = { number: '2001', name: undefined, queue: undefined }
    const consultation = asCallId('consultation')
    desk.wire.tell(
      { kind: 'call-dialled', party, consultFor: call, isTest: false, ...at(6, consultation) },
      { kind: 'call-rang', earlySound: false, ...at(7, consultation) },
      { kind: 'call-connected', ...at(8, consultation) },
    )
    desk.callWords.sound(4_000, 'mc')
    desk.callWords.write(consultation, words('of a colleague', 9))
    hangUp()
    await desk.writeUp.flush()
    expect((await saved(id))?.speech).toMatchObject({ me: 0, customer: 1_000, both: 0, heldByMe: 4_000 })
    expect(await kept(id)).toEqual([])
  })

  it('comes to the record also where its page was finished before the call was over', async () => {
    const id = await talking()
    desk.callWords.sound(1_000, 'c')
    expect(await desk.writeUp.finish(id)).toBe(true)
    desk.callWords.sound(500, 'm')
    hangUp()
    await soon(async () =>
      expect(await saved(id)).toMatchObject({ speech: { customer: 1_000, me: 500 }, note: '' }),
    )
    expect((await saved(id))?.finishedAt).toBeDefined()
  })

  it('keeps no wrap-up waiting: what was written stays, and the page closes', async () => {
    const id = await talking()
    desk.callWords.sound(1_000, 'c')
    desk.writeUp.note(id, 'Wants a form')
    hangUp()
    desk.writeUp.disposition(id, 'resolved')
    expect(await desk.writeUp.finish(id)).toBe(true)
    expect(await saved(id)).toMatchObject({
      ...{ note: 'Wants a form', disposition: 'resolved', speech: { customer: 1_000 } },
    })
  })

  it('is not known of a call that was never answered', async () => {
    desk = await available((disk += 1))
    desk.wire.tell(offered())
    desk.callWords.sound(1_000, 'mc')
    expect(desk.callWords.listening()).toEqual([0, 0])
    hangUp()
    await desk.writeUp.flush()
    const [record] = desk.stores.work.getState().recent
    expect(record && record.speech).toBeUndefined()
  })
})
