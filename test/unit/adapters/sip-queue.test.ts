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
import { registered, silence } from './registrar.ts'
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
  listenOnly.mockClear()
  server = await startServer({ answer: (request) => answer(request) })
  under = makeLine()
  await under.line.signIn(makeAccount(server))
})

const queue = (setup: QueueSetup): CallQueue => createSipQueue({ line: under.line, listenOnly })(setup)

describe('a queue that hears by message', () => {
  let tags = 0
  const taken = (expires = 3_600): Answer => ({
    status: 200,
    headers: [`SIP-ETag: tag${++tags}`, `Expires: ${expires}`],
  })
  const heard = () =>
    server.of('PUBLISH').map((request) => ({
      target: request.target,
      event: request.head('Event'),
      expires: request.head('Expires'),
      type: request.head('Content-Type'),
      tag: request.head('SIP-If-Match'),
      body: request.body,
    }))
  const publish = (tag: string, body: string) => ({
    target: 'sip:agent1@foyer.test',
    event: 'x-foyer-agent-state',
    expires: '3600',
    type: 'application/json',
    tag,
    body,
  })
  beforeEach(() => {
    tags = 0
    answer = ({ method }) => (method === 'PUBLISH' ? taken() : undefined)
  })

  it('is told each state, and knows it by the tag of the one before', async () => {
    const published = queue({ kind: 'published' })
    expect(await published.tell(available)).toEqual(done)
    expect(await published.tell(onBreak)).toEqual(done)
    expect(heard()).toEqual([
      publish('', '{"state":"available"}'),
      publish('tag1', '{"state":"not-ready","reason":"break"}'),
    ])
  })

  it('is told anew when it has forgotten', async () => {
    const published = queue({ kind: 'published' })
    await published.tell(available)
    answer = (request) => {
      if (request.method !== 'PUBLISH') return undefined
      return request.head('SIP-If-Match') === '' ? taken() : { status: 412 }
    }
    expect(await published.tell(onBreak)).toEqual(done)
    expect(heard().map(({ tag }) => tag)).toEqual(['', 'tag1', ''])
  })

  it('is told again before it forgets, with the last state, until the agent has left', async () => {
    answer = ({ method }) => (method === 'PUBLISH' ? taken(1) : undefined)
    const published = queue({ kind: 'published' })
    await published.tell(onBreak)
    await vi.waitFor(() => expect(server.of('PUBLISH')).toHaveLength(2), { timeout: 1_500 })
    await published.tell({ kind: 'signed-out' })
    await new Promise((resolve) => setTimeout(resolve, 1_200))
    expect(heard().map(({ tag, body }) => [tag, body])).toEqual([
      ['', '{"state":"not-ready","reason":"break"}'],
      ['tag1', '{"state":"not-ready","reason":"break"}'],
      ['tag2', '{"state":"signed-out"}'],
    ])
  })

  it('is not told where it refuses, or nobody is signed in', async () => {
    answer = ({ method }) => (method === 'PUBLISH' ? { status: 489 } : undefined)
    const published = queue({ kind: 'published' })
    expect(await published.tell(available)).toEqual(notTold)
    await under.line.signOut()
    expect(await published.tell(available)).toEqual(notTold)
  })

  it('is not told where the link goes in the middle of it', async () => {
    answer = ({ method }) => (method === 'PUBLISH' ? silence : undefined)
    const telling = queue({ kind: 'published' }).tell(available)
    await vi.waitFor(() => expect(server.of('PUBLISH')).toHaveLength(1))
    server.cut()
    expect(await telling).toEqual(notTold)
  })
})

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

  it('are not told where one of them refuses', async () => {
    answerCalls(() => ({ status: 404 }))
    expect(await queue(setup).tell(available)).toEqual(notTold)
    expect(server.of('INVITE')).toHaveLength(1)
  })

  it('are not told where nobody answers within 5 s', async () => {
    answerCalls(() => ({ status: 180, headers: ['Contact: <sip:code@foyer.test>'] }))
    const start = Date.now()
    expect(await queue(setup).tell(available)).toEqual(notTold)
    expect(Math.round((Date.now() - start) / 1_000)).toBe(5)
    await vi.waitFor(() => expect(server.of('CANCEL')).toHaveLength(1))
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

describe('a centre without queues', () => {
  it('agrees', async () => {
    expect(await queue({ kind: 'none' }).tell(onBreak)).toEqual(done)
  })
})
