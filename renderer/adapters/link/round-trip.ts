/** Milliseconds that are assumed before the first measurement: a fair link between continents. */
const assumed = 300
/** A message that comes by itself just after a question looks like its answer, so that the figure falls slowly. */
const fall = 0.75
/** Milliseconds: whoever has measured more than that has slept with the computer. */
const longest = 10_000

/** How long the server takes for an answer, as last seen on a link. */
export class RoundTrip {
  #milliseconds = assumed
  #isMeasured = false
  #askedAt: number | undefined

  get milliseconds(): number {
    return this.#milliseconds
  }

  /** Questions before an answer count as one: nobody knows which of them it is for. */
  asked(at: number): void {
    this.#askedAt ??= at
  }

  answered(at: number): void {
    if (this.#askedAt === undefined) return
    const measured = Math.max(0, at - this.#askedAt)
    this.#askedAt = undefined
    if (measured > longest) return
    this.#milliseconds = this.#isMeasured ? Math.max(measured, this.#milliseconds * fall) : measured
    this.#isMeasured = true
  }

  /** On another connection nothing answers what was asked on this one. */
  forgetQuestion(): void {
    this.#askedAt = undefined
  }
}
