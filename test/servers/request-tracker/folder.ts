import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { ProgramMissing } from '../programs.ts'

export const DEBIAN_PACKAGE = 'request-tracker5'

const LIBRARY = '/usr/share/request-tracker5'

/** A file of this folder. */
export const besides = (name: string): string => fileURLToPath(new URL(`./${name}`, import.meta.url))

/**
 * A file of the installed Request Tracker that is not in any PATH.
 * @throws ProgramMissing naming the Debian package and the command that installs it.
 */
export function installed(name: string): string {
  const file = join(LIBRARY, name)
  if (!existsSync(file)) throw new ProgramMissing(`Request Tracker 5 (${file})`, DEBIAN_PACKAGE)
  return file
}

/** Where one Request Tracker keeps everything that it writes. */
export interface Folder {
  readonly path: string
  readonly database: string
  readonly sessions: string
  readonly mail: string
  /** What its programs need in their environment to work on this folder and nowhere else. */
  readonly env: Readonly<Record<string, string>>
}

/** @param port where it will answer; its own links and cookies say so. */
export async function prepareFolder(path: string, port: number): Promise<Folder> {
  const inside = (name: string): string => join(path, name)
  // The last one stays empty: the machine's own configuration is not read.
  const [sessions, mail, noMore] = [inside('sessions'), inside('mail'), inside('no-more-configuration')]
  await Promise.all([sessions, mail, noMore, inside('pages')].map((one) => mkdir(one, { recursive: true })))
  return {
    path,
    database: inside('rt.sqlite'),
    sessions,
    mail,
    env: {
      RT_SITE_CONFIG: besides('site-config.pm'),
      RT_SITE_CONFIG_DIR: noMore,
      FOYER_RT_FOLDER: path,
      FOYER_RT_PORT: String(port),
    },
  }
}
