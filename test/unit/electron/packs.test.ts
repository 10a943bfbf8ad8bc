import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest'

import { fetchPack } from '../../../electron/pack-fetch.ts'
import { Packs } from '../../../electron/packs.ts'
import { makePublisher } from './pack-under-test.ts'

const publisher = makePublisher()

/** A static web server with one file, which answers as it is told. */
async function openServer() {
  const site = { file: publisher.publish({}), etag: '"1"', mode: 'well' as 'well' | 'cut' | 'gone' | 'moved' }
  const asked: (string | undefined)[] = []
  const server = createServer((request, response) => {
    const tag = request.headers['if-none-match']
    asked.push(tag)
    if (site.mode === 'gone') return response.writeHead(404).end('<p>Not found')
    if (site.mode === 'moved') return response.writeHead(302, { location: '/elsewhere' }).end()
    if (tag === site.etag) return response.writeHead(304).end()
    response.writeHead(200, { etag: site.etag, 'content-length': site.file.length })
    if (site.mode === 'well') return response.end(site.file)
    return response.write(site.file.subarray(0, 200), () => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  return { site, asked, url: `http://127.0.0.1:${port}/benefits.foyerpack` }
}

let folder = ''
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'foyer-packs-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const web = { fetch: (url: string, init: RequestInit) => fetch(url, init) }

function openPacks(url: string, keys = [publisher.key]) {
  let now = 0
  const written: unknown[] = []
  const log = { write: (...line: unknown[]) => void written.push(line) }
  const sourcesOf = (realm: string) => (realm === 'office' ? [{ name: 'benefits', keys, url }] : [])
  return { packs: new Packs({ folder, sourcesOf, web, now: () => (now += 1), log }), written }
}

const here = (version: number | undefined, refused?: string, checkedAt: unknown = expect.any(Number)) => [
  { name: 'benefits', version, refused, checkedAt },
]

it('is fetched, kept, and not fetched again while it is the same', async () => {
  const { url, asked, site } = await openServer()
  const { packs } = openPacks(url)
  expect(packs.status('office')).toEqual([
    { name: 'benefits', version: undefined, refused: undefined, checkedAt: undefined },
  ])
  expect(await packs.refresh('office')).toEqual(here(1))
  await packs.refresh('office')
  expect(asked).toEqual([undefined, '"1"'])
  const again = openPacks(url).packs
  expect([again.status('office'), again.body('office', 'benefits')?.version]).toEqual([here(1), 1])
  site.file = publisher.publish({ version: 2 })
  site.etag = '"2"'
  expect(await again.refresh('office')).toEqual(here(2))
  expect(again.body('passports', 'benefits')).toBeUndefined()
})

it('stays what it was when what comes is not good, and says why', async () => {
  const { url, site } = await openServer()
  const { packs, written } = openPacks(url)
  site.file = publisher.publish({ version: 5 })
  await packs.refresh('office')
  const tries = [
    ['older', { file: publisher.publish({ version: 4 }) }],
    ['untrusted', { file: makePublisher().publish({ version: 6 }) }],
    ['wrong-name', { file: publisher.publish({ version: 6, name: 'passports' }) }],
    ['damaged', { file: publisher.publish({ version: 6 }).subarray(0, -20) }],
    ['unreachable', { mode: 'cut' }],
    ['unreachable', { mode: 'gone' }],
    ['unreachable', { mode: 'moved' }],
  ] as const
  for (const [why, change] of tries) {
    Object.assign(site, {
      mode: 'well',
      file: publisher.publish({ version: 6 }),
      etag: `"${why}"`,
      ...change,
    })
    expect(await packs.refresh('office')).toEqual(here(5, why))
  }
  expect(written).toContainEqual(['pack-refused', { pack: 'benefits', why: 'untrusted' }])
  Object.assign(site, { mode: 'well', etag: '"6"' })
  site.file = publisher.publish({ version: 6 })
  expect(await packs.refresh('office')).toEqual(here(6))
})

it('is not read beyond its greatest size', async () => {
  const { url } = await openServer()
  const limits = { milliseconds: 5_000, bytes: 100 }
  expect(await fetchPack(web, { url, etag: undefined }, limits)).toEqual({
    kind: 'refused',
    why: 'too-large',
  })
})

it('goes back to the one before where the disk has damaged the present one', async () => {
  const { url, site } = await openServer()
  const { packs } = openPacks(url)
  await packs.refresh('office')
  site.file = publisher.publish({ version: 2 })
  site.etag = '"2"'
  await packs.refresh('office')
  writeFileSync(join(folder, 'office', 'benefits.foyerpack'), 'x')
  expect(packs.status('office')).toEqual(here(1))
  // An old one does not come back by itself because somebody has damaged the new one.
  site.file = publisher.publish({ version: 1 })
  site.etag = '"3"'
  expect(await packs.refresh('office')).toEqual(here(1, 'older'))
  site.file = publisher.publish({ version: 2 })
  site.etag = '"4"'
  expect(await packs.refresh('office')).toEqual(here(2))
})

it('is not taken by anybody who has only the files: each start looks at the signature', async () => {
  const { url } = await openServer()
  await openPacks(url).packs.refresh('office')
  expect(openPacks(url, [makePublisher().key]).packs.status('office')).toEqual(here(undefined, 'untrusted'))
})

it('leaves nothing when the realm is wiped', async () => {
  const { url } = await openServer()
  const { packs } = openPacks(url)
  await packs.refresh('office')
  await packs.wipe('office')
  expect(readdirSync(folder)).toEqual([])
})
