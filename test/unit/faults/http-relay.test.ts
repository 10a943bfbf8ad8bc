// @vitest-environment node
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import * as fault from '../../faults/http/http-fault.ts'
import type { HttpFault } from '../../faults/http/http-fault.ts'
import { startHttpRelay, type HttpRelay } from '../../faults/http/http-relay.ts'

const answer = JSON.stringify({ said: 'é'.repeat(2000) })

let heard: string[]
let server: Server
let relay: HttpRelay

beforeEach(async () => {
  heard = []
  server = createServer((question, response) => {
    let body = ''
    question.on('data', (piece: Buffer) => (body += piece.toString()))
    question.on('end', () => {
      heard.push(`${String(question.method)} ${String(question.url)} ${body}`)
      response.writeHead(201, {
        'content-type': 'application/json',
        etag: '"7"',
        'set-cookie': ['a=1', 'b=2'],
      })
      response.end(answer)
    })
  })
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  relay = await startHttpRelay(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/below`)
})

afterEach(async () => {
  await relay.stop()
  await new Promise((settle) => server.close(settle))
})

/** Status and body, or how it went wrong. */
async function post(path = '/note', signal?: AbortSignal): Promise<string> {
  try {
    const init = { method: 'POST', body: 'written', ...(signal && { signal }) }
    const response = await fetch(relay.url + path, init)
    return `${String(response.status)} ${await response.text()}`
  } catch (error) {
    return error instanceof Error ? error.name : 'unknown'
  }
}

const one = (what: HttpFault): void => relay.follow(fault.inTurn([what], () => true))

describe('a relay for HTTP', () => {
  it('passes a request and its answer whole, with their headers', async () => {
    const response = await fetch(`${relay.url}/note?a=b`, { method: 'PUT', body: 'written' })
    expect([response.status, response.headers.get('etag'), response.headers.getSetCookie()]).toEqual([
      201,
      '"7"',
      ['a=1', 'b=2'],
    ])
    expect(await response.text()).toBe(answer)
    expect(heard).toEqual(['PUT /below/note?a=b written'])
    expect(relay.passages()).toEqual([{ method: 'PUT', path: '/below/note?a=b', fault: 'none', served: 201 }])
  })

  it('loses a request before the server hears it', async () => {
    one({ kind: 'lose-request' })
    expect(await post()).toBe('TypeError')
    expect(heard).toEqual([])
  })

  it.each(['lose-answer', 'cut-answer'] as const)(
    'breaks the connection: %s, once it was done',
    async (kind) => {
      one({ kind })
      expect(await post()).toBe('TypeError')
      expect(heard).toHaveLength(1)
      expect(relay.passages()).toMatchObject([{ fault: kind, served: 201 }])
    },
  )

  it('gives half of what the server said as if it were all', async () => {
    one({ kind: 'half-answer' })
    const said = await post()
    expect(said.startsWith('201 {"said":"éé')).toBe(true)
    expect(said.length).toBeLessThan(answer.length * 0.6)
  })

  it('lets somebody else answer, before or after the server has done it', async () => {
    relay.follow(fault.inTurn([fault.signInPage, fault.serverError(true)], () => true))
    expect(await post()).toMatch(/^200 <!doctype html>/)
    expect(heard).toHaveLength(0)
    expect(await post()).toBe('500 Internal Server Error')
    expect(heard).toHaveLength(1)
  })

  it('delivers a request late even where nobody waits for it any more', async () => {
    one({ kind: 'late-request', ms: 60 })
    expect(await post('/note', AbortSignal.timeout(20))).toBe('TimeoutError')
    expect(heard).toHaveLength(0)
    await expect.poll(() => heard).toHaveLength(1)
  })

  it('holds an answer back', async () => {
    one({ kind: 'late-answer', ms: 60 })
    const begun = performance.now()
    expect(await post()).toBe(`201 ${answer}`)
    expect(performance.now() - begun).toBeGreaterThan(55)
  })

  it('says that the server is not there by breaking the connection', async () => {
    await new Promise((settle) => server.close(settle))
    expect(await post()).toBe('TypeError')
    expect(relay.passages()).toMatchObject([{ fault: 'none', served: undefined }])
  })

  it('does nothing to what is not meant, and nothing more once it is healed', async () => {
    relay.follow(fault.inTurn([fault.signInPage], ({ path }) => path.endsWith('/other')))
    expect(await post()).toBe(`201 ${answer}`)
    relay.heal()
    expect(await post('/other')).toBe(`201 ${answer}`)
  })

  it('stops in the middle of a delay', async () => {
    relay.follow(fault.always({ kind: 'late-request', ms: 60_000 }))
    const asked = post()
    await expect.poll(() => relay.passages()).toHaveLength(1)
    await relay.stop()
    expect(await asked).toBe('TypeError')
    expect(heard).toEqual([])
  })
})

describe('faults by chance', () => {
  const faults = [{ kind: 'lose-request' }, { kind: 'lose-answer' }] as const
  const drawn = (seed: number, rate = 0.4): string[] => {
    const plan = fault.byChance({ seed, rate, faults })
    return Array.from({ length: 500 }, () => plan({ method: 'GET', path: '/' }).kind)
  }

  it('are the same for the same seed, and as many as was said', () => {
    expect(drawn(1)).toEqual(drawn(1))
    expect(drawn(1)).not.toEqual(drawn(2))
    const share = (kind: string): number => drawn(1).filter((one) => one === kind).length / 500
    expect(share('none')).toBeCloseTo(0.6, 1)
    expect(share('lose-answer')).toBeCloseTo(0.2, 1)
  })

  it('do not happen at a rate of nothing', () => {
    expect(new Set(drawn(1, 0))).toEqual(new Set(['none']))
  })
})
