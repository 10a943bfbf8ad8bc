import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import * as v from 'valibot'

import { out } from '../../../build/bundles.ts'
import { runTool } from '../run-tool.ts'
import { besides, DEBIAN_PACKAGE, installed, prepareFolder } from './folder.ts'

const SETUP_WITHIN_MS = 60_000

const Tokens = v.object({ agent1: v.string(), agent2: v.string(), lead: v.string(), root: v.string() })
export type Tokens = v.InferOutput<typeof Tokens>

/** A database that has been set up and filled, to be copied. */
export interface Template {
  readonly database: string
  readonly tokens: Tokens
}

/** @param user one of those that the seed makes. */
export const passwordOf = (user: string): string => `Pass-${user}-1`

/**
 * Setting up takes three seconds and copying none, so it is done once for each state of the seed, the configuration
 * and the installed version; every test file that needs it then takes the same one.
 */
export async function initialisedDatabase(): Promise<Template> {
  const made = join(out, 'request-tracker', fingerprint())
  if (!existsSync(made)) await make(made)
  const tokens = v.parse(Tokens, JSON.parse(await readFile(join(made, 'tokens.json'), 'utf8')))
  return { database: join(made, 'rt.sqlite'), tokens }
}

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const file of [besides('seed.pl'), besides('site-config.pm'), installed('lib/RT/Generated.pm')])
    hash.update(readFileSync(file))
  return hash.digest('hex').slice(0, 16)
}

/** Two test files may make it at the same time: the first to be ready is kept. */
async function make(destination: string): Promise<void> {
  await mkdir(join(destination, '..'), { recursive: true })
  const path = await mkdtemp(`${destination}-`)
  try {
    const { env } = await prepareFolder(path, 1)
    const run = (program: string, ...args: readonly string[]): Promise<string> =>
      runTool({
        ...{ program, debianPackage: DEBIAN_PACKAGE, args },
        ...{ directory: path, env, withinMs: SETUP_WITHIN_MS },
      })
    const password = join(path, 'root-password')
    await writeFile(password, passwordOf('root'))
    // The administrator of the database is asked for, though SQLite has none.
    const database = ['--action', 'init', '--dba', 'root', '--dba-password', 'none', '--skip-create']
    await run('rt-setup-database-5', ...database, '--root-password-file', password)
    await run('perl', besides('seed.pl'), join(path, 'tokens.json'))
    await rename(path, destination)
  } catch (error) {
    await rm(path, { recursive: true, force: true })
    if (!existsSync(destination)) throw error
  }
}
