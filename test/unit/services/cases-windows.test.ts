import { beforeEach, describe, expect, it, vi } from 'vitest'

import { fieldOf } from '../../../renderer/domain/case.ts'
import { createWebLocks } from '../../model/web-locks.ts'
import { createDesk } from '../../stand-ins/desk.ts'
import type { DeskStandIn } from '../../stand-ins/desk.ts'
import * as story from './cases-story.ts'

const { atServer, comeBack, entriesOf, inTime, loseLink, mails, recordOf, screen, states, withCase, soon } =
  story

let disk = 3_120_000
beforeEach(() => {
  disk += 1
})

type Locks = ReturnType<typeof createWebLocks>

/** A window on this disk, among others that share these locks. */
function windowOf(locks: Locks, owner: string): DeskStandIn {
  const desk = createDesk({ disk })
  const lock = locks.for(owner)
  vi.spyOn(desk.caseSide.needs.oneWindow, 'hold').mockImplementation((name, work) => lock.hold(name, work))
  return desk
}

/** Two windows of one desk, the first of which sends, and one case. */
async function twoWindows() {
  await withCase(disk).then(({ desk }) => desk.signIn.signOut())
  const locks = createWebLocks()
  const [first, second] = [windowOf(locks, 'first'), windowOf(locks, 'second')]
  await first.signIn.signIn({ kind: 'practice' })
  await soon(() => expect(screen(first).link.kind).toBe('up'))
  await second.signIn.signIn({ kind: 'practice' })
  await soon(() => expect(screen(second).link.kind).toBe('up'))
  return { locks, first, second, id: (await story.recordAt(first, '1')).id }
}

describe('two windows of one desk', () => {
  it('send what was written in either of them once, and both see it', async () => {
    const { first, second, id } = await twoWindows()
    await second.cases.open(id)
    expect(await second.cases.reply(id, 'from the second')).toBe(true)
    await inTime(first, async () => expect(await states(first, id)).toEqual(['sent']))
    await inTime(second, () =>
      expect(screen(second).open?.entries.map(({ state }) => state.kind)).toEqual(['sent']),
    )
    expect(mails(first)).toEqual(['from the second'])
  })

  it('show what the other has written at once, also without a link', async () => {
    const { first, second, id } = await twoWindows()
    await loseLink(first)
    await first.cases.open(id)
    await second.cases.change(id, 'subject', ['April payment'])
    await inTime(first, () => {
      const { open } = screen(first)
      expect(open && fieldOf(open.record.current, 'subject')).toEqual(['April payment'])
      expect(screen(first).counts.underWay).toBe(1)
    })
  })

  it('lose nothing when both write about one case at once, and keep one order', async () => {
    const { first, second, id } = await twoWindows()
    await loseLink(first)
    const texts = ['one', 'two', 'three', 'four', 'five', 'six']
    const kept = await Promise.all(
      texts.map(async (text, index) => (index % 2 ? first : second).cases.note(id, text)),
    )
    expect(kept).toEqual(texts.map(() => true))
    const entries = await entriesOf(first, id)
    const written = entries.map(({ edit }) => (edit.kind === 'note' ? edit.text : ''))
    expect([...written].sort()).toEqual([...texts].sort())
    expect(new Set(entries.map(({ order }) => order)).size).toBe(6)
    expect((await recordOf(first, id)).underWay).toBe(6)
    await comeBack(first)
    expect(atServer(first, '1').told).toEqual(written.map((text) => `amelie: note ${text}`))
  })

  it('go on when the one that sends is closed', async () => {
    const { locks, first, second, id } = await twoWindows()
    await loseLink(first)
    await second.cases.reply(id, 'waits')
    await first.signIn.signOut()
    locks.drop('first')
    await comeBack(second)
    expect([mails(second), await states(second, id)]).toEqual([['waits'], ['sent']])
  })

  it('take back in one what was written in the other', async () => {
    const { first, second, id } = await twoWindows()
    await loseLink(first)
    await second.cases.reply(id, 'not this')
    const [entry] = await entriesOf(first, id)
    expect(entry && (await first.cases.undo(entry.id))).toBe(true)
    await comeBack(first)
    expect([mails(first), await states(second, id)]).toEqual([[], ['withdrawn']])
  })
})
