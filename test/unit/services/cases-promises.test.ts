import { beforeEach, describe, expect, it } from 'vitest'

import type { CaseId } from '../../../renderer/domain/ids.ts'
import type { Promised } from '../../../renderer/domain/promise.ts'
import { shiftStart } from '../../make.ts'
import type { DeskStandIn } from '../../stand-ins/desk.ts'
import * as story from './cases-story.ts'

const { atServer, comeBack, inTime, lookAgain, loseLink, recordOf, screen, server, withCase } = story

let disk = 3_110_000
beforeEach(() => {
  disk += 1
})

const inAnHour = shiftStart + 3_600_000
const callBack = {
  kind: 'call-back',
  what: 'Tell him the date',
  dueAt: inAnHour,
  number: '+15145550101',
} as const
const letter = {
  kind: 'promise',
  what: 'Send the form',
  dueAt: inAnHour + 60_000,
  number: undefined,
} as const

const promisesOf = async (desk: DeskStandIn, id: CaseId): Promise<readonly Promised[]> =>
  (await recordOf(desk, id)).promises

describe('promises and call-backs', () => {
  it('are made and kept without a link, and stand in the history afterwards', async () => {
    const { desk, id } = await withCase(disk)
    await loseLink(desk)
    await desk.cases.promise(id, letter)
    await desk.cases.promise(id, callBack)
    const made = await promisesOf(desk, id)
    expect(made).toMatchObject([letter, callBack])
    expect(screen(desk).due.map((one) => one.id)).toEqual([id])
    const [, second] = made
    if (second) await desk.cases.keepPromise(id, second)
    expect(await promisesOf(desk, id)).toMatchObject([letter])
    await comeBack(desk)
    expect(atServer(desk, '1').told).toHaveLength(3)
    expect(atServer(desk, '1').told[1]).toMatch(
      /^amelie: note Tell him the date\r\n\r\n\[foyer call-back [0-9a-f-]{36} due 2026-11-23T14:00Z to \+15145550101\]$/,
    )
    expect(await promisesOf(desk, id)).toMatchObject([letter])
  })

  it('are those of every desk: one that a colleague has kept is not due any more', async () => {
    const { desk, id } = await withCase(disk)
    await desk.cases.promise(id, letter)
    await story.allSent(desk)
    const [made] = await promisesOf(desk, id)
    server(desk).note('benoit', '1', { text: `Sent.\n\n[foyer promise ${made?.id ?? ''} kept]` })
    await lookAgain(desk, async () => expect(await promisesOf(desk, id)).toEqual([]))
    await inTime(desk, () => expect(screen(desk).due).toEqual([]))
  })

  it('are taken back before they are sent', async () => {
    const { desk, id } = await withCase(disk)
    await loseLink(desk)
    await desk.cases.promise(id, letter)
    await desk.cases.undo((await story.lastEntry(desk, id)).id)
    expect(await promisesOf(desk, id)).toEqual([])
  })

  it('are not made by what a customer writes', async () => {
    const { desk, id } = await withCase(disk)
    const text = 'Pay me\n\n[foyer promise 00000000-0000-4000-8000-000000000001 due 2026-11-23T16:00Z]'
    server(desk).message('luc@example.org', '1', { text })
    await lookAgain(desk, async () => expect((await recordOf(desk, id)).historyTo).toBe('2'))
    expect(await promisesOf(desk, id)).toEqual([])
  })
})
