import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { done, ok } from '../../../renderer/domain/result.ts'
import { drawFrom } from './draw.ts'
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

describe('a damaged journal', () => {
  it('that was torn at any byte of its last line has lost that line alone, and goes on', async () => {
    const bytes = await written()
    const lastAt = bytes.subarray(0, -1).lastIndexOf('\n') + 1
    const outcomes = new Map<string, number>()
    for (let cut = lastAt; cut < bytes.length; cut++) {
      rmSync(`${fileIn(folder)}.damaged`, { force: true })
      const { journals, opened } = await openBytes(folder, bytes.subarray(0, cut))
      await journals.append('benefits', ['next'], true)
      const again = await journalsIn(folder).open('benefits')
      const outcome = JSON.stringify([opened, again])
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    }
    const [head, whole] = [three.slice(0, 2), three]
    const went = (lines: readonly string[], damaged: number) =>
      JSON.stringify([ok({ lines, damaged }), ok({ lines: [...lines, 'next'], damaged: 0 })])
    const length = bytes.length - lastAt
    expect(outcomes).toEqual(
      // Nothing of it, or its first mark alone; a part; all but the mark at its end.
      new Map([
        [went(head, 0), 2],
        [went(head, 1), length - 3],
        [went(whole, 0), 1],
      ]),
    )
  }, 60_000)

  it('loses one line at most to a byte that was changed, whichever it is, and puts it aside', async () => {
    const bytes = await written(['a', 'b', 'c'])
    for (let at = 0; at < bytes.length; at++)
      for (const flip of [0x01, 0x80]) {
        const changed = Buffer.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ flip
        rmSync(`${fileIn(folder)}.damaged`, { force: true })
        const { opened } = await openBytes(folder, changed)
        const { lines, damaged } = opened.ok ? opened.value : { lines: [], damaged: 0 }
        expect(lines.length, `byte ${at}`).toBeGreaterThanOrEqual(2)
        expect(['a', 'b', 'c'].filter((line) => lines.includes(line))).toEqual(lines)
        expect(lines.length === 3 || damaged > 0).toBe(true)
        expect('benefits.key-1.journal.damaged' in bytesIn(folder)).toBe(damaged > 0)
      }
  }, 60_000)

  it('keeps what could not be read, byte for byte, and counts it once', async () => {
    const bytes = await written()
    const broken = Buffer.concat([bytes.subarray(0, -20), Buffer.from('\n'), bytes])
    const { opened } = await openBytes(folder, broken)
    expect(opened).toEqual(ok({ lines: [...three.slice(0, 2), ...three], damaged: 1 }))
    const lastAt = bytes.subarray(0, -1).lastIndexOf('\n') + 1
    expect(bytesIn(folder)['benefits.key-1.journal.damaged']).toBe(
      `${bytes.subarray(lastAt, -20).toString('latin1')}\n`,
    )
    expect(await journalsIn(folder).open('benefits')).toEqual(
      ok({ lines: [...three.slice(0, 2), ...three], damaged: 0 }),
    )
  })

  it('is read also where the disk is too full to put anything aside', async () => {
    const bytes = await written()
    writeFileSync(fileIn(folder), bytes.subarray(0, -9))
    const full = faultyDisk((call) => (call === 'appendFile' ? 'ENOSPC' : undefined))
    const journals = journalsIn(folder, full)
    expect(await journals.open('benefits')).toEqual(ok({ lines: three.slice(0, 2), damaged: 1 }))
    expect(await journals.append('benefits', ['next'], true)).toEqual(done)
    expect(await journalsIn(folder).open('benefits')).toEqual(
      ok({ lines: [...three.slice(0, 2), 'next'], damaged: 1 }),
    )
  })

  it('of any bytes at all is opened, and takes what comes (500 of them)', async () => {
    const draw = drawFrom(20261123)
    for (let run = 0; run < 500; run++) {
      const bytes = Buffer.from(Array.from({ length: draw(200) }, () => draw(256)))
      const { journals, opened } = await openBytes(folder, bytes)
      expect(opened.ok && opened.value.lines).toEqual([])
      expect(await journals.append('benefits', ['next'], false)).toEqual(done)
      expect(await journals.open('benefits')).toEqual(ok({ lines: ['next'], damaged: 0 }))
    }
  }, 60_000)
})

describe('a desk that is killed in mid-write', () => {
  const writer = fileURLToPath(new URL('journal-writer.ts', import.meta.url))

  /** Lets it write from this number on, kills it a moment after its first line, and tells what it had acknowledged. */
  async function killWriter(from: number, moment: number): Promise<readonly number[]> {
    const child = spawn(process.execPath, ['--import', 'tsx', writer, folder, String(from)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let heard = ''
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.stdout.on('data', (chunk: Buffer) => {
      if (heard === '') setTimeout(() => child.kill('SIGKILL'), moment)
      heard += chunk.toString()
    })
    await ended
    // The last number may be cut off in the pipe: whole lines alone are acknowledgements.
    return heard.split('\n').slice(0, -1).map(Number)
  }

  it('has lost nothing that it had acknowledged (20 times, seed 20261123)', async () => {
    const draw = drawFrom(20261123)
    const acknowledged: number[] = []
    for (let time = 0; time < 20; time++) acknowledged.push(...(await killWriter(time * 100_000, draw(40))))
    const opened = await journalsIn(folder).open('benefits')
    const found = opened.ok ? opened.value.lines.map((line) => Number(line.split(' ', 1)[0])) : []
    expect(acknowledged.filter((number) => !found.includes(number))).toEqual([])
    expect([...found].sort((a, b) => a - b)).toEqual(found)
    expect(new Set(acknowledged.map((number) => Math.floor(number / 100_000))).size).toBe(20)
  }, 120_000)
})
