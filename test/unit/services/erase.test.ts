import { beforeEach, describe, expect, it } from 'vitest'

import { problem } from '../../../renderer/domain/problem.ts'
import type { Problem } from '../../../renderer/domain/problem.ts'
import { done, failed } from '../../../renderer/domain/result.ts'
import type { Result } from '../../../renderer/domain/result.ts'
import { practiceRealm } from '../../../renderer/domain/setup.ts'
import { createErase } from '../../../renderer/services/erase.ts'
import { offered } from '../../make.ts'
import type { DeskStandIn } from '../../stand-ins/desk.ts'
import { agent, at, available } from './story.ts'

let disk = 2_500_000
beforeEach(() => {
  disk += 1
})

const eraseOn = (desk: DeskStandIn, erased: string[], keys: Result<undefined, Problem> = done) =>
  createErase({
    ...{ signIn: desk.signIn, shift: desk.stores.shift, problems: desk.problems },
    eraseKeys: (realm) => {
      erased.push(`keys of ${realm}`)
      return Promise.resolve(keys)
    },
    eraseStores: (realm) => {
      erased.push(`stores of ${realm}`)
      return Promise.resolve(done)
    },
  })

describe('erasing what the computer keeps', () => {
  it('ends the shift first, and destroys the keys before the data', async () => {
    const desk = await available(disk)
    const erased: string[] = []
    expect(await eraseOn(desk, erased)()).toBe(true)
    expect([agent(desk).kind, erased]).toEqual([
      'signed-out',
      [`keys of ${practiceRealm}`, `stores of ${practiceRealm}`],
    ])
    expect(desk.stores.shift.getState().erased).toBe(true)
  })

  it('takes nothing away while a customer rings', async () => {
    const desk = await available(disk)
    desk.wire.tell(offered(), { kind: 'call-answering', ...at(1) })
    const erased: string[] = []
    expect([await eraseOn(desk, erased)(), erased]).toEqual([false, []])
  })

  it('says so when the keys are still there, and erases the data all the same', async () => {
    const desk = await available(disk)
    const erased: string[] = []
    const left = failed(problem('key-unavailable'))
    expect(await eraseOn(desk, erased, left)()).toBe(false)
    expect([erased.length, desk.codes()]).toEqual([2, ['key-unavailable']])
  })
})
