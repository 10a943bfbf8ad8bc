/** Milliseconds between two lines where they stay, as in a log. */
const seldom = 30_000

let lastAt = -Infinity

/** How far it is: one line that is written over on a terminal, a line now and then elsewhere. */
export function progress(text: string): void {
  if (process.stderr.isTTY) {
    process.stderr.write(`\r${text.padEnd(60)}`)
    return
  }
  const now = performance.now()
  if (now - lastAt < seldom) return
  lastAt = now
  process.stderr.write(`${text}\n`)
}

/** What comes next begins on a line of its own. */
export function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\n')
}
