import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { PackRefusal, PackStatus } from '../renderer/domain/knowledge/pack.ts'
import type { Realm } from '../renderer/domain/setup.ts'
import type { Log } from './log.ts'
import { fetchPack } from './pack-fetch.ts'
import type { FetchedPack, PackWeb } from './pack-fetch.ts'
import { openPackFile } from './pack-file.ts'
import { PackShelf } from './pack-shelf.ts'

/** A pack that IT has named: from a web server, or a built file of this computer. */
export type PackSource = { readonly name: string; readonly keys: readonly string[] } & (
  { readonly url: string } | { readonly file: string }
)

export interface PacksNeeds {
  readonly folder: string
  readonly sourcesOf: (realm: Realm) => readonly PackSource[]
  readonly web: PackWeb
  readonly now: () => number
  readonly log: Log
}

/** The knowledge packs of each realm: fetched, verified, and put in the place of the one before only when they are good. */
export class Packs {
  readonly #needs: PacksNeeds
  readonly #refused = new Map<string, PackRefusal>()
  #running: Promise<unknown> = Promise.resolve()

  constructor(needs: PacksNeeds) {
    this.#needs = needs
  }

  /** What is here, without asking anybody. */
  status(realm: Realm): readonly PackStatus[] {
    const shelf = this.#shelf(realm)
    return this.#needs.sourcesOf(realm).map((source) => {
      const opened = shelf.read(source)
      const good = opened?.kind === 'good' ? opened : undefined
      return {
        name: source.name,
        version: good?.version,
        refused:
          this.#refused.get(`${realm}/${source.name}`) ??
          (opened?.kind === 'refused' ? opened.why : undefined),
        checkedAt: shelf.notes(source.name).checkedAt,
      }
    })
  }

  /** The verified body, gzip of JSON; `undefined` where there is none. */
  body(realm: Realm, name: string): { version: number; body: Uint8Array<ArrayBuffer> } | undefined {
    const source = this.#needs.sourcesOf(realm).find((one) => one.name === name)
    const opened = source && this.#shelf(realm).read(source)
    return opened?.kind === 'good' ? { version: opened.version, body: opened.body } : undefined
  }

  /** Asks every source, one round at a time. Never rejects. */
  refresh(realm: Realm): Promise<readonly PackStatus[]> {
    const round = this.#running.then(async () => {
      for (const source of this.#needs.sourcesOf(realm)) await this.#fetch(realm, source)
      return this.status(realm)
    })
    this.#running = round.catch(() => undefined)
    return round
  }

  wipe(realm: Realm): Promise<void> {
    return this.#shelf(realm).wipe()
  }

  async #fetch(realm: Realm, source: PackSource): Promise<void> {
    const { log } = this.#needs
    const at = `${realm}/${source.name}`
    const refusal = await this.#take(realm, source).catch((): PackRefusal => 'unstored')
    if (refusal === undefined) this.#refused.delete(at)
    else this.#refused.set(at, refusal)
    if (refusal !== undefined) log.write('pack-refused', { pack: source.name, why: refusal })
  }

  /** @returns why it was not taken; `undefined` when the newest is here */
  async #take(realm: Realm, source: PackSource): Promise<PackRefusal | undefined> {
    const shelf = this.#shelf(realm)
    const notes = shelf.notes(source.name)
    const here = shelf.read(source)
    const present = here?.kind === 'good' ? here.version : 0
    // Without a good one here, a tag would only say that nothing has changed.
    const found = await this.#find(source, present > 0 ? notes.etag : undefined)
    if (found.kind === 'refused') return found.why
    const checkedAt = this.#needs.now()
    if (found.kind === 'unchanged') {
      shelf.note(source.name, { ...notes, checkedAt })
      return undefined
    }
    const opened = openPackFile(found.bytes, { ...source, atLeast: Math.max(present, notes.highest) })
    if (opened.kind === 'refused') return opened.why
    const { etag } = found
    const next = { ...(etag !== undefined && { etag }), checkedAt, highest: opened.version }
    if (opened.version === present) shelf.note(source.name, next)
    else shelf.put(source.name, found.bytes, next)
    return undefined
  }

  async #find(source: PackSource, etag: string | undefined): Promise<FetchedPack> {
    if ('url' in source) return fetchPack(this.#needs.web, { url: source.url, etag })
    const bytes = await readFile(source.file).catch(() => undefined)
    return bytes ? { kind: 'file', bytes, etag: undefined } : { kind: 'refused', why: 'unreachable' }
  }

  #shelf = (realm: Realm): PackShelf => new PackShelf(join(this.#needs.folder, realm))
}
