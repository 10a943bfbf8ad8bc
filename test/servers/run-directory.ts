import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { UndoList } from './undo.ts'

/** Makes a private directory for one server's configuration, logs and sockets; undoing removes it with its content. */
export async function makeRunDirectory(name: string, undo: UndoList): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), `foyer-${name}-`))
  undo.add(() => rm(directory, { recursive: true, force: true, maxRetries: 3, retryDelay: 50 }))
  return directory
}
