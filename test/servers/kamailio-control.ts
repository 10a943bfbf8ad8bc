import { join } from 'node:path'

import { runTool } from './run-tool.ts'

/** Runs a command on the Kamailio of this run directory (its ctl module, by kamcmd); returns what it prints. */
export function control(runDirectory: string, ...command: string[]): Promise<string> {
  const socket = `unix:${join(runDirectory, 'control')}`
  return runTool({ program: 'kamcmd', debianPackage: 'kamailio', args: ['-s', socket, ...command] })
}
