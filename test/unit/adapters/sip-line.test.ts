import { describe, expect, it, vi } from 'vitest'

import { userAgentOptions } from '../../../renderer/adapters/sip/user-agent-options.ts'
import { problem } from '../../../renderer/domain/problem.ts'
import { done, failed } from '../../../renderer/domain/result.ts'
import { makeAccount, useLines } from './line-under-test.ts'
import { challenge, registered, silence } from './registrar.ts'

const { startServer, makeLine } = useLines()

describe('signing in', () => {
  it('registers with an address that stays with the desk', async () => {
    const server = await startServer()
    const { line } = makeLine()
    expect(await line.signIn(makeAccount(server))).toEqual(done)
    const [register] = server.of('REGISTER')
    const instance = 'urn:uuid:00000000-0000-4000-8000-000000000001'
    expect(register?.head('Contact')).toContain(`;reg-id=1;+sip.instance="<${instance}>";expires=300`)
    expect(register?.head('Allow')).toBe('INVITE, ACK, CANCEL, BYE, OPTIONS, NOTIFY')
    expect(register?.head('Supported').split(/, ?/)).toEqual(['outbound', 'replaces', 'path', 'gruu'])
    expect(line.userAgent?.contact.toString()).toBe(`<sip:agent1@foyer.test;gr=${instance}>`)
  })

  it('works at a server that gives no such address', async () => {
    const server = await startServer({ gruu: false })
    const { line } = makeLine()
    expect(await line.signIn(makeAccount(server))).toEqual(done)
    expect(line.userAgent?.contact.pubGruu).toBeUndefined()
  })

  it('goes on to the second server where the first cannot be reached, or has no time', async () => {
    const gone = await startServer()
    await gone.stop()
    const busy = await startServer({ answer: () => ({ status: 503 }) })
    const second = await startServer()
    const { line } = makeLine()
    expect(await line.signIn(makeAccount(gone, busy, second))).toEqual(done)
    expect([busy.of('REGISTER').length, second.of('REGISTER').length]).toEqual([1, 1])
  })

  it('takes a refused password to no other server', async () => {
    const first = await startServer({ answer: (_, before) => challenge(`n${before.length}`) })
    const second = await startServer()
    const { line } = makeLine()
    expect(await line.signIn(makeAccount(first, second))).toEqual(failed(problem('wrong-password')))
    expect([first.of('REGISTER').length, second.connections]).toEqual([2, 0])
    expect([line.userAgent, line.account]).toEqual([undefined, undefined])
  })

  it('takes the time that the server insists on', async () => {
    const server = await startServer({
      answer: (request, before) =>
        before.length === 0 ? { status: 423, headers: ['Min-Expires: 900'] } : registered(request),
    })
    const { line } = makeLine()
    expect(await line.signIn(makeAccount(server))).toEqual(done)
    expect(server.of('REGISTER').map((request) => /expires=\d+/.exec(request.head('Contact'))?.[0])).toEqual([
      'expires=300',
      'expires=900',
    ])
  })

  it('signs off, and is gone', async () => {
    const server = await startServer()
    const { line, facts } = makeLine()
    await line.signIn(makeAccount(server))
    await line.signOut()
    expect(server.of('REGISTER').at(-1)?.head('Contact')).toContain('expires=0')
    expect([line.userAgent, facts]).toEqual([undefined, []])
  })

  it('signs off within two seconds where nobody answers', async () => {
    const server = await startServer()
    const { line } = makeLine()
    await line.signIn(makeAccount(server))
    server.die()
    const start = Date.now()
    await line.signOut()
    expect(Date.now() - start).toBeLessThan(2_000)
  })

  it('can be left while it goes on', async () => {
    const server = await startServer({ answer: () => silence })
    const { line } = makeLine()
    const signingIn = line.signIn(makeAccount(server))
    await vi.waitFor(() => expect(server.of('REGISTER')).toHaveLength(1))
    await line.signOut()
    expect(await signingIn).toEqual(failed(problem('server-unreachable')))
  })

  it('writes nothing of a message to any log', () => {
    expect(userAgentOptions(makeAccount())).toMatchObject({
      logBuiltinEnabled: false,
      logConfiguration: false,
    })
  })
})
