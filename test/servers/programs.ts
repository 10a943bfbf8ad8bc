import { accessSync, constants, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Daemons live in these, and a plain user's PATH often leaves them out. */
const SYSTEM_DIRECTORIES = ['/usr/local/sbin', '/usr/sbin', '/sbin']

/** A server that the tests need is not installed. Tests fail with it: a missing server is never skipped. */
export class ProgramMissing extends Error {
  override readonly name = 'ProgramMissing'

  constructor(what: string, debianPackage: string) {
    super(
      `${what} is not installed; it comes with the Debian package ${debianPackage}. ` +
        '`npm test` installs the packages when it runs as root. By hand: ' +
        `sudo apt-get install -y --no-install-recommends ${debianPackage}`,
    )
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * The path of an installed program.
 * @throws ProgramMissing naming the Debian package and the command that installs it.
 */
export function findProgram(name: string, debianPackage: string): string {
  const directories = [...(process.env['PATH'] ?? '').split(delimiter), ...SYSTEM_DIRECTORIES]
  const found = directories.map((directory) => join(directory, name)).find(isExecutable)
  if (found === undefined) throw new ProgramMissing(name, debianPackage)
  return found
}

function entriesOf(directory: string): string[] {
  try {
    return readdirSync(directory)
  } catch {
    return []
  }
}

/**
 * The library directory of a program's modules (`holds` is a module that must be in it). Debian puts such directories
 * under /usr/lib or, by processor, under /usr/lib/<triplet>.
 * @throws ProgramMissing as for a program.
 */
export function findModules(directory: string, holds: string, debianPackage: string): string {
  const roots = [
    '/usr/local/lib',
    '/usr/lib',
    ...entriesOf('/usr/lib').map((entry) => join('/usr/lib', entry)),
  ]
  const found = roots.map((root) => join(root, directory)).find((path) => entriesOf(path).includes(holds))
  if (found === undefined) throw new ProgramMissing(`${directory}/${holds}`, debianPackage)
  return found
}
