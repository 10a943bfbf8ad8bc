import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { readKey } from '../signed/signing-key.ts'
import type { SigningKey } from '../signed/signing-key.ts'
import { packFileName, writePack } from '../signed/write-pack.ts'
import { checkAloud } from './check.ts'
import type { Command } from './command.ts'

/** `build DIR --key FILE [--out FOLDER]`: checks, and writes the signed file where nothing is at fault. */
export const build: Command = async (told) => {
  const key = await keyFrom(told.key)
  if (typeof key === 'string') {
    told.say(key)
    return 1
  }
  const { pack } = await checkAloud(told)
  if (pack === undefined) {
    told.say('Nothing was built: put the faults right first.')
    return 1
  }
  const folder = told.out ?? process.cwd()
  const file = join(folder, packFileName(pack))
  const bytes = writePack(pack, key)
  await mkdir(folder, { recursive: true })
  await writeFile(file, bytes)
  told.say(`${file} (${Math.ceil(bytes.length / 1024)} KiB), version ${pack.version}, key ${key.public}`)
  return 0
}

/** The key, or why there is none. */
async function keyFrom(file: string | undefined): Promise<SigningKey | string> {
  if (file === undefined)
    return 'Name the key to sign with: --key FILE (npm run pack -- keygen FILE makes one).'
  const pem = await readFile(file, 'utf8').catch(() => undefined)
  if (pem === undefined) return `There is no key that can be read at ${file}.`
  const read = readKey(pem)
  return read.ok ? read.value : `${file} cannot sign: ${read.problem}.`
}
