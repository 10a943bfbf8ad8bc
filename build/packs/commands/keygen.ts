import { writeFile } from 'node:fs/promises'

import { newKey, writeKey } from '../signed/signing-key.ts'
import type { Command } from './command.ts'

/** `keygen FILE`: a new key that its owner alone can read. One that is there is never written over. */
export const keygen: Command = async ({ target, say }) => {
  const key = newKey()
  try {
    await writeFile(target, writeKey(key), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST'
    say(isThere ? `${target} is there already and stays as it is.` : `${target} cannot be written.`)
    return 1
  }
  say(`${target} signs packs: keep it safe, and out of version control.`)
  say(`Desks trust it by its public half, in "keys" of settings.json: ${key.public}`)
  return 0
}
