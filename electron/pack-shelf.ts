import { copyFileSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'

import * as v from 'valibot'

import { readIfThere, writeDurably } from './durable-file.ts'
import { openPackFile } from './pack-file.ts'
import type { Expected, OpenedPack } from './pack-file.ts'

const Notes = v.object({
  etag: v.optional(v.string()),
  checkedAt: v.optional(v.number()),
  /** The highest version that was ever here: who takes the files away does not bring an old one back. */
  highest: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0)), 0),
})
export type PackNotes = v.InferOutput<typeof Notes>

const nothing: PackNotes = { highest: 0 }

/** Where one realm's packs lie: of each the present one, the one before, and what is known of its source. */
export class PackShelf {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /** The present one; the one before where that is damaged. It is verified each time: a disk can lie, and so can a hand. */
  read(expected: Omit<Expected, 'atLeast'>): OpenedPack | undefined {
    const all = [this.#path(expected.name), this.#before(expected.name)].flatMap((file) => {
      const bytes = bytesIfThere(file)
      return bytes ? [openPackFile(bytes, { ...expected, atLeast: 0 })] : []
    })
    return all.find(({ kind }) => kind === 'good') ?? all[0]
  }

  /** At once or not at all: after a power cut there is the old one or the new one. @throws when the disk does not take it. */
  put(name: string, file: Uint8Array, notes: PackNotes): void {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 })
    const [present, before] = [this.#path(name), this.#before(name)]
    if (bytesIfThere(present)) {
      copyFileSync(present, `${before}.new`)
      renameSync(`${before}.new`, before)
    }
    writeDurably(present, file)
    this.note(name, notes)
  }

  notes(name: string): PackNotes {
    try {
      return v.parse(Notes, JSON.parse(readIfThere(this.#notes(name)) ?? '{}'))
    } catch {
      return nothing
    }
  }

  note(name: string, notes: PackNotes): void {
    writeDurably(this.#notes(name), JSON.stringify(notes))
  }

  wipe(): Promise<void> {
    return rm(this.#folder, { recursive: true, force: true })
  }

  #path = (name: string): string => join(this.#folder, `${name}.foyerpack`)
  #before = (name: string): string => join(this.#folder, `${name}.before.foyerpack`)
  #notes = (name: string): string => join(this.#folder, `${name}.json`)
}

function bytesIfThere(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}
