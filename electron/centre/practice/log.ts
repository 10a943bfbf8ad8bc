/** One line for whoever runs the centre. Never a secret, never who calls whom. */
export type Log = (line: string) => void

/** To standard error: standard output belongs to the address that the command prints. */
export const logToStderr: Log = (line) => {
  process.stderr.write(`practice centre: ${line}\n`)
}
