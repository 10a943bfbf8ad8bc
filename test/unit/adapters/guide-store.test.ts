import 'fake-indexeddb/auto'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { createDexieStores, wipeStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import type { DexieStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import { asCaseId, asContactId, asInteractionId } from '../../../renderer/domain/ids.ts'
import { done, ok } from '../../../renderer/domain/result.ts'
import type { GuideStore } from '../../../renderer/ports/guide-store.ts'
import { makeKey, shiftStart } from '../../make.ts'
import { must } from './stored-cases.ts'
import { endedRun, runId, storedRun, storedUse } from './stored-guides.ts'

let disk = 5000
let stores: DexieStores
let guides: GuideStore

async function openWindow(): Promise<void> {
  stores = createDexieStores({ user: () => 'ada' })
  guides = stores.guides
  expect(await stores.records.open('practice', makeKey(disk))).toEqual(done)
}

async function restart(): Promise<void> {
  stores.records.close()
  await openWindow()
}

beforeEach(async () => {
  disk += 1
  await openWindow()
})
afterEach(async () => {
  stores.records.close()
  expect(await wipeStores('practice')).toEqual(done)
})

const [ada, ben] = [asContactId('contact-1'), asContactId('contact-2')]
const [call, chat] = [asInteractionId('call-1'), asInteractionId('chat-1')]

describe('a guide that is followed', () => {
  it('is there after a restart to the letter, with the guides that it was begun with', async () => {
    const bare = storedRun({
      ...{ id: runId(2), contact: undefined, case: undefined, state: 'abandoned', endedAt: 0 },
      ...{ answers: [], visits: [], trail: [], callers: [], waiting: [], filled: [], isPrivate: false },
    })
    expect(await guides.saveRun(storedRun())).toEqual(done)
    expect(await guides.saveRun(bare)).toEqual(done)
    await restart()
    expect(await guides.run(runId(1))).toStrictEqual(ok(storedRun()))
    expect(await guides.run(runId(2))).toStrictEqual(ok(bare))
    expect(await guides.run(runId(3))).toEqual(ok(undefined))
  })

  it('is found by its interaction with the others of it, oldest first', async () => {
    const runs = [3, 1, 2].map((at) => storedRun({ id: runId(at), interaction: call, startedAt: at }))
    for (const run of [...runs, storedRun({ id: runId(4), interaction: chat })]) await guides.saveRun(run)
    expect((await must(guides.runsOf(call))).map(({ id }) => id)).toEqual([runId(1), runId(2), runId(3)])
    expect(await guides.runsOf(asInteractionId('call-2'))).toEqual(ok([]))
  })

  it('goes with the customer to another channel, and is the call’s no longer', async () => {
    await guides.saveRun(storedRun({ interaction: call }))
    const moved = storedRun({ interaction: chat })
    await guides.saveRun(moved)
    expect(await guides.runsOf(call)).toEqual(ok([]))
    expect(await guides.runsOf(chat)).toEqual(ok([moved]))
  })

  it('is listed with the newest first, as many as are asked for', async () => {
    for (const at of [2, 3, 1]) await guides.saveRun(endedRun(at, { id: runId(at) }))
    expect((await must(guides.recentRuns(2))).map(({ id }) => id)).toEqual([runId(3), runId(2)])
    expect(await must(guides.recentRuns(9))).toHaveLength(3)
    expect(await guides.recentRuns(0)).toEqual(ok([]))
  })
})

describe('what can be gone on with', () => {
  const none = { contact: undefined, case: undefined }
  const ids = async (of: Parameters<GuideStore['unfinishedRuns']>[0]) =>
    (await must(guides.unfinishedRuns(of))).map(({ id }) => id)

  beforeEach(async () => {
    const about = [
      { contact: ada, case: asCaseId('case-1') },
      { contact: ada, case: undefined },
      { contact: undefined, case: asCaseId('case-1') },
      { contact: ben, case: asCaseId('case-2') },
      none,
    ]
    for (const [at, one] of about.entries())
      await guides.saveRun(storedRun({ id: runId(at + 1), startedAt: at + 1, ...one }))
  })

  it('is found by the customer or the case, each once, newest first', async () => {
    expect(await ids({ contact: ada, case: asCaseId('case-1') })).toEqual([runId(3), runId(2), runId(1)])
    expect(await ids({ contact: ada, case: undefined })).toEqual([runId(2), runId(1)])
    expect(await ids({ contact: undefined, case: asCaseId('case-2') })).toEqual([runId(4)])
    expect(await ids({ contact: asContactId('case-1'), case: asCaseId('contact-1') })).toEqual([])
  })

  it('is nobody’s where neither is known', async () => {
    expect(await ids(none)).toEqual([])
  })

  it('is no longer there once the guide is done or given up', async () => {
    await guides.saveRun(storedRun({ id: runId(1), contact: ada, state: 'done', endedAt: 9 }))
    await guides.saveRun(storedRun({ id: runId(2), contact: ada, state: 'abandoned', endedAt: 9 }))
    await restart()
    expect(await ids({ contact: ada, case: undefined })).toEqual([])
    expect((await must(guides.run(runId(1))))?.state).toBe('done')
  })
})

describe('what became of articles', () => {
  it('is there after a restart since any moment, oldest first, each as often as it happened', async () => {
    const twice = storedUse({ at: shiftStart + 2, what: 'suggested', queue: undefined })
    const uses = [storedUse({ at: shiftStart + 3, what: 'reported' }), twice, storedUse(), twice]
    for (const use of uses) expect(await guides.saveUse(use)).toEqual(done)
    await restart()
    expect(await guides.uses(0)).toStrictEqual(ok([storedUse(), twice, twice, uses[0]]))
    expect(await guides.uses(shiftStart + 3)).toStrictEqual(ok([uses[0]]))
    expect(await guides.uses(shiftStart + 4)).toEqual(ok([]))
  })
})

describe('what is old', () => {
  const left = { answers: [], filled: [], startedAt: 0 }
  const visit = { guide: 'lost', step: 'greet', enteredAt: 10, leftAt: undefined, how: 'begun' } as const

  it('is forgotten: runs that ended, runs that were left, and uses', async () => {
    await guides.saveRun(endedRun(0, { id: runId(1) }))
    await guides.saveRun(storedRun({ ...left, id: runId(2), visits: [visit] }))
    await guides.saveUse(storedUse({ at: 1 }))
    await guides.saveUse(storedUse({ at: 2_000 }))
    expect(await guides.forgetBefore(2_000)).toEqual(done)
    expect(await guides.recentRuns(9)).toEqual(ok([]))
    expect(await guides.unfinishedRuns(storedRun())).toEqual(ok([]))
    expect(await guides.uses(0)).toEqual(ok([storedUse({ at: 2_000 })]))
  })

  it.each([
    ['ended', endedRun(0, { endedAt: 2_000 })],
    ['was come to a step', storedRun({ ...left, visits: [{ ...visit, enteredAt: 2_000 }] })],
    ['was left', storedRun({ ...left, visits: [{ ...visit, leftAt: 2_000 }] })],
    ['was begun', storedRun({ ...left, visits: [], startedAt: 2_000 })],
    ['was answered', storedRun({ ...left, visits: [], answers: answeredAt(2_000) })],
    ['was corrected after its end', endedRun(0, { answers: answeredAt(2_000) })],
    ['filled the case', storedRun({ ...left, visits: [], filled: filledAt(2_000) })],
  ])('is not what %s since', async (_what, run) => {
    await guides.saveRun(run)
    expect(await guides.forgetBefore(2_000)).toEqual(done)
    expect(await guides.run(run.id)).toEqual(ok(run))
    expect(await guides.forgetBefore(2_001)).toEqual(done)
    expect(await guides.run(run.id)).toEqual(ok(undefined))
  })

  function answeredAt(at: number) {
    return storedRun()
      .answers.slice(0, 1)
      .map((one) => ({ ...one, at }))
  }

  function filledAt(at: number) {
    return storedRun().filled.map((one) => ({ ...one, at }))
  }
})
