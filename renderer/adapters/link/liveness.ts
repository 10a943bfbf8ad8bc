/** Milliseconds without a word from the server after which it is asked. */
const restBetweenPings = 2_000
/** Milliseconds for the answer, at least. With the rest before it, a dead link is found 4 s after its last word. */
const answerLimit = 2_000
/** Milliseconds, at least, and times, when there is a reason to doubt, or somebody waits for the answer. */
const hastyLimit = 400
const hastyTries = 2
/** A slow link gets so many of its round trips for an answer, and never longer than that (milliseconds). */
const patience = 3
const longestLimit = 8_000
/** A timer so many milliseconds too late has slept with the computer: what it measured means nothing. */
const slept = 3_000

export interface LivenessNeeds {
  readonly now: () => number
  /** Milliseconds that the server takes for an answer, as last seen. */
  readonly roundTrip: () => number
  /** Sends something that the server will answer. */
  readonly ping: () => void
  /** The server has not answered in time. */
  readonly onSilent: () => void
  /** The computer has slept, and the server answers all the same. */
  readonly onWoken: () => void
}

/**
 * Watches one connection. TCP says nothing when the other end has vanished, so the server is asked whenever it has been
 * quiet (RFC 5626 §4.4.1 does so too, in minutes; an agent would miss calls for so long). Whatever comes in is an answer.
 *
 * Timers suffice: the desk's windows run without throttling. Where Chromium throttles a hidden page all the same (to
 * once a second, later once a minute) answers are still taken in at once, and a timer that comes late decides nothing:
 * it asks anew.
 */
export class Liveness {
  readonly #needs: LivenessNeeds
  readonly #hearing = new Set<(heard: boolean) => void>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #lastHeard: number
  #checking: Promise<boolean> | undefined
  #stopped = false

  constructor(needs: LivenessNeeds) {
    this.#needs = needs
    this.#lastHeard = needs.now()
    this.#rest()
  }

  /** The server has sent something. */
  heard(): void {
    this.#lastHeard = this.#needs.now()
    this.#settle(true)
  }

  /** Asks at once, twice where the first is not answered. */
  check(): Promise<boolean> {
    this.#checking ??= this.#check().finally(() => {
      this.#checking = undefined
    })
    return this.#checking
  }

  stop(): void {
    this.#stopped = true
    clearTimeout(this.#timer)
    this.#settle(false)
  }

  async #check(): Promise<boolean> {
    for (let tries = 0; tries < hastyTries && !this.#stopped; tries++) {
      if (await this.#answeredWithin(tries === 0 ? this.#atLeast(hastyLimit) : hastyLimit)) return true
    }
    if (!this.#stopped) this.#silent()
    return false
  }

  #answeredWithin(limit: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#settle(false), limit)
      this.#hearing.add((heard) => {
        clearTimeout(timer)
        resolve(heard)
      })
      this.#needs.ping()
    })
  }

  #atLeast(limit: number): number {
    return Math.min(longestLimit, Math.max(limit, patience * this.#needs.roundTrip()))
  }

  #settle(heard: boolean): void {
    const hearing = [...this.#hearing]
    this.#hearing.clear()
    hearing.forEach((hear) => hear(heard))
  }

  /** Waits until the server has been quiet for long enough. */
  #rest(): void {
    // A clock that was set back must not put the next question off for an hour.
    this.#lastHeard = Math.min(this.#lastHeard, this.#needs.now())
    const quiet = this.#needs.now() - this.#lastHeard
    if (quiet >= restBetweenPings) this.#ask()
    else this.#later(restBetweenPings - quiet, () => this.#rest())
  }

  #ask(): void {
    const asked = this.#lastHeard
    this.#needs.ping()
    this.#later(this.#atLeast(answerLimit), () => {
      if (this.#lastHeard === asked) this.#silent()
      else this.#rest()
    })
  }

  #later(milliseconds: number, then: () => void): void {
    const due = this.#needs.now() + milliseconds
    this.#timer = setTimeout(() => {
      if (this.#needs.now() - due <= slept) then()
      else void this.#wake()
    }, milliseconds)
  }

  async #wake(): Promise<void> {
    if (!(await this.check()) || this.#stopped) return
    this.#needs.onWoken()
    this.#rest()
  }

  #silent(): void {
    this.stop()
    this.#needs.onSilent()
  }
}
