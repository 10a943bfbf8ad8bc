import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import type { Pack } from '../../../renderer/domain/knowledge/pack.ts'
import { newKey } from '../signed/signing-key.ts'
import { packFileName, writePack } from '../signed/write-pack.ts'
import { checkAloud } from './check.ts'
import type { Command } from './command.ts'

/** `preview DIR`: opens the desk with practice, and this pack in the place of those that come with it. */
export const preview: Command = async (told) => {
  const { pack } = await checkAloud(told)
  if (pack === undefined) {
    told.say('The desk shows a pack without faults: put them right first.')
    return 1
  }
  const folder = await mkdtemp(join(tmpdir(), 'foyer-preview-'))
  try {
    await placePack(folder, pack)
    return await openDesk(folder)
  } finally {
    // Also what was written in practice: a preview leaves nothing behind.
    await rm(folder, { recursive: true, force: true })
  }
}

/** A user-data folder whose practice has this pack alone, signed by a key of its own. */
export async function placePack(folder: string, pack: Pack): Promise<void> {
  const key = newKey()
  const file = join(folder, packFileName(pack))
  await writeFile(file, writePack(pack, key))
  const settings = { practice: { knowledge: [{ name: pack.name, keys: [key.public], file }] } }
  await writeFile(join(folder, 'settings.json'), JSON.stringify(settings, undefined, 2))
}

/** As `npm start` does, with what runs this process's TypeScript. Resolves with its exit status. */
function openDesk(folder: string): Promise<number> {
  const start = fileURLToPath(new URL('../../start.ts', import.meta.url))
  const child = spawn(process.execPath, [...process.execArgv, start, `--user-data-dir=${folder}`], {
    stdio: 'inherit',
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  return new Promise((resolve) => {
    child.on('error', () => resolve(1))
    child.on('exit', (code) => resolve(code ?? 1))
  })
}
