// @vitest-environment node
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { knock, openCases } from './open-cases.ts'
import type { OpenCases } from './open-cases.ts'

let cases: OpenCases
beforeAll(async () => {
  cases = await openCases()
})
afterAll(() => cases.close())

const token = () => `token ${cases.accounts[0]?.token ?? ''}`
const rest = (path: string) => `${cases.server}/REST/2.0${path}`

async function signIn(pass: string) {
  const { status, headers } = await knock(`${cases.server}/NoAuth/Login.html`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ user: 'ada', pass }).toString(),
  })
  return { status, cookie: headers.get('set-cookie')?.split(';')[0] ?? '' }
}

describe('the door of the practice case system', () => {
  it('opens with a token', async () => {
    const { status, body } = await knock(rest('/rt'), { headers: { authorization: token() } })
    expect([status, body]).toEqual([200, { Version: '5.0.3+dfsg-3~deb12u6' }])
  })

  it('opens with the cookie of a session, until that ends', async () => {
    const { status, cookie } = await signIn(cases.accounts[0]?.password ?? '')
    const enter = async () => (await knock(rest('/rt'), { headers: { cookie } })).status
    expect([status, await enter()]).toEqual([200, 200])
    cases.endSessions()
    expect(await enter()).toBe(302)
  })

  it('gives a cookie for a wrong password too, which opens nothing', async () => {
    const { status, cookie } = await signIn('wrong')
    expect(status).toBe(200)
    const { status: after, headers } = await knock(rest('/rt'), { headers: { cookie } })
    expect([after, headers.get('location')]).toEqual([302, `${new URL(cases.server).pathname}/`])
  })

  it('ends one session when somebody signs out', async () => {
    const { cookie } = await signIn(cases.accounts[0]?.password ?? '')
    await knock(`${cases.server}/NoAuth/Logout.html`, { headers: { cookie } })
    expect((await knock(rest('/rt'), { headers: { cookie } })).status).toBe(302)
  })

  it('says 401 to a program and sends a browser to the sign-in page', async () => {
    const program = await knock(rest('/rt'), { headers: { authorization: 'token 1-2-3' } })
    expect([program.status, program.body]).toEqual([401, { message: 'Unauthorized' }])
    expect((await knock(rest('/rt'), { headers: { 'user-agent': 'Mozilla/5.0' } })).status).toBe(302)
  })

  it('knows nobody who does not know the secret', async () => {
    const { origin } = new URL(cases.server)
    const headers = { authorization: token() }
    for (const path of ['/REST/2.0/rt', '/wrong/REST/2.0/rt', '/', `/${'0'.repeat(32)}/REST/2.0/rt`])
      expect((await knock(origin + path, { headers })).status).toBe(404)
  })

  it('answers no page of a browser', async () => {
    const answer = await knock(rest('/rt'), {
      headers: { authorization: token(), origin: 'https://example.org' },
    })
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([403, null])
  })

  it('reads no more than 32 MB', async () => {
    const body = 'x'.repeat(33 * 1024 * 1024)
    const headers = { authorization: token(), 'content-type': 'application/json' }
    const outcome = await knock(rest('/ticket'), { method: 'POST', headers, body }).then(
      ({ status }) => status,
      () => 'cut off',
    )
    expect([413, 'cut off']).toContain(outcome)
    expect((await knock(rest('/rt'), { headers })).status).toBe(200)
  })

  it.each([
    ['GET', '/nothing', 404],
    ['GET', '/ticket', 404],
    ['PUT', '/queues/all', 405],
    ['GET', '/ticket/1/comment', 405],
    ['PATCH', '/ticket/1', 501],
    ['GET', '/ticket/99999999999999999999', 404],
  ])('answers %s %s with %i', async (method, path, status) => {
    expect((await cases.ask(method, path)).status).toBe(status)
  })

  it('has JSON alone to offer', async () => {
    expect((await cases.ask('GET', '/rt', undefined, { accept: 'text/html' })).status).toBe(406)
  })

  it('is closed when the port is taken', async () => {
    await expect(openCases({ port: cases.port })).rejects.toThrow('port-taken')
  })
})
