import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { problem } from '../../../renderer/domain/problem.ts'
import { done, failed, ok } from '../../../renderer/domain/result.ts'
import { bytesIn, closeJournals, fileIn, journalsIn, openBytes } from './journal-under-test.ts'

let folder: string

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'foyer-journal-'))))
afterEach(async () => {
  await closeJournals()
  rmSync(folder, { recursive: true })
})

/** What this Foyer has written, and behind it what a newer one has. */
async function newerBytes(version: string): Promise<Buffer> {
  const journals = journalsIn(folder)
  await journals.open('benefits')
  await journals.append('benefits', ['one', 'two'], true)
  const mine = readFileSync(fileIn(folder))
  return Buffer.concat([mine, Buffer.from(`:#foyer-journal ${version}\n:bmV3ZXI=\n:torn`)])
}

describe('a journal that a newer Foyer has written', () => {
  it('is neither read nor added to, cut, mended or rewritten: not a byte of it changes', async () => {
    const bytes = await newerBytes('99')
    const { journals, opened } = await openBytes(folder, bytes)
    const before = bytesIn(folder)
    expect(opened).toEqual(failed(problem('journal-newer')))
    const unsaved = failed(problem('not-saved', false))
    expect(await journals.append('benefits', ['three'], true)).toEqual(unsaved)
    expect(await journals.rewrite('benefits', [])).toEqual(unsaved)
    expect(await journals.open('benefits')).toEqual(failed(problem('journal-newer')))
    expect(bytesIn(folder)).toEqual(before)
    expect(readFileSync(fileIn(folder))).toEqual(bytes)
  })

  it('is not touched by a desk that had it open before', async () => {
    const journals = journalsIn(folder)
    await journals.open('benefits')
    await journals.append('benefits', ['one'], true)
    const bytes = await newerBytes('2')
    writeFileSync(fileIn(folder), bytes)
    expect(await journals.open('benefits')).toEqual(failed(problem('journal-newer')))
    expect(await journals.append('benefits', ['three'], true)).toEqual(failed(problem('not-saved', false)))
    expect(readFileSync(fileIn(folder))).toEqual(bytes)
  })

  it('stands in no other realm’s way', async () => {
    const { journals } = await openBytes(folder, await newerBytes('99'))
    expect(await journals.open('practice')).toEqual(ok({ lines: [], damaged: 0 }))
    expect(await journals.append('practice', ['one'], true)).toEqual(done)
  })
})

describe('a journal of this version', () => {
  it('is damaged, and not newer, where a byte makes a line unreadable', async () => {
    const { opened } = await openBytes(folder, Buffer.from(':#foyer-journal x\n:#foyer\n'))
    expect(opened).toEqual(ok({ lines: [], damaged: 2 }))
  })
})
