import type { MediaCounters } from './media-counters.ts'

/** Milliseconds without a packet after which a call deserves a closer look; speech never stops its packets for so long. */
const stallLimit = 750
/** Milliseconds without any sign of life in which checks of the path must have been answered. */
const checkLimit = 750
/** A single check may be lost like any packet. */
const checksWanted = 2

export interface PathFinding {
  /** No sound comes although it should: a dead path, or only somebody who is silent. */
  readonly isSuspect: boolean
  /** The checks of the path are not answered any more either (RFC 7675 §5.1), so nobody is merely silent. */
  readonly isDead: boolean
  /** Something came since the last look. */
  readonly lives: boolean
  /** Since when nothing is heard. */
  readonly quietSince: number
}

const nothing = { packets: 0, bytes: 0, answers: 0, asked: 0, checks: 0 }

/** Tells a path that has died from somebody who says nothing, by what a connection has counted. */
export class PathJudge {
  #last: MediaCounters | undefined
  #soundAt: number
  #lifeAt: number
  #checksAtLife = 0

  constructor(at: number) {
    this.#soundAt = at
    this.#lifeAt = at
  }

  look(now: MediaCounters, at: number, expectsSound: boolean): PathFinding {
    const { sound, lives } = this.#since(now)
    if (sound || !expectsSound) this.#soundAt = at
    if (lives) {
      this.#lifeAt = at
      this.#checksAtLife = now.checks
    }
    this.#checksAtLife = Math.min(this.#checksAtLife, now.checks)
    this.#last = now
    return {
      isSuspect: at - this.#soundAt >= stallLimit,
      isDead: at - this.#lifeAt >= checkLimit && now.checks - this.#checksAtLife >= checksWanted,
      lives,
      quietSince: this.#soundAt,
    }
  }

  /** Waits anew before it suspects anything. */
  trust(at: number): void {
    this.#soundAt = at
    this.#lifeAt = at
  }

  #since(now: MediaCounters): { sound: boolean; lives: boolean } {
    const last = this.#last
    // Another path counts its checks from zero, and another connection its packets, too.
    const path = last?.pair === now.pair ? last : nothing
    const media = last && last.packets <= now.packets && last.bytes <= now.bytes ? last : nothing
    const sound = now.packets > media.packets
    const answered = now.answers > path.answers || now.asked > path.asked
    return { sound, lives: sound || answered || now.bytes > media.bytes }
  }
}
