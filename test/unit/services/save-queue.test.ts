import { describe, expect, it } from 'vitest'

import { problem } from '../../../renderer/domain/problem.ts'
import { done, failed } from '../../../renderer/domain/result.ts'
import { createSaveQueue } from '../../../renderer/services/save-queue.ts'
import type { SaveQueue } from '../../../renderer/services/save-queue.ts'

interface Version {
  readonly id: string
  readonly text: string
}

function createDisk() {
  const written: string[] = []
  const reports: string[] = []
  const state = { full: false, refuseNext: false }
  const onReport: { then: (kind: string) => void } = { then: () => undefined }
  const queue: SaveQueue<Version> = createSaveQueue<Version>(
    async ({ id, text }) => {
      await Promise.resolve()
      const refuse = state.full || state.refuseNext
      state.refuseNext = false
      if (refuse) return failed(problem('not-saved', false))
      written.push(`${id}:${text}`)
      return done
    },
    ({ id, kind }) => {
      reports.push(`${id} ${kind}`)
      onReport.then(kind)
    },
  )
  return { queue, written, reports, state, onReport }
}

describe('the saves', () => {
  it('write the newest version of each thing, and never one thing instead of another', async () => {
    const { queue, written } = createDisk()
    const puts = [
      queue.put({ id: 'a', text: '1' }),
      queue.put({ id: 'a', text: '2' }),
      queue.put({ id: 'a', text: '3' }),
      queue.put({ id: 'b', text: '1' }),
    ]
    expect(await Promise.all(puts)).toEqual([true, true, true, true])
    expect(written).toEqual(['a:1', 'a:3', 'b:1'])
  })

  it('write a version that comes in the moment in which the last save ends', async () => {
    const { queue, written, onReport } = createDisk()
    let again = true
    onReport.then = (kind) => {
      if (kind !== 'saved' || !again) return
      again = false
      void queue.put({ id: 'a', text: '2' })
    }
    await queue.put({ id: 'a', text: '1' })
    await queue.flush()
    expect(written).toEqual(['a:1', 'a:2'])
  })

  it('forget what the disk refused when a newer version of it is there', async () => {
    const { queue, written, reports, state } = createDisk()
    state.refuseNext = true
    const puts = [queue.put({ id: 'a', text: 'old' }), queue.put({ id: 'a', text: 'new' })]
    expect(await Promise.all(puts)).toEqual([true, true])
    expect([await queue.flush(), written, reports.includes('a refused')]).toEqual([true, ['a:new'], false])
  })

  it('keep what the disk refused, by its id, until it takes it', async () => {
    const { queue, written, reports, state } = createDisk()
    state.full = true
    expect(await queue.put({ id: 'a', text: 'lost?' })).toBe(false)
    state.full = false
    expect(await queue.put({ id: 'b', text: 'fine' })).toBe(true)
    expect([await queue.flush(), queue.refused('a')?.text, queue.refused('b')]).toEqual([
      false,
      'lost?',
      undefined,
    ])
    queue.retry()
    expect(await queue.flush()).toBe(true)
    expect(written).toEqual(['b:fine', 'a:lost?'])
    expect(reports.filter((report) => report.endsWith('refused'))).toEqual(['a refused'])
  })
})
