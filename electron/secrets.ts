import { randomBytes, randomUUID } from 'node:crypto'
import { renameSync } from 'node:fs'
import { join } from 'node:path'

import * as v from 'valibot'

import { problem } from '../renderer/domain/problem.ts'
import type { Problem } from '../renderer/domain/problem.ts'
import { failed, ok } from '../renderer/domain/result.ts'
import type { Result } from '../renderer/domain/result.ts'
import type { DataKey, Realm } from '../renderer/domain/setup.ts'
import { readIfThere, writeDurably } from './durable-file.ts'
import type { Log } from './log.ts'
import { removeFiles } from './remove-files.ts'

/** The part of Electron's safeStorage that is used: the operating system's keystore. */
export interface Keystore {
  isAsyncEncryptionAvailable(): Promise<boolean>
  encryptStringAsync(plain: string): Promise<Buffer>
  /** `shouldReEncrypt` when the keystore has changed its own key since. */
  decryptStringAsync(sealed: Buffer): Promise<{ shouldReEncrypt: boolean; result: string }>
}

export interface SecretsNeeds {
  readonly keystore: Keystore
  readonly folder: string
  readonly log: Log
  readonly now: () => Date
}

type Opened = Promise<Result<DataKey, Problem>>

const KeyFile = v.object({ id: v.pipe(v.string(), v.uuid()), sealed: v.pipe(v.string(), v.base64()) })

const keyBytes = 32

/** The data keys, one a realm: 32 random bytes, sealed by the keystore. They leave this process only for a window. */
export class Secrets {
  readonly #needs: SecretsNeeds
  #turn: Promise<unknown> = Promise.resolve()

  constructor(needs: SecretsNeeds) {
    this.#needs = needs
  }

  /** The realm's key; a realm that has none gets one. */
  open(realm: Realm): Opened {
    return this.#guarded(realm, async () => {
      const text = readIfThere(this.#file(realm))
      return text === undefined ? this.#make(realm) : this.#unseal(realm, text)
    })
  }

  /** A new key. The old one is kept beside it, so that IT can still open the old store. */
  setAside(realm: Realm): Opened {
    const { folder, log, now } = this.#needs
    return this.#guarded(realm, () => {
      if (readIfThere(this.#file(realm)) !== undefined) {
        const stamp = now().toISOString().replace(/[:.]/g, '-')
        renameSync(this.#file(realm), join(folder, `${realm}.${stamp}.aside.json`))
        log.write('data-key-set-aside', { realm })
      }
      return this.#make(realm)
    })
  }

  /**
   * Every key of the realm, also those that were set aside: nobody can read its stores any more.
   * @throws when the disk refuses
   */
  destroy(realm: Realm): Promise<void> {
    const { folder, log } = this.#needs
    const turn = this.#turn.then(() => {
      removeFiles(folder, (name) => name.startsWith(`${realm}.`))
      log.write('data-key-destroyed', { realm })
    })
    this.#turn = turn.catch(() => undefined)
    return turn
  }

  #file(realm: Realm): string {
    return join(this.#needs.folder, `${realm}.key.json`)
  }

  async #make(realm: Realm): Promise<DataKey> {
    const [id, secret] = [randomUUID(), randomBytes(keyBytes)]
    await this.#write(realm, id, secret.toString('base64'))
    this.#needs.log.write('data-key-made', { realm })
    return { id, bytes: Uint8Array.from(secret) }
  }

  async #write(realm: Realm, id: string, secret: string): Promise<void> {
    const sealed = await this.#needs.keystore.encryptStringAsync(secret)
    writeDurably(this.#file(realm), JSON.stringify({ id, sealed: sealed.toString('base64') }))
  }

  async #unseal(realm: Realm, text: string): Promise<DataKey> {
    const { id, sealed } = v.parse(KeyFile, JSON.parse(text))
    const opened = await this.#needs.keystore.decryptStringAsync(Buffer.from(sealed, 'base64'))
    const secret = Buffer.from(opened.result, 'base64')
    if (secret.length !== keyBytes) throw new RangeError('a data key has 32 bytes')
    // A disk that is full now can be written next time; the key has been read.
    if (opened.shouldReEncrypt)
      await this.#write(realm, id, opened.result).catch(() => this.#needs.log.write('data-key-not-renewed'))
    return { id, bytes: Uint8Array.from(secret) }
  }

  /** Never makes a new key because an old one cannot be read: that would hide what was written. */
  #guarded(realm: Realm, work: () => Promise<DataKey>): Opened {
    // One after the other: two first openings at once would make two keys, and one store without its own.
    const turn = this.#turn.then(() => this.#try(realm, work))
    this.#turn = turn
    return turn
  }

  async #try(realm: Realm, work: () => Promise<DataKey>): Opened {
    const { keystore, log } = this.#needs
    try {
      if (!(await keystore.isAsyncEncryptionAvailable())) {
        log.write('keystore-missing')
        return failed(problem('keystore-missing'))
      }
      return ok(await work())
    } catch (error) {
      log.write('data-key-unavailable', { realm, error: error instanceof Error ? error.name : 'unknown' })
      return failed(problem('key-unavailable'))
    }
  }
}
