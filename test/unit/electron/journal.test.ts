import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { problem } from '../../../renderer/domain/problem.ts'
import { done, failed, ok } from '../../../renderer/domain/result.ts'
import { bytesIn, closeJournals, faultyDisk, fileIn, journalsIn, openBytes } from './journal-under-test.ts'

let folder: string

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'foyer-journal-'))))
afterEach(async () => {
  await closeJournals()
  rmSync(folder, { recursive: true })
})

const three = ['Rappeler Mme Tremblay', '{"kind":"state"}', 'Прошу перезвонить \u{1F4DE}']

async function written(lines: readonly string[] = three): Promise<Buffer> {
  const journals = journalsIn(folder)
  await journals.open('benefits')
  await journals.append('benefits', lines, true)
  return readFileSync(fileIn(folder))
}

describe('the journal', () => {
  it('gives back after a restart what was added, in its order, and nothing of it can be read on the disk', async () => {
    const bytes = await written()
    expect(await journalsIn(folder).open('benefits')).toEqual(ok({ lines: three, damaged: 0 }))
    expect(bytes.toString('latin1')).toMatch(/^(:[A-Za-z0-9+/=]+\n){3}$/)
    expect(statSync(fileIn(folder)).mode & 0o077).toBe(0)
  })

  it('begins empty, and takes nothing before it was opened', async () => {
    const journals = journalsIn(join(folder, 'deeper', 'still'))
    expect(await journals.append('benefits', ['lost?'], true)).toEqual(failed(problem('not-saved', false)))
    expect(await journals.open('benefits')).toEqual(ok({ lines: [], damaged: 0 }))
  })

  it('keeps the order of two that are written at once, and forces them to the disk together', async () => {
    let syncs = 0
    const journals = journalsIn(
      folder,
      faultyDisk((call) => void (syncs += call === 'sync' ? 1 : 0)),
    )
    await journals.open('benefits')
    await journals.append('benefits', ['0'], true)
    syncs = 0
    const lines = Array.from({ length: 50 }, (_, index) => String(index + 1))
    const outcomes = await Promise.all(lines.map((line) => journals.append('benefits', [line], true)))
    expect(outcomes).toEqual(lines.map(() => done))
    expect(syncs).toBeLessThanOrEqual(2)
    expect(await journals.open('benefits')).toEqual(ok({ lines: ['0', ...lines], damaged: 0 }))
  })

  it('has room for a line of 10 MB', async () => {
    const large = 'é'.repeat(5_000_000)
    await written(['before', large, 'after'])
    expect(await journalsIn(folder).open('benefits')).toEqual(
      ok({ lines: ['before', large, 'after'], damaged: 0 }),
    )
  })

  it('is not read with another key, or as another realm’s: that one begins beside it', async () => {
    const bytes = await written()
    expect(await journalsIn(folder, undefined, 'key-22').open('benefits')).toEqual(
      ok({ lines: [], damaged: 0 }),
    )
    expect(readFileSync(fileIn(folder))).toEqual(bytes)
    writeFileSync(join(folder, 'passports.key-1.journal'), bytes)
    expect(await journalsIn(folder).open('passports')).toEqual(ok({ lines: [], damaged: 3 }))
  })

  it('is destroyed with everything beside it, and another realm’s stays', async () => {
    const bytes = await written()
    await openBytes(folder, bytes.subarray(0, -5))
    const journals = journalsIn(folder)
    await journals.open('benefits-2')
    await journals.append('benefits-2', ['stays'], true)
    await journals.destroy('benefits')
    expect(readdirSync(folder)).toEqual(['benefits-2.key-1.journal'])
  })
})

describe('a disk that refuses', () => {
  const refused = failed(problem('not-saved', false))

  it.each([
    ['write', 'ENOSPC'],
    ['write', 'EIO'],
    ['sync', 'EIO'],
  ])('in mid-%s (%s) is told, and the file ends whole', async (call, code) => {
    let isFull = false
    const disk = faultyDisk((name) => (isFull && name === call ? code : undefined))
    const journals = journalsIn(folder, disk)
    await journals.open('benefits')
    await journals.append('benefits', three, true)
    const before = readFileSync(fileIn(folder))
    isFull = true
    expect(await journals.append('benefits', ['lost'], true)).toEqual(refused)
    expect(readFileSync(fileIn(folder))).toEqual(before)
    isFull = false
    expect(await journals.append('benefits', ['next'], true)).toEqual(done)
    expect(await journalsIn(folder).open('benefits')).toEqual(ok({ lines: [...three, 'next'], damaged: 0 }))
  })

  it('and does not even shorten the file leaves the next one to do it', async () => {
    let isBroken = false
    const disk = faultyDisk((name) => (isBroken && ['write', 'truncate'].includes(name) ? 'EIO' : undefined))
    const journals = journalsIn(folder, disk)
    await journals.open('benefits')
    await journals.append('benefits', three, true)
    isBroken = true
    expect(await journals.append('benefits', ['lost '.repeat(100)], true)).toEqual(refused)
    isBroken = false
    expect(await journals.append('benefits', ['next'], true)).toEqual(done)
    expect(await journalsIn(folder).open('benefits')).toEqual(ok({ lines: [...three, 'next'], damaged: 0 }))
  })

  it('a large line does not take the small ones that wait with it', async () => {
    const disk = faultyDisk((name, _bytes, _at, length) =>
      name === 'write' && Number(length) > 10_000 ? 'ENOSPC' : undefined,
    )
    const journals = journalsIn(folder, disk)
    await journals.open('benefits')
    const lines = ['small', 'x'.repeat(20_000), 'small too']
    expect(await Promise.all(lines.map((line) => journals.append('benefits', [line], true)))).toEqual([
      done,
      refused,
      done,
    ])
    expect(await journals.open('benefits')).toEqual(ok({ lines: ['small', 'small too'], damaged: 0 }))
  })
})

describe('rewriting', () => {
  it('puts the lines in the place of all others, and goes on behind them', async () => {
    await written()
    const journals = journalsIn(folder)
    await journals.open('benefits')
    expect(await journals.rewrite('benefits', ['kept'])).toEqual(done)
    await journals.append('benefits', ['next'], true)
    expect(await journalsIn(folder).open('benefits')).toEqual(ok({ lines: ['kept', 'next'], damaged: 0 }))
    expect(Object.keys(bytesIn(folder))).toEqual(['benefits.key-1.journal'])
  })

  it.each(['writeFile', 'sync', 'rename'])('leaves everything as it was when %s fails', async (call) => {
    let isFull = false
    const disk = faultyDisk((name) => (isFull && name === call ? 'ENOSPC' : undefined))
    const journals = journalsIn(folder, disk)
    await journals.open('benefits')
    await journals.append('benefits', three, true)
    await journals.open('benefits')
    isFull = true
    expect(await journals.rewrite('benefits', ['kept'])).toEqual(failed(problem('not-saved', false)))
    isFull = false
    expect(await journals.append('benefits', ['next'], true)).toEqual(done)
    expect(await journalsIn(folder).open('benefits')).toEqual(ok({ lines: [...three, 'next'], damaged: 0 }))
  })

  it('is refused when a line was added since whoever rewrites has read it', async () => {
    const journals = journalsIn(folder)
    await journals.open('benefits')
    await journals.append('benefits', ['of another window'], true)
    expect(await journals.rewrite('benefits', [])).toEqual(failed(problem('not-saved', false)))
    expect(await journals.open('benefits')).toEqual(ok({ lines: ['of another window'], damaged: 0 }))
  })
})
