import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Removes the files of a folder that are meant; a folder that is not there has none. @throws when the disk refuses. */
export function removeFiles(folder: string, isMeant: (name: string) => boolean): void {
  for (const name of namesIn(folder)) if (isMeant(name)) rmSync(join(folder, name), { force: true })
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
