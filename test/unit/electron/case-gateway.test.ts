import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { CaseGateway } from '../../../electron/case-gateway.ts'
import { ok } from '../../../renderer/domain/result.ts'
import { answer, createGateway as gatewayIn, get, password } from './case-gateway-under-test.ts'
import type { CaseServer } from './case-server.ts'
import { json, listen, startCaseServer, stop } from './case-server.ts'

let server: CaseServer
let folder: string
let address: string

const createGateway = () => gatewayIn({ folder, address: () => address })

async function signedIn(): Promise<CaseGateway> {
  const gateway = createGateway()
  expect(await gateway.signIn('benefits', password)).toEqual(ok('ada'))
  return gateway
}

beforeEach(async () => {
  server = await startCaseServer()
  address = server.address
  folder = mkdtempSync(join(tmpdir(), 'foyer-accounts-'))
})
afterEach(async () => {
  await server.stop()
  rmSync(folder, { recursive: true })
})

describe('a request to the case system', () => {
  it('carries JSON, If-Match and the session’s cookie, and nothing else of the window', async () => {
    const gateway = await signedIn()
    const asked = {
      method: 'PUT',
      path: '/ticket/7?x=1',
      body: '{"Status":"open"}',
      revision: '"16"',
    } as const
    expect(await gateway.ask(asked)).toEqual(answer({ ok: true }))
    const last = server.seen.at(-1)
    expect([last?.method, last?.url, last?.body]).toEqual(['PUT', '/REST/2.0/ticket/7?x=1', asked.body])
    expect(last?.headers).toMatchObject({
      'if-match': '"16"',
      'content-type': 'application/json',
      accept: 'application/json',
      cookie: 'SID=s1',
    })
  })

  it('that finds the session ended signs in again by itself, once for all that wait', async () => {
    const gateway = await signedIn()
    server.endSessions()
    const answers = await Promise.all(Array.from({ length: 8 }, () => gateway.ask(get)))
    expect(answers).toEqual(Array(8).fill(answer({ ok: true })))
    expect(server.asked().filter((line) => line.startsWith('POST'))).toHaveLength(2)
  })

  it('that hears so late, after another one has signed in again, does not do it once more', async () => {
    const gateway = await signedIn()
    let release: (() => void) | undefined
    server.answer((seen, response) => {
      if (seen.url.endsWith('/late') && !release)
        release = () => void response.writeHead(302, { location: '/' }).end()
      else json(response, { ok: true })
    })
    const late = gateway.ask({ method: 'GET', path: '/late' })
    await expect.poll(() => release).toBeDefined()
    server.endSessions()
    expect(await gateway.ask(get)).toEqual(answer({ ok: true }))
    release?.()
    expect(await late).toEqual(answer({ ok: true }))
    expect(server.asked().filter((line) => line.startsWith('POST'))).toHaveLength(2)
  })

  it('says signed out when the password was changed, and does not try it again and again', async () => {
    const gateway = await signedIn()
    server.endSessions()
    server.changePassword('another')
    expect(await gateway.ask(get)).toEqual({ kind: 'signed-out' })
    const before = server.seen.length
    expect(await gateway.ask(get)).toEqual({ kind: 'signed-out' })
    expect(server.seen.length).toBe(before)
    expect(await gateway.signIn('benefits', { ...password, secret: 'another' })).toEqual(ok('ada'))
    expect(await gateway.ask(get)).toEqual(answer({ ok: true }))
  })

  it('follows no redirect: another server never hears of it', async () => {
    const gateway = await signedIn()
    const other = createServer((_request, response) => response.end('{}'))
    const away = await listen(other)
    let heard = 0
    other.on('request', () => (heard += 1))
    server.answer((_seen, response) => void response.writeHead(307, { location: away }).end())
    expect(await gateway.ask({ method: 'POST', path: '/ticket', body: '{}' })).toEqual({ kind: 'signed-out' })
    expect(heard).toBe(0)
    await stop(other)
  })

  it('leads nowhere but to the case system, whatever the window asks', async () => {
    const gateway = await signedIn()
    const before = server.seen.length
    for (const path of [
      '/../NoAuth/Login.html',
      '//evil.test/',
      '/%2e%2e/x',
      'http://evil.test/',
      '@evil.test/',
    ])
      await expect(gateway.ask({ method: 'GET', path })).rejects.toThrow(TypeError)
    expect(server.seen.length).toBe(before)
  })

  it.each([
    ['a page in place of an answer', 200, 'text/html', '<html>'],
    ['half an answer in JSON', 200, 'application/json', '{"items":['],
    ['an error of the server', 500, 'application/json', '{"message":"x"}'],
    ['a refusal', 403, 'application/json', '{"message":"Forbidden"}'],
    ['nothing', 204, '', ''],
  ])('hands %s on as it is', async (_what, status, type, body) => {
    const gateway = await signedIn()
    server.answer((_seen, response) => {
      response.writeHead(status, type === '' ? {} : { 'content-type': `${type}; charset=utf-8` }).end(body)
    })
    expect(await gateway.ask(get)).toEqual({ kind: 'answer', status, type, etag: undefined, body })
  })

  it('is given up after a while, whether the answer does not begin or does not end: it may have arrived', async () => {
    const gateway = await signedIn()
    const perhaps = { kind: 'unreached', arrived: 'perhaps' }
    server.answer(() => undefined)
    expect(await gateway.ask(get)).toEqual(perhaps)
    server.answer((_seen, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.write('{')
    })
    expect(await gateway.ask(get)).toEqual(perhaps)
  })

  it('may have arrived where the connection breaks, and has not where there is none', async () => {
    const gateway = await signedIn()
    server.answer((_seen, response) => response.destroy())
    expect(await gateway.ask(get)).toEqual({ kind: 'unreached', arrived: 'perhaps' })
    server.answer((_seen, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' })
      response.write('{')
      setTimeout(() => response.destroy(), 20)
    })
    expect(await gateway.ask(get)).toEqual({ kind: 'unreached', arrived: 'perhaps' })
    await server.stop()
    expect(await gateway.ask(get)).toEqual({ kind: 'unreached', arrived: 'no' })
  })

  it('takes an answer up to a limit, and is a bad gateway beyond', async () => {
    const gateway = await signedIn()
    server.answer((_seen, response) => json(response, 'é'.repeat(49_999)))
    expect(await gateway.ask(get)).toEqual(answer('é'.repeat(49_999)))
    server.answer((_seen, response) => json(response, 'x'.repeat(100_000)))
    expect(await gateway.ask(get)).toEqual({
      kind: 'answer',
      status: 502,
      type: 'text/plain',
      etag: undefined,
      body: '',
    })
  })
})
