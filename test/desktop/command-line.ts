import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

import { Switches } from './switches.ts'

export interface CommandLine {
  /** Folder of the app: the one that holds its package.json. */
  readonly appPath: string
  /** Modules to load before the app (`-r`): Playwright's loader comes this way. */
  readonly modules: readonly string[]
  /** Port for Node's inspector, 0 for any; undefined when it was not asked for. */
  readonly inspectPort: number | undefined
  readonly switches: Switches
}

export interface AppPackage {
  readonly name: string
  readonly version: string
  readonly main: string
}

/** Reads what follows `electron` on its command line. */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const modules: string[] = []
  const switches: string[] = []
  const positional: string[] = []
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? ''
    if (arg === '-r' || arg === '--require') modules.push(resolve(args[++index] ?? ''))
    else (arg.startsWith('--') ? switches : positional).push(arg)
  }
  const inspect = switches.find((arg) => /^--inspect(=|$)/.test(arg))
  return {
    appPath: resolve(positional[0] ?? '.'),
    modules,
    inspectPort: inspect === undefined ? undefined : Number(/\d+$/.exec(inspect)?.[0] ?? 9229),
    switches: new Switches(switches.filter((arg) => arg !== inspect)),
  }
}

/** Reads the app's package.json. */
export function readAppPackage(appPath: string): AppPackage {
  const file = join(appPath, 'package.json')
  if (!existsSync(file)) throw new Error(`stand-in: no app in ${appPath}: it has no package.json`)
  const fields = JSON.parse(readFileSync(file, 'utf8')) as Partial<Record<string, string>>
  return {
    name: fields['productName'] ?? fields['name'] ?? 'Electron',
    version: fields['version'] ?? '0.0.0',
    main: resolve(appPath, fields['main'] ?? 'index.js'),
  }
}
