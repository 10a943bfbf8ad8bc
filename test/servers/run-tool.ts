import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

import { findProgram } from './programs.ts'

const run = promisify(execFile)

export type ToolRun = {
  readonly program: string
  readonly debianPackage: string
  readonly args: readonly string[]
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
  const program = findProgram(tool.program, tool.debianPackage)
  const env = { ...process.env, ...tool.env }
  const { stdout } = await run(program, [...tool.args], { env, timeout: tool.withinMs ?? 5000 })
  return stdout
}
