import type { Session } from 'sip.js'
import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import { dialStrings } from '../../../renderer/adapters/sip/queue-feature-codes.ts'
import type { FeatureCodes } from '../../../renderer/adapters/sip/queue-feature-codes.ts'
import { createSipQueue } from '../../../renderer/adapters/sip/sip-queue.ts'
import { problem } from '../../../renderer/domain/problem.ts'
import type { QueueSetup, QueueState } from '../../../renderer/domain/queue-state.ts'
import { done, failed } from '../../../renderer/domain/result.ts'
import type { CallQueue } from '../../../renderer/ports/call-queue.ts'
import { makeAccount, useLines } from './line-under-test.ts'
import type { LineUnderTest } from './line-under-test.ts'
import { registered } from './registrar.ts'
import type { Answer, Received, Registrar } from './registrar.ts'

const onBreak: QueueState = { kind: 'not-ready', reason: 'break' }
const available: QueueState = { kind: 'available' }
const notTold = failed(problem('queue-not-told'))

const { startServer, makeLine } = useLines()

let server: Registrar
let under: LineUnderTest
let answer: (request: Received) => Answer | undefined
const listenOnly = vi.fn<(session: Session) => void>()

beforeEach(async () => {
  answer = () => undefined
  listenOnly.mockReset()
  server = await startServer({ answer: (request) => answer(request) })
  under = makeLine()
  await under.line.signIn(makeAccount(server))
})

const queue = (setup: QueueSetup): CallQueue => createSipQueue({ line: under.line, listenOnly })(setup)

describe('queues that hear by numbers dialled', () => {
  const setup: FeatureCodes = {
    kind: 'feature-codes',
    queues: ['benefits', 'passports'],
    codes: { available: '*45{queue}', 'not-ready': '*46{queue}', 'signed-out': '*47#{user}' },
    reasons: { break: '*46{reason}' },
  }
  const accepted: Answer = {
    status: 200,
    headers: ['Contact: <sip:code@foyer.test>', 'Content-Type: application/sdp'],
    body: 'v=0\r\n',
  }
  const answerCalls = (to: (request: Received) => Answer) => {
    answer = (request) => {
      if (request.method === 'INVITE') return to(request)
      return request.method === 'REGISTER' ? registered(request) : undefined
    }
  }

  it('are called one after the other, without a microphone, and each call is ended', async () => {
    answerCalls(() => accepted)
    expect(await queue(setup).tell(available)).toEqual(done)
    await vi.waitFor(() => expect(server.of('BYE')).toHaveLength(2))
    expect(
      server.requests
        .filter(({ method }) => ['INVITE', 'ACK', 'BYE'].includes(method))
        .map(({ method, head }) => [method, /sip:[^>]+/.exec(head('To'))?.[0]]),
    ).toEqual([
      ['INVITE', 'sip:*45benefits@foyer.test'],
      ['ACK', 'sip:*45benefits@foyer.test'],
      ['BYE', 'sip:*45benefits@foyer.test'],
      ['INVITE', 'sip:*45passports@foyer.test'],
      ['ACK', 'sip:*45passports@foyer.test'],
      ['BYE', 'sip:*45passports@foyer.test'],
    ])
    expect(listenOnly).toHaveBeenCalledTimes(2)
  })

  it('hear it also where another refuses, which alone is told again', async () => {
    let refuses = true
    answerCalls(({ target }) => (target.includes('benefits') && refuses ? { status: 404 } : accepted))
    const queues = queue(setup)
    expect(await queues.tell(available)).toEqual(notTold)
    refuses = false
    expect(await queues.tell(available)).toEqual(done)
    expect(server.of('INVITE').map(({ target }) => target)).toEqual([
      'sip:*45benefits@foyer.test',
      'sip:*45passports@foyer.test',
      'sip:*45benefits@foyer.test',
    ])
  })

  it('are not told any further what is not so any more', async () => {
    answerCalls(() => accepted)
    const queues = queue(setup)
    const first = queues.tell(available)
    await vi.waitFor(() => expect(server.of('ACK')).toHaveLength(1))
    const second = queues.tell({ kind: 'not-ready', reason: 'lunch' })
    expect([await first, await second]).toEqual([notTold, done])
    expect(server.of('INVITE').map(({ target }) => target)).toEqual([
      'sip:*45benefits@foyer.test',
      'sip:*46benefits@foyer.test',
      'sip:*46passports@foyer.test',
    ])
  })

  it('all hear within 2 s that the agent leaves', async () => {
    answerCalls(() => accepted)
    const queues = ['benefits', 'passports', 'pensions', 'taxes', 'permits']
    const start = Date.now()
    expect(
      await queue({ ...setup, queues, codes: { 'signed-out': '*47{queue}' } }).tell({ kind: 'signed-out' }),
    ).toEqual(done)
    expect(Date.now() - start).toBeLessThan(2_000)
    expect(server.of('INVITE')).toHaveLength(5)
    await vi.waitFor(() => expect(server.of('BYE')).toHaveLength(5))
  })

  it('are not told where nobody answers within 5 s', async () => {
    answerCalls(() => ({ status: 180, headers: ['Contact: <sip:code@foyer.test>'] }))
    const start = Date.now()
    expect(await queue({ ...setup, queues: ['benefits'] }).tell(available)).toEqual(notTold)
    expect(Math.round((Date.now() - start) / 1_000)).toBe(5)
    await vi.waitFor(() => expect(server.of('CANCEL')).toHaveLength(1))
  })

  it('are not told where no connection can be made', async () => {
    listenOnly.mockImplementation(() => {
      throw new DOMException('credentials', 'InvalidAccessError')
    })
    expect(await queue(setup).tell(available)).toEqual(notTold)
  })

  it('hear nothing of a state that has no number', async () => {
    expect(await queue(setup).tell({ kind: 'wrap-up' })).toEqual(done)
    expect(server.of('INVITE')).toEqual([])
  })

  it('have a string for each queue where it is named, and one otherwise', () => {
    expect(dialStrings(setup, { kind: 'not-ready', reason: 'lunch' }, 'agent1')).toEqual([
      '*46benefits',
      '*46passports',
    ])
    expect(dialStrings(setup, onBreak, 'agent1')).toEqual(['*46break'])
    expect(dialStrings(setup, { kind: 'signed-out' }, 'agent1')).toEqual(['*47#agent1'])
    expect(dialStrings(setup, { kind: 'on-interaction' }, 'agent1')).toEqual([])
  })

  it('are told or not told, whatever the settings hold (300 codes)', async () => {
    answerCalls(() => ({ status: 404 }))
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), fc.constant('\uD800')),
        async (code) => {
          const told = await queue({ ...setup, codes: { available: code } }).tell(available)
          expect(told).toEqual(notTold)
        },
      ),
      { numRuns: 300, seed: 20261123 },
    )
  })
})
