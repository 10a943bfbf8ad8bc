import type { ComputerNews } from '../../ports/desktop.ts'
import type { Timing } from '../../ports/timing.ts'
import type { Undo } from '../../ports/undo.ts'

/** Milliseconds between two looks at what has changed; each desk's own, so that they do not all look at once. */
const between = { least: 10_000, most: 20_000 } as const
/** Milliseconds until the next look after the agent has stopped a long one. */
const rest = 600_000

export interface RoundNeeds {
  readonly timing: Timing
  readonly random: () => number
  readonly computer: Pick<ComputerNews, 'onWoke' | 'onNetwork'>
  /** Looks once; whoever looks says whether the case system has answered. */
  readonly look: () => Promise<boolean>
  /** Something says that the network is there again. */
  readonly hurry: () => void
}

/** Looks at the case system again and again while it answers; the link says when to try one that does not. */
export function createCaseRounds({ timing, random, computer, look, hurry }: RoundNeeds) {
  let timer: Undo | undefined
  let stopped = false
  let looking: Promise<void> | undefined
  /** How often somebody has asked for a look. */
  let asked = 0
  let isResting = false

  function goOn(): void {
    timer?.()
    const pause = isResting ? rest : between.least + random() * (between.most - between.least)
    if (!stopped) timer = timing.after(pause, now)
  }

  /** Whoever asks while a look fails may know that the link is back: nobody else would look again. */
  async function goRound(): Promise<void> {
    const before = asked
    if (await look()) goOn()
    else if (asked > before && !stopped) await goRound()
  }

  function now(): void {
    timer?.()
    asked += 1
    isResting = false
    looking ??= goRound().finally(() => (looking = undefined))
  }

  const undos = [computer.onWoke(hurry), computer.onNetwork(hurry)]
  return {
    now,
    /** The agent wants the line for something else: what is not fetched comes later, or when they ask. */
    rest(): void {
      isResting = true
      if (!looking) goOn()
    },
    stop(): void {
      stopped = true
      timer?.()
      undos.forEach((undo) => undo())
    },
  }
}
