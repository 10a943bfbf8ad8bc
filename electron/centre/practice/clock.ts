/** Time as an argument, so that a test can let minutes pass in no time. */
export interface Clock {
  /** Milliseconds with fractions; never jumps back, tells nothing about the date. */
  now(): number
  /** Epoch milliseconds with fractions. */
  wallTime(): number
  /** Runs `action` once after that many milliseconds; the answer calls it off. */
  after(milliseconds: number, action: () => void): () => void
}

export const systemClock: Clock = {
  now: () => performance.now(),
  wallTime: () => performance.timeOrigin + performance.now(),
  after: (milliseconds, action) => {
    const timer = setTimeout(action, milliseconds)
    return () => {
      clearTimeout(timer)
    }
  },
}
