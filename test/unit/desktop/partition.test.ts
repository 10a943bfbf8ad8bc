import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { createPartitions } from '../../desktop/imitated/partition.ts'
import type { PartitionInit } from '../../desktop/imitated/partition.ts'

interface Partition {
  fetch: (url: unknown, init?: PartitionInit & Record<string, unknown>) => Promise<Response>
  clearStorageData: (...options: unknown[]) => Promise<void>
}

let server: Server
let address: string
const seen: string[] = []

beforeEach(async () => {
  seen.length = 0
  server = createServer((request, response) => {
    seen.push(`${request.method ?? ''} ${request.url ?? ''} ${request.headers.cookie ?? '-'}`)
    if (request.url === '/set') response.setHeader('set-cookie', ['a=1; Path=/', 'b=2; Path=/deep; Secure'])
    if (request.url === '/unset') response.setHeader('set-cookie', 'a=; Path=/; Max-Age=0')
    if (request.url === '/wide') response.setHeader('set-cookie', 'w=1; Domain=example.org')
    if (request.url === '/away') response.writeHead(302, { location: '/there', 'set-cookie': 'c=3; Path=/' })
    if (request.url === '/round') response.writeHead(302, { location: '/round' })
    if (request.url === '/break') response.destroy()
    response.end(request.headers['user-agent'])
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

const partitions = (isReady = true) =>
  createPartitions(() => isReady) as (name: string, options?: object) => Partition
const message = (work: () => unknown): Promise<string> =>
  Promise.resolve()
    .then(work)
    .then(
      () => 'nothing',
      (error: unknown) => (error instanceof Error ? error.message : 'odd'),
    )

describe('a session in memory', () => {
  it('has cookies of its own, keeps them for their host and path, and forgets them when told', async () => {
    const open = partitions()
    const [one, other] = [open('cases', { cache: false }), open('other')]
    await one.fetch(`${address}/set`)
    await one.fetch(`${address}/deep/x`, { credentials: 'include' })
    await one.fetch(`${address}/deep/x`, { credentials: 'omit' })
    await open('cases').fetch(`${address}/unset`)
    await one.fetch(`${address}/deeper`)
    await other.fetch(`${address}/deep`)
    await one.clearStorageData()
    await one.fetch(`${address}/deep`)
    expect(seen).toEqual([
      'GET /set -',
      'GET /deep/x a=1; b=2',
      'GET /deep/x -',
      'GET /unset a=1',
      'GET /deeper -',
      'GET /deep -',
      'GET /deep -',
    ])
  })

  it('follows redirects, or rejects as Electron does and keeps the cookie that came with it', async () => {
    const partition = partitions()('cases')
    const manual = { method: 'POST', body: 'x', redirect: 'manual' } as const
    expect(await message(() => partition.fetch(`${address}/away`, manual))).toBe('Redirect was cancelled')
    await partition.fetch(`${address}/away`, { method: 'POST', body: 'x' })
    expect(seen).toEqual(['POST /away -', 'POST /away c=3', 'GET /there c=3'])
    expect(await message(() => partition.fetch(`${address}/round`))).toBe('net::ERR_TOO_MANY_REDIRECTS')
    expect(await message(() => partition.fetch(`${address}/away`, { redirect: 'error' }))).toBe(
      "Attempted to redirect, but redirect policy was 'error'",
    )
  })

  it('calls what goes wrong by Chromium’s names', async () => {
    const partition = partitions()('cases')
    const free = address
    expect([
      await message(() => partition.fetch(`${address}/break`)),
      await message(() => partition.fetch('http://no-such-host.invalid/')),
      await message(() => partition.fetch(`${address}/`, { signal: AbortSignal.abort() })),
    ]).toEqual(['net::ERR_CONNECTION_CLOSED', 'net::ERR_NAME_NOT_RESOLVED', 'This operation was aborted'])
    await new Promise((resolve) => server.close(resolve))
    expect(await message(() => partition.fetch(`${free}/`))).toBe('net::ERR_CONNECTION_REFUSED')
  })

  it('says that it is a browser, as Electron does, unless it is told otherwise', async () => {
    const partition = partitions()('cases')
    const agent = async (headers = {}) => (await partition.fetch(`${address}/`, { headers })).text()
    expect([await agent(), await agent({ 'user-agent': 'Foyer/1' })]).toEqual([
      expect.stringContaining('Mozilla/5.0'),
      'Foyer/1',
    ])
  })

  it('throws for whatever is not imitated', async () => {
    const partition = partitions()('cases')
    const refused = (what: string) => `stand-in: ${what} is not imitated; see docs/stand-in.md`
    expect([
      await message(() => partitions(false)('cases')),
      await message(() => partitions()('persist:cases')),
      await message(() => partitions()('cases', { quota: 1 })),
      await message(() => partition.fetch(`${address}/`, { integrity: 'x' })),
      await message(() => partition.fetch('app://bundle/x')),
      await message(() => partition.fetch(`${address}/wide`)),
      await message(() => partition.clearStorageData({ storages: [] })),
      await message(() => Reflect.get(partition, 'cookies')),
    ]).toEqual([
      'Session can only be received when app is ready',
      refused("session.fromPartition('persist:cases')"),
      refused('the option session.fromPartition.quota'),
      refused('the option session.fetch.integrity'),
      refused('session.fetch of anything but an http: or https: address'),
      refused('a cookie of several hosts'),
      refused('session.clearStorageData with options'),
      refused("session.fromPartition('cases').cookies"),
    ])
  })
})
