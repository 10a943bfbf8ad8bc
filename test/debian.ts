import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { quietNewServices } from './debian-services.ts'

const PACKAGE_LIST = fileURLToPath(new URL('./debian-packages.txt', import.meta.url))
const LOG = fileURLToPath(new URL('../out/debian-packages.log', import.meta.url))
// A machine that has, say, another mail program keeps it: nothing is removed to make room.
const INSTALL = ['-o', 'DPkg::Lock::Timeout=300', 'install', '-y', '--no-install-recommends', '--no-remove']
const APT_MS = 15 * 60_000

export type DebianPackage = { readonly name: string; readonly reason: string }

/** What became of the packages that the tests need. */
export type Installation =
  | { readonly kind: 'complete' }
  | { readonly kind: 'installed'; readonly packages: readonly string[]; readonly log: string }
  | {
      readonly kind: 'by-hand'
      readonly packages: readonly string[]
      readonly command: string
      readonly because: string
    }
  | {
      readonly kind: 'failed'
      readonly packages: readonly string[]
      readonly command: string
      readonly log: string
    }

/**
 * Reads lines of `package # reason`.
 * @throws Error for a line that has no reason, is no package name, or names a package twice.
 */
export function parsePackageList(text: string): DebianPackage[] {
  const packages = new Map<string, DebianPackage>()
  for (const line of text.split('\n')) {
    if (/^\s*(#.*)?$/.test(line)) continue
    // Debian policy, section 5.6.1: how a package may be called.
    const [, name, reason] = /^\s*([a-z0-9][a-z0-9+.-]+)\s+#\s*(\S.*?)\s*$/.exec(line) ?? []
    if (name === undefined || reason === undefined) throw new Error(`Not "package # reason": ${line}`)
    if (packages.has(name)) throw new Error(`${name} is listed twice`)
    packages.set(name, { name, reason })
  }
  return [...packages.values()]
}

/** The Debian packages that the tests need. */
export function readPackageList(file = PACKAGE_LIST): DebianPackage[] {
  return parsePackageList(readFileSync(file, 'utf8'))
}

/** The listed packages that are not installed; all of them on a system without dpkg. Asks this machine only. */
export async function missingPackages(list = readPackageList()): Promise<string[]> {
  const names = list.map(({ name }) => name)
  const args = ['-W', '-f', '${Package} ${db:Status-Status}\n', ...names]
  const query = promisify(execFile)('dpkg-query', args, { encoding: 'utf8' })
  // It ends with an error, and still prints the others, when it has never heard of one of them.
  const { stdout } = await query.catch((error: unknown) => (hasOutput(error) ? error : { stdout: '' }))
  const installed = new Set(stdout.split('\n'))
  return names.filter((name) => !installed.has(`${name} installed`))
}

function hasOutput(error: unknown): error is { stdout: string } {
  return error instanceof Error && 'stdout' in error && typeof error.stdout === 'string'
}

/** Why the packages cannot be installed from here; undefined when they can. */
export function whyNotHere(machine: {
  readonly isRoot: boolean
  readonly hasApt: boolean
  readonly foyerApt: string | undefined
}): string | undefined {
  if (machine.foyerApt === '0') return 'FOYER_APT=0 forbids it'
  if (!machine.hasApt) return 'this system has no apt-get'
  if (!machine.isRoot) return 'only root may install packages'
  return undefined
}

/**
 * Installs the packages that are missing, or says how to. Nothing is asked of any archive when nothing is missing.
 * Services that come with the packages are stopped and disabled: the tests start their own.
 */
export async function installDebianPackages(list = readPackageList()): Promise<Installation> {
  const packages = await missingPackages(list)
  if (packages.length === 0) return { kind: 'complete' }
  const command = `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`
  const because = whyNotHere({
    isRoot: process.getuid?.() === 0,
    hasApt: existsSync('/usr/bin/apt-get'),
    foyerApt: process.env['FOYER_APT'],
  })
  if (because !== undefined) {
    console.log(`The tests need Debian packages that are missing, and ${because}. Run:\n  ${command}`)
    return { kind: 'by-hand', packages, command, because }
  }
  console.log(`Installing Debian packages for the tests: ${packages.join(' ')} (log: ${LOG})`)
  mkdirSync(dirname(LOG), { recursive: true })
  writeFileSync(LOG, '')
  // A failed update is no reason to give up: the lists may be recent enough.
  await runApt(['update'])
  const worked = await runApt([...INSTALL, ...packages])
  if (worked) await quietNewServices(packages, LOG)
  console.log(worked ? 'Installed.' : `apt-get failed; its output is in ${LOG}. By hand:\n  ${command}`)
  return worked ? { kind: 'installed', packages, log: LOG } : { kind: 'failed', packages, command, log: LOG }
}

async function runApt(args: readonly string[]): Promise<boolean> {
  const log = openSync(LOG, 'a')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = spawn('apt-get', args, { env, stdio: ['ignore', log, log], timeout: APT_MS })
  closeSync(log)
  // It rejects when there is no such program; the exit code is then null.
  await once(apt, 'exit').catch(() => undefined)
  return apt.exitCode === 0
}
