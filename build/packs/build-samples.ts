import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { checkFolder } from './check-pack.ts'
import { isFault } from './fault.ts'
import { newestChange } from './newest-change.ts'
import { printFault } from './print-faults.ts'
import { newKey } from './signed/signing-key.ts'
import { packFileName, writePack } from './signed/write-pack.ts'

/**
 * The packs that come with the desk, signed by a key that nobody keeps: it is trusted as the code beside it is. No day is
 * looked at, so that an old checkout can be built.
 */
export async function buildSamples(samples: string, target: string): Promise<void> {
  const key = newKey()
  await rm(target, { recursive: true, force: true })
  await mkdir(target, { recursive: true })
  const built: { name: string; file: string; key: string }[] = []
  for (const folder of (await readdir(samples)).sort()) {
    const { pack, faults } = await checkFolder(join(samples, folder), undefined)
    if (pack === undefined)
      throw new Error(`the pack ${folder} is at fault:\n${faults.filter(isFault).map(printFault).join('\n')}`)
    const file = packFileName(pack)
    await writeFile(join(target, file), writePack(pack, key))
    built.push({ name: pack.name, file, key: key.public })
  }
  await writeFile(join(target, 'keys.json'), `${JSON.stringify(built, undefined, 2)}\n`)
}

/** To check and sign them takes seconds, which is long for a start: they are built when they or the tool have changed. */
export async function areSamplesFresh(samples: string, target: string): Promise<boolean> {
  const built = await stat(join(target, 'keys.json')).catch(() => undefined)
  const rules = fileURLToPath(new URL('../../renderer/domain/knowledge', import.meta.url))
  const tool = fileURLToPath(new URL('.', import.meta.url))
  return built !== undefined && built.mtimeMs > (await newestChange([samples, tool, rules]))
}
