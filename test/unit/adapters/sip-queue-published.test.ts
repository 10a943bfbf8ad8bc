import type { Session } from 'sip.js'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import { createSipQueue } from '../../../renderer/adapters/sip/sip-queue.ts'
import { problem } from '../../../renderer/domain/problem.ts'
import type { QueueSetup, QueueState } from '../../../renderer/domain/queue-state.ts'
import { done, failed } from '../../../renderer/domain/result.ts'
import type { CallQueue } from '../../../renderer/ports/call-queue.ts'
import { makeAccount, useLines } from './line-under-test.ts'
import type { LineUnderTest } from './line-under-test.ts'
import { silence } from './registrar.ts'
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

  it('is told for as long as it insists on (RFC 3903 §6)', async () => {
    answer = (request) => {
      if (request.method !== 'PUBLISH') return undefined
      return request.head('Expires') === '7200'
        ? taken(7_200)
        : { status: 423, headers: ['Min-Expires: 7200'] }
    }
    const published = queue({ kind: 'published' })
    expect([await published.tell(available), await published.tell(onBreak)]).toEqual([done, done])
    expect(heard().map(({ expires, tag }) => [expires, tag])).toEqual([
      ['3600', ''],
      ['7200', ''],
      ['7200', 'tag1'],
    ])
  })

  it('is told the next news also where one could not be said at all', async () => {
    const published = queue({ kind: 'published' })
    const core = under.line.userAgent?.userAgentCore
    if (!core) throw new Error('nobody is signed in')
    vi.spyOn(core, 'request').mockImplementationOnce(() => {
      throw new Error('SIP.js stumbled')
    })
    expect(await published.tell(available)).toEqual(notTold)
    expect(await published.tell(onBreak)).toEqual(done)
  })

  it('is not told where the link goes in the middle of it', async () => {
    answer = ({ method }) => (method === 'PUBLISH' ? silence : undefined)
    const telling = queue({ kind: 'published' }).tell(available)
    await vi.waitFor(() => expect(server.of('PUBLISH')).toHaveLength(1))
    server.cut()
    expect(await telling).toEqual(notTold)
  })
})

describe('a centre without queues', () => {
  it('agrees', async () => {
    expect(await queue({ kind: 'none' }).tell(onBreak)).toEqual(done)
  })
})
