import {
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
  mkdirSync,
  existsSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { areSamplesFresh, buildSamples } from '../../../../build/packs/build-samples.ts'
import { checkFolder } from '../../../../build/packs/check-pack.ts'
import { placePack } from '../../../../build/packs/commands/preview.ts'
import { run } from '../../../../build/packs/commands/run.ts'
import { builtInPacks } from '../../../../electron/built-in-packs.ts'
import { readSettings } from '../../../../electron/settings.ts'
import { openPackFile } from '../../../../electron/pack-file.ts'
import { firstPack } from './first-pack.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-packs-'))
  writePackTo(join(folder, 'my-pack'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function writePackTo(target: string, lineEnd = '\n'): void {
  for (const { file, text } of firstPack) {
    mkdirSync(dirname(join(target, file)), { recursive: true })
    writeFileSync(join(target, file), text.replaceAll('\n', lineEnd))
  }
}

/** What a content team types, and what it then reads. */
async function pack(...args: string[]): Promise<{ status: number; lines: string[] }> {
  const lines: string[] = []
  const now = new Date(2026, 10, 23)
  const status = await run(args, { folder, say: (line) => lines.push(line), now })
  return { status, lines }
}

describe('npm run pack', () => {
  it('says that a folder is without fault', async () => {
    expect(await pack('check', 'my-pack')).toEqual({
      status: 0,
      lines: ['0 faults, 0 warnings in 1 article, 1 guide, 0 replies, 0 words of the glossary.'],
    })
  })

  it('says what is wrong, and leaves with 1', async () => {
    const file = join(folder, 'my-pack', 'pack.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace('version: 1', 'version: one'))
    const { status, lines } = await pack('check', 'my-pack')
    expect(status).toBe(1)
    expect(lines[0]).toBe(
      'pack.yaml:4:10  fault: “one” cannot stand at “version”.\n    A number stands here, without quotation marks.',
    )
  })

  it('says that there is no pack where there is none', async () => {
    const { status, lines } = await pack('check', 'elsewhere')
    expect([status, lines[0]]).toMatchObject([1, expect.stringContaining('There is no pack.yaml here.')])
  })

  it('makes a key that its owner alone can read, and never writes over one', async () => {
    const first = await pack('keygen', 'key.pem')
    expect(first.status).toBe(0)
    expect(statSync(join(folder, 'key.pem')).mode & 0o777).toBe(0o600)
    const pem = readFileSync(join(folder, 'key.pem'), 'utf8')
    expect((await pack('keygen', 'key.pem')).status).toBe(1)
    expect(readFileSync(join(folder, 'key.pem'), 'utf8')).toBe(pem)
  })

  it('builds the same file from a checkout with CRLF', async () => {
    writePackTo(join(folder, 'windows'), '\r\n')
    await pack('keygen', 'key.pem')
    await pack('build', 'my-pack', '--key', 'key.pem', '--out', 'one')
    await pack('build', 'windows', '--key', 'key.pem', '--out', 'two')
    const [one, two] = ['one', 'two'].map((out) => readFileSync(join(folder, out, 'my-pack-1.foyerpack')))
    expect(one?.length).toBeGreaterThan(500)
    expect(one?.equals(two ?? Buffer.of())).toBe(true)
  })

  it('builds nothing of a folder with a fault, or without a key', async () => {
    await pack('keygen', 'key.pem')
    expect((await pack('build', 'my-pack', '--out', 'public')).status).toBe(1)
    expect((await pack('build', 'my-pack', '--key', 'none.pem', '--out', 'public')).status).toBe(1)
    rmSync(join(folder, 'my-pack', 'articles', 'forms-by-mail.fr.md'))
    expect((await pack('build', 'my-pack', '--key', 'key.pem', '--out', 'public')).status).toBe(1)
    expect(existsSync(join(folder, 'public'))).toBe(false)
  })

  it('previews a pack where practice finds it', async () => {
    const { pack: built } = await checkFolder(join(folder, 'my-pack'), undefined)
    if (built !== undefined) await placePack(folder, built)
    const read = readSettings(readFileSync(join(folder, 'settings.json'), 'utf8'))
    const file = join(folder, 'my-pack-1.foyerpack')
    expect(read).toMatchObject({
      kind: 'read',
      value: { practice: { knowledge: [{ name: 'my-pack', file }] } },
    })
    const keys = read.value.practice.knowledge?.[0]?.keys ?? []
    expect(openPackFile(readFileSync(file), { name: 'my-pack', keys, atLeast: 1 }).kind).toBe('good')
  })

  it('opens no desk for a pack with a fault', async () => {
    rmSync(join(folder, 'my-pack', 'articles', 'forms-by-mail.fr.md'))
    const { status, lines } = await pack('preview', 'my-pack')
    expect([status, lines.at(-1)]).toEqual([1, 'The desk shows a pack without faults: put them right first.'])
  })

  it.each([
    [[]],
    [['check']],
    [['dance', 'x']],
    [['check', 'a', 'b']],
    [['check', 'a', '--today', 'x']],
    [['--x']],
  ])('says what it can do when it is told %j', async (args) => {
    const { status, lines } = await pack(...args)
    expect([status, lines[0]]).toMatchObject([1, expect.stringContaining('npm run pack -- check DIR')])
  })
})

describe('the packs that come with the desk', () => {
  it('are built with their keys, as the desk looks for them', async () => {
    writePackTo(join(folder, 'samples', 'one'))
    await buildSamples(join(folder, 'samples'), join(folder, 'out'))
    const [source] = builtInPacks(join(folder, 'out'))
    expect(source).toMatchObject({ name: 'my-pack', file: join(folder, 'out', 'my-pack-1.foyerpack') })
    const opened = openPackFile(readFileSync(join(folder, 'out', 'my-pack-1.foyerpack')), {
      ...{ name: 'my-pack', keys: source?.keys ?? [], atLeast: 1 },
    })
    expect(opened.kind).toBe('good')
  })

  it('are built anew when something has changed, and not before', async () => {
    const [samples, out] = [join(folder, 'samples'), join(folder, 'out')]
    writePackTo(join(samples, 'one'))
    expect(await areSamplesFresh(samples, out)).toBe(false)
    await buildSamples(samples, out)
    const later = new Date(Date.now() + 60_000)
    utimesSync(join(out, 'keys.json'), later, later)
    expect(await areSamplesFresh(samples, out)).toBe(true)
    const evenLater = new Date(Date.now() + 120_000)
    utimesSync(join(samples, 'one', 'guides', 'send-form-again.yaml'), evenLater, evenLater)
    expect(await areSamplesFresh(samples, out)).toBe(false)
  })

  it('stop the build where one is at fault', async () => {
    writePackTo(join(folder, 'samples', 'one'))
    rmSync(join(folder, 'samples', 'one', 'pack.yaml'))
    await expect(buildSamples(join(folder, 'samples'), join(folder, 'out'))).rejects.toThrow(
      'There is no pack.yaml here.',
    )
  })
})
