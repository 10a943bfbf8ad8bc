import { describe, expect, it, vi } from 'vitest'

import { makeAccount, useLines } from './line-under-test.ts'

const { startServer, makeLine } = useLines()

describe('a doubt', () => {
  it.each(['wake', 'online', 'network', 'asked'] as const)(
    '(%s) ends the wait for the next attempt',
    async (why) => {
      const server = await startServer()
      const { line, kinds, back } = makeLine({ random: () => 1 })
      await line.signIn(makeAccount(server))
      await server.stop()
      // After waits of 250, 500 and 1,000 ms comes one of 2 s.
      await vi.waitFor(() => expect(kinds().filter((kind) => kind === 'link-waiting')).toHaveLength(4), {
        timeout: 4_000,
        interval: 5,
      })
      await server.start()
      const asked = Date.now()
      line.doubt(why)
      await back()
      expect(Date.now() - asked).toBeLessThan(500)
    },
  )

  it('finds a dead link at once, also when the computer has slept', async () => {
    const server = await startServer()
    const { line, back } = makeLine()
    await line.signIn(makeAccount(server))
    server.fallSilent()
    const asked = Date.now()
    line.doubt('wake')
    await back()
    expect(Date.now() - asked).toBeLessThan(1_500)
  })

  it('leaves a link alone that answers', async () => {
    const server = await startServer()
    const { line, kinds } = makeLine()
    await line.signIn(makeAccount(server))
    line.doubt('network')
    expect(await line.answersNow()).toBe(true)
    expect([kinds(), server.connections]).toEqual([[], 1])
  })

  it('renews a registration that ran out while the computer slept', async () => {
    const server = await startServer()
    let slept = 0
    const { line } = makeLine({ now: () => Date.now() + slept })
    await line.signIn(makeAccount(server))
    slept = 3_600_000
    line.doubt('wake')
    await vi.waitFor(() => expect(server.of('REGISTER')).toHaveLength(2))
  })

  it('comes by itself when a timer is much too late', async () => {
    const server = await startServer()
    let slept = 0
    const { line } = makeLine({ now: () => Date.now() + slept })
    await line.signIn(makeAccount(server))
    slept = 3_600_000
    await vi.waitFor(() => expect(server.of('REGISTER')).toHaveLength(2), { timeout: 4_000 })
  })

  it('answers that a dead link does not answer, and sees to it', async () => {
    const server = await startServer()
    const { line, kinds, back } = makeLine()
    await line.signIn(makeAccount(server))
    server.fallSilent()
    expect(await line.answersNow()).toBe(false)
    expect(kinds()[0]).toBe('link-lost')
    await back()
    expect(await line.answersNow()).toBe(true)
  })
})
