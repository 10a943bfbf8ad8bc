import * as fs from 'node:fs/promises'
import { join } from 'node:path'

import { problem } from '../renderer/domain/problem.ts'
import type { Problem } from '../renderer/domain/problem.ts'
import { done, failed, ok } from '../renderer/domain/result.ts'
import type { Result } from '../renderer/domain/result.ts'
import type { DataKey, Realm } from '../renderer/domain/setup.ts'
import { JournalFile, NewerJournal } from './journal-file.ts'
import type { JournalDisk, ReadJournal } from './journal-file.ts'
import { deriveLineKey } from './journal-lines.ts'
import type { Log } from './log.ts'
import { removeFiles } from './remove-files.ts'

export interface JournalNeeds {
  readonly folder: string
  readonly openKey: (realm: Realm) => Promise<Result<DataKey, Problem>>
  readonly log: Log
  readonly disk?: JournalDisk
}

type Outcome<T> = Promise<Result<T, Problem>>

interface Opened {
  readonly keyId: string
  readonly file: JournalFile
}

/**
 * The journals, one a realm. The file's name carries the key's id, as the store's does: a key that is set aside leaves
 * its journal beside, and a new one begins.
 */
export class Journals {
  readonly #needs: JournalNeeds
  readonly #opened = new Map<Realm, Opened>()

  constructor(needs: JournalNeeds) {
    this.#needs = needs
  }

  /**
   * Every line, and how many were damaged. A window that was loaded again opens it again. Fails with journal-newer and
   * store-unopened; nothing can be written then.
   */
  async open(realm: Realm): Outcome<ReadJournal> {
    const key = await this.#needs.openKey(realm)
    if (!key.ok) return key
    const { file } = await this.#openedWith(realm, key.value)
    try {
      const read = await file.read()
      if (read.damaged > 0) this.#needs.log.write('journal-damaged', { realm, lines: read.damaged })
      return ok(read)
    } catch (error) {
      // What could not be read is not added to either: where its end is, nobody knows.
      await this.#close(realm)
      return this.#refused(error, problem(error instanceof NewerJournal ? 'journal-newer' : 'store-unopened'))
    }
  }

  append(realm: Realm, lines: readonly string[], sync: boolean): Outcome<undefined> {
    return this.#write(realm, (file) => file.append(lines, sync))
  }

  rewrite(realm: Realm, lines: readonly string[]): Outcome<undefined> {
    return this.#write(realm, (file) => file.rewrite(lines))
  }

  /** Every journal of the realm, of whatever key, with what lies beside it. @throws when the disk refuses. */
  async destroy(realm: Realm): Promise<void> {
    await this.#close(realm)
    removeFiles(this.#needs.folder, (name) => name.startsWith(`${realm}.`))
  }

  /** At the desk's end. */
  async close(): Promise<void> {
    for (const realm of [...this.#opened.keys()]) await this.#close(realm)
  }

  async #openedWith(realm: Realm, key: DataKey): Promise<Opened> {
    const open = this.#opened.get(realm)
    if (open?.keyId === key.id) return open
    const { folder, log, disk = fs } = this.#needs
    const file = new JournalFile({
      file: join(folder, `${realm}.${key.id}.journal`),
      key: deriveLineKey(realm, key),
      disk,
      onUnmended: () => log.write('journal-unmended', { realm }),
    })
    const opened = { keyId: key.id, file }
    this.#opened.set(realm, opened)
    await open?.file.close()
    return opened
  }

  async #close(realm: Realm): Promise<void> {
    const open = this.#opened.get(realm)
    this.#opened.delete(realm)
    await open?.file.close()
  }

  async #write(realm: Realm, work: (file: JournalFile) => Promise<void>): Outcome<undefined> {
    const open = this.#opened.get(realm)
    try {
      if (!open) throw new RangeError('the journal is not open')
      await work(open.file)
      return done
    } catch (error) {
      return this.#refused(error, problem('not-saved', false))
    }
  }

  #refused(error: unknown, shown: Problem): Result<never, Problem> {
    const cause: unknown = error instanceof Error && error.cause !== undefined ? error.cause : error
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
    this.#needs.log.write('journal-refused', { error: code })
    return failed(shown)
  }
}
