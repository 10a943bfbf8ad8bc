import { join } from 'node:path'

import * as v from 'valibot'

import { readIfThere } from './durable-file.ts'
import type { PackSource } from './packs.ts'

const Keys = v.array(v.object({ name: v.string(), file: v.string(), key: v.string() }))

/** The packs that were built with the desk: they lie beside its code, and are trusted as it is. */
export function builtInPacks(folder: string): readonly PackSource[] {
  const text = readIfThere(join(folder, 'keys.json'))
  if (text === undefined) return []
  return v.parse(Keys, JSON.parse(text)).map(({ name, file, key }) => ({
    name,
    keys: [key],
    file: join(folder, file),
  }))
}
