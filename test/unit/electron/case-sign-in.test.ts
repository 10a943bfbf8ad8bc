import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { CaseGateway } from '../../../electron/case-gateway.ts'
import { problem } from '../../../renderer/domain/problem.ts'
import { failed, ok } from '../../../renderer/domain/result.ts'
import { answer, createGateway as gatewayIn, get, password, token } from './case-gateway-under-test.ts'
import type { CaseServer } from './case-server.ts'
import { listen, startCaseServer, stop } from './case-server.ts'

let server: CaseServer
let folder: string
let address: string
const logged: unknown[][] = []

const createGateway = () => gatewayIn({ folder, address: () => address, logged })

async function signedIn(): Promise<CaseGateway> {
  const gateway = createGateway()
  expect(await gateway.signIn('benefits', password)).toEqual(ok('ada'))
  return gateway
}

beforeEach(async () => {
  server = await startCaseServer()
  address = server.address
  folder = mkdtempSync(join(tmpdir(), 'foyer-accounts-'))
  logged.length = 0
})
afterEach(async () => {
  await server.stop()
  rmSync(folder, { recursive: true })
})

describe('the sign-in to the case system', () => {
  it('sends the password to the form once, proves the session, and knows the user as they are written there', async () => {
    await signedIn()
    expect(server.asked()).toEqual(['POST /NoAuth/Login.html', 'GET /REST/2.0/rt', 'GET /REST/2.0/user/Ada'])
    expect(server.seen.map(({ headers }) => headers['user-agent'])).toEqual(Array(3).fill('Foyer/1.2.3'))
    expect(server.seen.map(({ headers }) => headers.connection)).toEqual(Array(3).fill('close'))
    expect(server.seen[0]?.body).toBe('user=Ada&pass=correct+horse')
  })

  it('with a token sends no cookie and no form', async () => {
    const gateway = createGateway()
    expect(await gateway.signIn('benefits', token)).toEqual(ok('ada'))
    expect(await gateway.ask(get)).toEqual(answer({ ok: true }))
    expect(
      server.seen.map(({ method, url, headers }) => [method, url, headers.authorization, headers.cookie]),
    ).toEqual(
      ['/rt', '/user/ada', '/queues/all'].map((path) => [
        'GET',
        `/REST/2.0${path}`,
        'token 1-14-abcdef',
        undefined,
      ]),
    )
  })

  it('works after a restart with what the keystore kept, and what is on the disk is not in clear', async () => {
    await signedIn()
    const again = createGateway()
    expect(await again.knownUser('benefits')).toBe('ada')
    expect(await again.signIn('benefits', undefined)).toEqual(ok('ada'))
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
    expect(files).toHaveLength(1)
    expect(files.join('')).not.toMatch(/correct horse|ada/i)
  })

  it.each([
    ['a wrong password', { ...password, secret: 'wrong' }],
    ['a wrong token', { ...token, secret: '1-14-none' }],
  ])('says that %s is wrong, and keeps nothing of it', async (_what, account) => {
    const gateway = createGateway()
    expect(await gateway.signIn('benefits', account)).toEqual(failed(problem('cases-wrong-password')))
    expect(await gateway.ask(get)).toEqual({ kind: 'signed-out' })
    expect(readdirSync(folder)).toEqual([])
    expect(JSON.stringify(logged)).not.toMatch(/wrong horse|1-14|Ada/)
  })

  it('asks for an account where none is known, and has nothing to reach where no server is configured', async () => {
    const gateway = createGateway()
    expect(await gateway.signIn('benefits', undefined)).toEqual(failed(problem('cases-sign-in-needed')))
    expect(await gateway.signIn('passports', password)).toEqual(failed(problem('cases-unreachable')))
    expect(server.seen).toEqual([])
  })

  it('keeps no account of the practice centre', async () => {
    const gateway = createGateway()
    expect(await gateway.signIn('practice', password)).toEqual(ok('ada'))
    expect(readdirSync(folder)).toEqual([])
    expect(await createGateway().signIn('practice', undefined)).toEqual(
      failed(problem('cases-sign-in-needed')),
    )
  })

  it('without a link is made up for by the first request that gets through', async () => {
    await server.stop()
    const gateway = createGateway()
    expect(await gateway.signIn('benefits', password)).toEqual(failed(problem('cases-unreachable')))
    expect(await gateway.ask(get)).toEqual({ kind: 'unreached', arrived: 'no' })
    expect(readdirSync(folder)).toEqual([])
    server = await startCaseServer(Number(new URL(address).port))
    expect(await gateway.ask(get)).toEqual(answer({ ok: true }))
    expect([server.asked()[0], await createGateway().knownUser('benefits')]).toEqual([
      'POST /NoAuth/Login.html',
      'ada',
    ])
  })

  it('takes a page that sends everybody elsewhere for what it is, not for a wrong password', async () => {
    const elsewhere = createServer((_request, response) =>
      response.writeHead(302, { location: 'http://hotel.test/' }).end(),
    )
    address = await listen(elsewhere)
    const gateway = createGateway()
    expect(await gateway.signIn('benefits', password)).toEqual(failed(problem('cases-not-understood')))
    expect(await gateway.ask(get)).toEqual({ kind: 'unreached', arrived: 'no' })
    await stop(elsewhere)
  })

  it.each([
    ['a page', 'text/html', '<p>Welcome to the hotel</p>'],
    ['half a JSON', 'application/json', '{"Version":'],
    ['a list', 'application/json', '[]'],
    ['nothing', 'application/json', ''],
  ])('does not understand %s', async (_what, type, body) => {
    const odd = createServer((_request, response) =>
      response.writeHead(200, { 'content-type': type }).end(body),
    )
    address = await listen(odd)
    expect(await createGateway().signIn('benefits', token)).toEqual(failed(problem('cases-not-understood')))
    await stop(odd)
  })

  it('ends at the server too, and the account is forgotten when it is to be', async () => {
    const gateway = await signedIn()
    await gateway.signOut('benefits', false)
    expect(server.asked().at(-1)).toBe('GET /NoAuth/Logout.html')
    expect(await gateway.ask(get)).toEqual({ kind: 'signed-out' })
    expect(await gateway.knownUser('benefits')).toBe('ada')
    await gateway.signOut('benefits', true)
    expect([await gateway.knownUser('benefits'), readdirSync(folder)]).toEqual([undefined, []])
  })
})
