/** Milliseconds in which a new path must be heard once both sides have agreed on it. */
const patience = 2_500
/** Milliseconds between two tries: the first, and the longest. */
const firstPause = 250
const longestPause = 2_000
const glance = 50

export interface MediaRepairNeeds {
  /** Offers a new path to the other side; resolves `true` when it has agreed. */
  readonly repair: () => Promise<boolean>
  /** Resolves when the server answers: an offer into a dead socket would block the next. */
  readonly untilServerAnswers: () => Promise<unknown>
  /** There is nothing to repair any more: the sound is back, or the call is over. */
  readonly isSettled: () => boolean
}

/** Tries until there is nothing to repair any more. Who is still there decides about the call, never a counter. */
export async function repairMedia({
  repair,
  untilServerAnswers,
  isSettled,
}: MediaRepairNeeds): Promise<void> {
  for (let tries = 0; !isSettled(); tries += 1) {
    await untilServerAnswers()
    // A short outage heals by itself as soon as the old path carries again.
    if (isSettled()) return
    const agreed = await repair()
    const wait = agreed ? patience : Math.min(longestPause, firstPause * 2 ** tries)
    await settledWithin(wait, isSettled)
  }
}

async function settledWithin(limit: number, isSettled: () => boolean): Promise<void> {
  for (let waited = 0; waited < limit && !isSettled(); waited += glance)
    await new Promise((resolve) => setTimeout(resolve, glance))
}
