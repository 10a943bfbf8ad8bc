import { constants } from 'node:fs'
import type * as fs from 'node:fs/promises'
import { dirname } from 'node:path'

import { asLine, isNewerVersion, openLine, piecesOf, sealLine } from './journal-lines.ts'
import type { LineKey } from './journal-lines.ts'

/** The part of `node:fs/promises` that a journal needs; a test hands in a disk that is full. */
export type JournalDisk = Pick<typeof fs, 'open' | 'readFile' | 'rename' | 'mkdir'>

export interface JournalFileNeeds {
  readonly file: string
  readonly key: LineKey
  readonly disk: JournalDisk
  /** Damaged lines could not be put aside: they stay where they are. */
  readonly onUnmended: () => void
}

export interface ReadJournal {
  readonly lines: readonly string[]
  readonly damaged: number
}

/** A newer Foyer has written the file: nothing is added to it, moved or cut. */
export class NewerJournal extends Error {
  override readonly name = 'NewerJournal'
  /** For the log. */
  readonly code = 'newer-version'
}

interface Waiting {
  readonly bytes: Buffer
  readonly sync: boolean
  readonly settle: (error: unknown) => void
}

/** Read and write, made where it is not there, never cut. Not for appending: Windows cannot shorten such a file. */
const readWrite = constants.O_RDWR | constants.O_CREAT

/**
 * A file to which sealed lines are only added. Its methods take their turns, and reject when the disk refuses; what was
 * there before is there afterwards, whole.
 */
export class JournalFile {
  readonly #needs: JournalFileNeeds
  readonly #waiting: Waiting[] = []
  #turn: Promise<unknown> = Promise.resolve()
  #handle: fs.FileHandle | undefined
  /** Bytes that are whole lines; what lies behind them is the rest of a write that failed. */
  #length = 0
  /** Whether a line was added since the lines were read last. */
  #grown = false

  constructor(needs: JournalFileNeeds) {
    this.#needs = needs
  }

  /**
   * Every line, oldest first. Damaged ones are moved to a file beside it, where IT can look at them.
   * @throws NewerJournal
   */
  read(): Promise<ReadJournal> {
    return this.#inTurn(async () => {
      await this.#close()
      const { disk, file, key } = this.#needs
      const made = await disk.mkdir(dirname(file), { recursive: true, mode: 0o700 })
      if (made !== undefined) await forceFolder(disk, dirname(made))
      const bytes = await this.#bytes()
      const pieces = piecesOf(bytes)
      if (pieces.some(isNewerVersion)) throw new NewerJournal()
      const read = pieces.map((piece) => ({ piece, text: openLine(key, piece) }))
      const damaged = read.filter(({ text }) => text === undefined).map(({ piece }) => asLine(piece))
      this.#length = bytes.length
      if (damaged.length > 0) {
        const whole = read.filter(({ text }) => text !== undefined).map(({ piece }) => asLine(piece))
        await this.#mend(whole, damaged).catch(this.#needs.onUnmended)
      }
      this.#grown = false
      return { lines: read.flatMap(({ text }) => text ?? []), damaged: damaged.length }
    })
  }

  /** Resolves when it is written, with `sync` when it is on the disk. Those who wait together are forced together. */
  append(lines: readonly string[], sync: boolean): Promise<void> {
    const bytes = Buffer.concat(lines.map((line) => sealLine(this.#needs.key, line)))
    return new Promise((resolve, reject) => {
      const settle = (error: unknown): void =>
        error === undefined ? resolve() : reject(new Error('not written', { cause: error }))
      this.#waiting.push({ bytes, sync, settle })
      if (this.#waiting.length === 1) void this.#inTurn(() => this.#commit(this.#waiting.splice(0)))
    })
  }

  /** Puts these lines in the place of all others, at once or not at all. */
  rewrite(lines: readonly string[]): Promise<void> {
    return this.#inTurn(async () => {
      // Whoever chose these lines has not seen the one that was added since, and would drop it.
      if (this.#grown) throw new RangeError('a line was added since the journal was read')
      await this.#replace(lines.map((line) => sealLine(this.#needs.key, line)))
    })
  }

  close(): Promise<void> {
    return this.#inTurn(() => this.#close())
  }

  async #bytes(): Promise<Buffer> {
    const { disk, file } = this.#needs
    return disk.readFile(file).catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0)
      throw error
    })
  }

  async #mend(whole: readonly Buffer[], damaged: readonly Buffer[]): Promise<void> {
    const { disk, file } = this.#needs
    const aside = await disk.open(`${file}.damaged`, 'a', 0o600)
    try {
      await aside.appendFile(Buffer.concat(damaged))
      await aside.sync()
    } finally {
      await aside.close()
    }
    await this.#replace(whole)
  }

  async #replace(lines: readonly Buffer[]): Promise<void> {
    const { disk, file } = this.#needs
    const bytes = Buffer.concat(lines)
    const beside = await disk.open(`${file}.new`, 'w', 0o600)
    try {
      await beside.writeFile(bytes)
      await beside.sync()
    } finally {
      await beside.close()
    }
    // Windows renames over no file that is open.
    await this.#close()
    await disk.rename(`${file}.new`, file)
    this.#length = bytes.length
    await forceFolder(disk, dirname(file))
  }

  async #commit(group: readonly Waiting[]): Promise<void> {
    const error = await this.#tryToWrite(group)
    // A large one that the disk has no room for must not take the small ones with it.
    if (error !== undefined && group.length > 1) for (const one of group) await this.#commit([one])
    else for (const { settle } of group) settle(error)
  }

  async #tryToWrite(group: readonly Waiting[]): Promise<unknown> {
    try {
      await this.#write(Buffer.concat(group.map(({ bytes }) => bytes)))
      if (group.some(({ sync }) => sync)) await this.#handle?.sync()
      this.#length += group.reduce((sum, { bytes }) => sum + bytes.length, 0)
      this.#grown = true
      return undefined
    } catch (error) {
      await this.#cut()
      return error ?? new Error('unknown')
    }
  }

  async #write(bytes: Buffer): Promise<void> {
    const handle = (this.#handle ??= await this.#openHandle())
    for (let at = 0; at < bytes.length;) {
      const { bytesWritten } = await handle.write(bytes, at, bytes.length - at, this.#length + at)
      at += bytesWritten
    }
  }

  async #openHandle(): Promise<fs.FileHandle> {
    const { disk, file } = this.#needs
    const handle = await disk.open(file, readWrite, 0o600)
    const { size } = await handle.stat()
    if (size > this.#length) await handle.truncate(this.#length)
    this.#length = Math.min(size, this.#length)
    if (size === 0) await forceFolder(disk, dirname(file))
    return handle
  }

  /** After a write that failed. Where even that fails, the next opening does it before anything is added. */
  async #cut(): Promise<void> {
    await this.#handle?.truncate(this.#length).catch(() => undefined)
    await this.#close()
  }

  async #close(): Promise<void> {
    const handle = this.#handle
    this.#handle = undefined
    await handle?.close().catch(() => undefined)
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work)
    this.#turn = turn.catch(() => undefined)
    return turn
  }
}

/** So that a new or renamed file is still there after a power cut (fsync(2)). Windows cannot and need not. */
async function forceFolder(disk: JournalDisk, folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await disk.open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
