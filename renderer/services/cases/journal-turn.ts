/** Many write at a time, and nobody while the journal and the database are compared. */
export interface JournalTurn {
  readonly write: <T>(work: () => Promise<T>) => Promise<T>
  readonly compare: <T>(work: () => Promise<T>) => Promise<T>
}

/**
 * What is in the journal and not in the database yet may be about to be stored, or to be forgotten since the agent is told
 * that it is not saved: whoever finds it there meanwhile and gives it back would bring it back by itself.
 */
export function createJournalTurn(): JournalTurn {
  const writing = new Set<Promise<unknown>>()
  let comparing: Promise<unknown> = Promise.resolve()
  return {
    async write(work) {
      await comparing
      const mine = work()
      writing.add(mine)
      try {
        return await mine
      } finally {
        writing.delete(mine)
      }
    },
    compare(work) {
      const mine = Promise.allSettled([comparing, ...writing]).then(work)
      comparing = mine.catch(() => undefined)
      return mine
    },
  }
}
