import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'

const POLL_MS = 5
/** A killed process is gone within milliseconds; on a busy machine it may take longer. */
const GONE_WITHIN_MS = 2000

/** Signals every process of a group; a group without any is not an error. */
export function signalGroup(group: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-group, signal)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

/**
 * Resolves when no process of the group runs any more.
 * @throws Error when one still does after two seconds.
 */
export async function groupGone(group: number): Promise<void> {
  const deadline = Date.now() + GONE_WITHIN_MS
  while (runningIn(group)) {
    if (Date.now() > deadline) throw new Error(`A process of group ${String(group)} does not end`)
    await delay(POLL_MS)
  }
}

function runningIn(group: number): boolean {
  return readdirSync('/proc').some((name) => /^\d+$/.test(name) && belongsAndRuns(name, group))
}

/** proc(5): in /proc/<pid>/stat the name ends with the last parenthesis, then come state, parent and group. */
function belongsAndRuns(pid: string, group: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    const [state, , ofGroup] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // A zombie (Z) has ended; only its new parent has not taken note yet.
    return Number(ofGroup) === group && state !== 'Z'
  } catch {
    // It ended while we looked.
    return false
  }
}
