/** Works on one thing after the other: what has the same key waits, what has another does not. */
export interface InTurn<K> {
  <T>(key: K, work: () => Promise<T>): Promise<T>
}

export function createInTurn<K>(): InTurn<K> {
  const last = new Map<K, Promise<unknown>>()
  return async (key, work) => {
    const before = last.get(key) ?? Promise.resolve()
    // The one before answers to whoever asked for it.
    const mine = before.then(work, work)
    last.set(key, mine)
    try {
      return await mine
    } finally {
      if (last.get(key) === mine) last.delete(key)
    }
  }
}
