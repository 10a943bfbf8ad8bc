import * as fs from 'node:fs/promises'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { Journals } from '../../../electron/journal.ts'
import type { JournalDisk } from '../../../electron/journal-file.ts'
import { ok } from '../../../renderer/domain/result.ts'

export const keyOf = (id: string) => ({ id, bytes: new Uint8Array(32).fill(id.length) })

const opened: Journals[] = []

export async function closeJournals(): Promise<void> {
  for (const journals of opened.splice(0)) await journals.close()
}

/** Journals in a folder, with a key that is the same in every process. */
export const journalsIn = (folder: string, disk: JournalDisk = fs, keyId = 'key-1'): Journals => {
  const journals = new Journals({
    folder,
    openKey: () => Promise.resolve(ok(keyOf(keyId))),
    log: { write: () => undefined },
    disk,
  })
  opened.push(journals)
  return journals
}

export const fileIn = (folder: string, keyId = 'key-1'): string => join(folder, `benefits.${keyId}.journal`)

/** What a folder holds, by name. */
export const bytesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('latin1')]),
  )

/** Opens a journal whose file holds these bytes. */
export async function openBytes(folder: string, bytes: Buffer) {
  writeFileSync(fileIn(folder), bytes)
  const journals = journalsIn(folder)
  return { journals, opened: await journals.open('benefits') }
}

type Handle = fs.FileHandle

/** A disk on which some calls of its files fail. `refuse` says which, and with what. */
export function faultyDisk(refuse: (call: string, ...args: unknown[]) => string | undefined): JournalDisk {
  const fail = (code: string): never => {
    throw Object.assign(new Error(code), { code })
  }
  const faulty = (handle: Handle): Handle =>
    new Proxy(handle, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name)
        if (typeof value !== 'function') return value
        return async (...args: unknown[]): Promise<unknown> => {
          const code = refuse(String(name), ...args)
          if (code !== undefined) {
            // A full disk takes what still fits.
            if (name === 'write')
              await target.write(args[0] as Buffer, 0, (args[2] as number) - 1, args[3] as number)
            fail(code)
          }
          return Reflect.apply(value as () => unknown, target, args)
        }
      },
    })
  return {
    ...fs,
    open: async (...args: Parameters<typeof fs.open>) => faulty(await fs.open(...args)),
    rename: async (...args: Parameters<typeof fs.rename>) => {
      const code = refuse('rename')
      if (code !== undefined) fail(code)
      return fs.rename(...args)
    },
  }
}
