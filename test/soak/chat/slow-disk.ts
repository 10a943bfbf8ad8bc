import { setTimeout as delay } from 'node:timers/promises'

import type { ChatStore } from '../../../renderer/ports/chat-store.ts'

/** Milliseconds at most: what a busy disk, or a long list to be decrypted, takes. */
const [longestRead, longestWrite] = [200, 20]

/**
 * The same store on a busy computer: what was read is known only later, when it may not hold any more. What is sent on the
 * word of such a list was found to stand twice in rooms.
 */
export function onSlowDisk(store: ChatStore): ChatStore {
  return {
    ...store,
    async waiting(id) {
      const rows = await store.waiting(id)
      await delay(Math.random() * longestRead)
      return rows
    },
    async commit(change) {
      await delay(Math.random() * longestWrite)
      return store.commit(change)
    },
  }
}
