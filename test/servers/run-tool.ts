import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

import { findProgram } from './programs.ts'

const run = promisify(execFile)

export type ToolRun = {
  readonly program: string
  readonly debianPackage: string
  readonly args: readonly string[]
  /** Goes before the program: a command that runs it in another place (`Place.prefix`). */
  readonly prefix?: readonly string[]
  /** Where it runs. */
  readonly directory?: string
  readonly env?: Readonly<Record<string, string>>
  /** Default 5000. */
  readonly withinMs?: number
}

/**
 * Runs a short command to its end.
 * @returns what it wrote to standard output.
 * @throws ProgramMissing, or Error with the command line and what it wrote to standard error.
 */
export async function runTool(tool: ToolRun): Promise<string> {
  const [program = '', ...args] = [
    ...(tool.prefix ?? []),
    findProgram(tool.program, tool.debianPackage),
    ...tool.args,
  ]
  const env = { ...process.env, ...tool.env }
  const { stdout } = await run(program, args, { env, cwd: tool.directory, timeout: tool.withinMs ?? 5000 })
  return stdout
}
