import { describe, expect, it, vi } from 'vitest'

import { makeAccount, useLines } from './line-under-test.ts'
import { challenge, registered } from './registrar.ts'

const { startServer, makeLine } = useLines()

describe('a lost link', () => {
  it('is back within a second when the socket was dropped', async () => {
    const server = await startServer()
    const { line, facts, back } = makeLine({ random: () => 0.5 })
    await line.signIn(makeAccount(server))
    const listener = vi.fn()
    line.onBack(listener)
    const before = line.userAgent
    server.cut()
    await back()
    const [lost, waiting, trying, returned, ...more] = facts
    expect([lost, waiting, trying, returned, more]).toMatchObject([
      { kind: 'link-lost' },
      { kind: 'link-waiting', retryAt: (waiting?.at ?? 0) + 125 },
      { kind: 'link-trying' },
      { kind: 'link-back' },
      [],
    ])
    expect((returned?.at ?? 0) - (lost?.at ?? 0)).toBeLessThan(1_000)
    expect(line.userAgent).toBe(before)
    expect(listener).toHaveBeenCalledTimes(1)
    expect(await line.answersNow()).toBe(true)
  })

  it('is found within 5 s when the server stays connected and says nothing any more', async () => {
    const server = await startServer()
    const { line, facts, back } = makeLine()
    await line.signIn(makeAccount(server))
    const dead = Date.now()
    server.fallSilent()
    await back()
    expect((facts[0]?.at ?? 0) - dead).toBeLessThan(5_000)
    expect(server.connections).toBe(2)
  })

  it('is found as soon when this server never answers line ends, and not sooner', async () => {
    const server = await startServer({ answersLineEnds: false })
    const { line, kinds, facts, back } = makeLine()
    await line.signIn(makeAccount(server))
    await new Promise((resolve) => setTimeout(resolve, 3_000))
    expect(kinds()).toEqual([])
    expect(server.of('OPTIONS').length).toBeGreaterThan(0)
    const dead = Date.now()
    server.fallSilent()
    await back()
    expect((facts[0]?.at ?? 0) - dead).toBeLessThan(5_000)
  })

  it('is tried until the server is there again, with one registration at a time', async () => {
    const server = await startServer()
    const { line, kinds, back } = makeLine({ random: () => 0.3 })
    await line.signIn(makeAccount(server))
    await server.stop()
    await new Promise((resolve) => setTimeout(resolve, 3_000))
    await server.start()
    const up = Date.now()
    await back()
    expect(Date.now() - up).toBeLessThan(1_500)
    expect(kinds().filter((kind) => kind === 'link-lost')).toHaveLength(1)
    expect(server.of('REGISTER')).toHaveLength(2)
  })

  it('is tried again when a server takes the connection and does not answer', async () => {
    const server = await startServer()
    const { line, kinds, back } = makeLine()
    await line.signIn(makeAccount(server))
    server.die()
    server.cut()
    await vi.waitFor(() => expect(kinds().filter((kind) => kind === 'link-trying')).toHaveLength(2), {
      timeout: 4_000,
    })
    server.revive()
    server.cut()
    await back()
    expect(server.of('REGISTER')).toHaveLength(2)
  })

  it('goes over to the other server, and stays there', async () => {
    const first = await startServer()
    const second = await startServer()
    const { line, back } = makeLine()
    await line.signIn(makeAccount(first, second))
    await first.stop()
    await back()
    await first.start()
    second.cut()
    await back()
    expect([first.of('REGISTER').length, second.of('REGISTER').length]).toEqual([1, 2])
  })

  it('ends the shift when the server refuses the account, and sends the password no second time', async () => {
    const server = await startServer({
      answer: (request, before) => (before.length === 0 ? registered(request) : { status: 403 }),
    })
    const { line, kinds } = makeLine()
    await line.signIn(makeAccount(server))
    server.cut()
    await vi.waitFor(() => expect(kinds()).toContain('signed-out-by-server'))
    line.doubt('online')
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    expect(kinds()).toEqual(['link-lost', 'link-waiting', 'link-trying', 'signed-out-by-server'])
    expect(server.of('REGISTER')).toHaveLength(2)
  })

  it.each([404, 408, 500, 503])('goes on trying where the server says %d', async (status) => {
    const server = await startServer({
      answer: (request, before) => (before.length === 1 ? { status } : registered(request)),
    })
    const { line, back } = makeLine()
    await line.signIn(makeAccount(server))
    server.cut()
    await back()
    expect(server.of('REGISTER')).toHaveLength(3)
  })

  it('comes back over a link on which each answer takes 1.1 s, a challenge among them', async () => {
    const server = await startServer({
      delay: 1_100,
      answer: (request) => (request.head('Authorization') === '' ? challenge('n') : undefined),
    })
    const { line, kinds, back } = makeLine()
    await line.signIn(makeAccount(server))
    server.cut()
    await back()
    expect(kinds().filter((kind) => kind === 'link-trying').length).toBeLessThan(4)
  })

  it('is looked for when a registration is not renewed', async () => {
    const server = await startServer({
      answer: (request, before) => {
        if (before.length === 1) return { status: 503 }
        const { status, headers = [] } = registered(request)
        return { status, headers: headers.map((header) => header.replace('expires=300', 'expires=2')) }
      },
    })
    const { line, kinds, back } = makeLine()
    await line.signIn(makeAccount(server))
    await back()
    expect(kinds()).toEqual(['link-lost', 'link-waiting', 'link-trying', 'link-back'])
    const [first, renewal] = server.of('REGISTER')
    expect((renewal?.at ?? 0) - (first?.at ?? 0)).toBeLessThan(2_000)
    expect(renewal?.head('Call-ID')).toBe(first?.head('Call-ID'))
  })

  it('outlives a listener that fails', async () => {
    const server = await startServer()
    const { line, back } = makeLine()
    const thrown = vi.spyOn(globalThis, 'queueMicrotask').mockImplementation(() => undefined)
    await line.signIn(makeAccount(server))
    line.onBack(() => {
      throw new Error('a bug')
    })
    server.cut()
    await back()
    server.cut()
    await back()
    expect(thrown).toHaveBeenCalledTimes(2)
    thrown.mockRestore()
  })
})
