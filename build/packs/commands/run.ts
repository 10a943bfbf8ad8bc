import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

import { build } from './build.ts'
import { check } from './check.ts'
import type { Command } from './command.ts'
import { keygen } from './keygen.ts'
import { preview } from './preview.ts'
import { schemas } from './schemas.ts'

const commands: Readonly<Record<string, Command>> = { check, preview, build, keygen, schemas }

const usage = `npm run pack -- check DIR                        every fault, with its file and line
npm run pack -- preview DIR                      the desk with it, in practice
npm run pack -- build DIR --key FILE [--out DIR]   one signed file
npm run pack -- keygen FILE                        a key to sign with
npm run pack -- schemas                            docs/schemas, for editors
    --today 2026-11-23   the day by which articles have expired, if not this one`

/** Runs what was asked for; resolves with the exit status. `folder` is where relative paths begin. */
export async function run(
  args: readonly string[],
  { folder, say, now }: { folder: string; say: (line: string) => void; now: Date },
): Promise<number> {
  const asked = readArguments(args)
  const command = asked && commands[asked.name]
  if (command === undefined || (asked?.target === undefined && command !== schemas)) {
    say(usage)
    return 1
  }
  const path = (text: string | undefined) => (text === undefined ? undefined : resolve(folder, text))
  return command({
    target: resolve(folder, asked?.target ?? ''),
    key: path(asked?.key),
    out: path(asked?.out),
    today: asked?.today ?? localDay(now),
    say,
  })
}

function readArguments(args: readonly string[]) {
  const options = { key: { type: 'string' }, out: { type: 'string' }, today: { type: 'string' } } as const
  try {
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [name = '', target, ...more] = positionals
    const { today } = values
    const isDay = today === undefined || /^\d{4}-\d{2}-\d{2}$/.test(today)
    return more.length > 0 || !isDay || !Object.hasOwn(commands, name)
      ? undefined
      : { name, target, ...values }
  } catch {
    return undefined
  }
}

/** The day where the content team is. */
const localDay = (now: Date): string =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
