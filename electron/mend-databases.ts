import * as fs from 'node:fs/promises'
import { join } from 'node:path'

import { wholeLength } from './level-log.ts'
import type { Log } from './log.ts'

/** The log of what was written last, and the list of the database's files. */
const isLog = (name: string): boolean => /^(\d+\.log|MANIFEST-\d+)$/.test(name)

/** Bytes: Chromium begins a new one long before. */
const longest = 64_000_000

/**
 * Takes away what a browser that was killed left half written in the logs of its databases, before it opens them: they
 * would be lost at the next start but one (see level-log.ts). Nothing that was ever said to be saved is in it.
 * A folder that is not there, or that the disk refuses, is left to the browser.
 * @param folder Chromium's folder of all databases, `IndexedDB`
 */
export async function mendDatabases(folder: string, log: Log): Promise<void> {
  for (const database of await namesIn(folder)) {
    if (!database.endsWith('.leveldb')) continue
    for (const name of (await namesIn(join(folder, database))).filter(isLog))
      await mend(join(folder, database, name), log).catch(() => log.write('database-unmended'))
  }
}

const namesIn = (folder: string): Promise<readonly string[]> => fs.readdir(folder).catch(() => [])

async function mend(file: string, log: Log): Promise<void> {
  const { size } = await fs.stat(file)
  if (size === 0 || size > longest) return
  const whole = wholeLength(await fs.readFile(file))
  if (whole === size) return
  await fs.truncate(file, whole)
  log.write('database-mended', { bytes: size - whole })
}
