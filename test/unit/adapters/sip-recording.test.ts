import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { problem } from '../../../renderer/domain/problem.ts'
import { done, failed } from '../../../renderer/domain/result.ts'
import { pass, ringing, talking } from './call-under-test.ts'
import { imitatePeers } from './imitated-peer.ts'
import { header } from './imitated-wire.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
  imitatePeers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const refused = failed(problem('control-failed'))

describe('resting the recording', () => {
  it.each([
    [true, 'off'],
    [false, 'on'],
  ])(
    'paused %s: asks within the call with Record: %s, and is done when the centre has noted it',
    async (paused, value) => {
      const { incoming, wire } = await talking()
      const asking = incoming.setRecordingPaused(paused)
      await pass(0)
      const info = wire.newest('INFO')
      expect([header(info, 'Record'), header(info, 'Call-ID'), header(info, 'Content-Length')]).toEqual([
        value,
        'one',
        '0',
      ])
      wire.answer(info, '200 OK')
      expect(await asking).toEqual(done)
    },
  )

  it.each(['403 Forbidden', '408 Request Timeout', '488 Not Acceptable Here', '302 Moved Temporarily'])(
    'fails with %s, and the call goes on',
    async (status) => {
      const { incoming, wire, call } = await talking()
      const asking = incoming.setRecordingPaused(true)
      await pass(0)
      wire.answer(wire.newest('INFO'), status)
      expect([await asking, call()?.state]).toEqual([refused, 'connected'])
    },
  )

  it('fails after five seconds without an answer', async () => {
    const { incoming } = await talking()
    const asking = incoming.setRecordingPaused(true)
    await pass(5_000)
    expect(await asking).toEqual(refused)
  })

  it('asks nobody through a link that is down, and fails when it does not come back', async () => {
    const { incoming, wire, server } = await talking()
    server.answers = false
    const asking = incoming.setRecordingPaused(true)
    await pass(5_000)
    expect([await asking, wire.count('INFO')]).toEqual([refused, 0])
  })

  it('asks as soon as the link is back', async () => {
    const { incoming, wire, server, back } = await talking()
    server.answers = false
    const asking = incoming.setRecordingPaused(true)
    await pass(2_000)
    back()
    await pass(0)
    wire.answer(wire.newest('INFO'), '200 OK')
    expect(await asking).toEqual(done)
  })

  it('of a call that the centre has forgotten ends it: nothing is recorded any more', async () => {
    const { incoming, wire, call } = await talking()
    const asking = incoming.setRecordingPaused(true)
    await pass(0)
    wire.answer(wire.newest('INFO'), '481 Call/Transaction Does Not Exist')
    expect([await asking, call()?.endCause]).toEqual([done, 'forgotten'])
  })

  it('succeeds when the customer hangs up meanwhile', async () => {
    const { incoming, within } = await talking()
    const asking = incoming.setRecordingPaused(true)
    await pass(0)
    within('BYE', 2)
    await pass(5_000)
    expect(await asking).toEqual(done)
    expect(await incoming.setRecordingPaused(false)).toEqual(done)
  })

  it('is never said to rest in a call that still rings', async () => {
    const { incoming, wire } = await ringing()
    expect([await incoming.setRecordingPaused(true), wire.count('INFO')]).toEqual([refused, 0])
  })
})
