import { setTimeout as after } from 'node:timers/promises'

import type { QueueState } from './routing/state.ts'
import { replaceDurably, writeState } from './state-file.ts'

export interface Disk {
  /** Resolves when this state, or a later one, is on the disk. What happens meanwhile is written together. */
  commit(state: QueueState): Promise<void>
  /** Resolves when nothing is being written any more. */
  close(): Promise<void>
}

const retryMilliseconds = 1000

/** Without a file nothing is kept. */
export function openDisk(file: string | undefined, log: (line: string) => void): Disk {
  let wanted: QueueState | undefined
  let round: Promise<void> = Promise.resolve()
  let isClosed = false

  /** A disk that is full must not make the queue say what it could forget: it is tried again, and waited for. */
  async function write(): Promise<void> {
    if (file === undefined || wanted === undefined) return
    const state = wanted
    wanted = undefined
    const text = writeState(state)
    for (;;) {
      try {
        await replaceDurably(file, text)
        return
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
        log(`the state could not be written (${code}); trying again`)
        if (isClosed) return
        await after(retryMilliseconds)
      }
    }
  }

  return {
    commit: (state) => {
      wanted = state
      round = round.then(write)
      return round
    },
    close: () => {
      isClosed = true
      return round
    },
  }
}
