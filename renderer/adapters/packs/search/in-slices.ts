/** Milliseconds of work, and then whoever asks something gets a turn. */
const slice = 8

/**
 * Does a long work bit by bit.
 * @returns false where it was given up
 */
export async function inSlices<T>(
  items: readonly T[],
  work: (item: T) => void,
  /** After each slice, with how many are done; `false` gives up. */
  goesOn: (done: number) => boolean,
): Promise<boolean> {
  let begin = performance.now()
  for (const [nth, item] of items.entries()) {
    work(item)
    if (performance.now() - begin < slice) continue
    await turn()
    if (!goesOn(nth + 1)) return false
    begin = performance.now()
  }
  return true
}

/** A message to oneself comes back at once; a timer would wait for 4 ms each time (HTML, timers §8.6). */
const turn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(undefined)
  })
