import type { Utterance } from '../domain/story/utterance.ts'
import type { StoryStore } from '../ports/story-store.ts'
import type { Problems } from './problems.ts'

export interface UtteranceSavingNeeds {
  readonly store: Pick<StoryStore, 'saveUtterances'>
  readonly problems: Pick<Problems, 'unwrap'>
}

/** More than are said in an hour: a disk that takes nothing must not fill the memory. */
const mostWaiting = 2_000

/** Keeps words as they come; what the disk refuses is tried again with the next ones. */
export function createUtteranceSaving({ store, problems }: UtteranceSavingNeeds) {
  let waiting: readonly Utterance[] = []
  let running: Promise<boolean> | undefined

  async function run(): Promise<boolean> {
    let hasFailed = false
    while (waiting.length > 0 && !hasFailed) {
      const batch = waiting
      const saved = await store.saveUtterances(batch)
      problems.unwrap(saved)
      hasFailed = !saved.ok
      // Those that came meanwhile were put behind them.
      if (saved.ok) waiting = waiting.slice(batch.length)
    }
    running = undefined
    return !hasFailed
  }

  const flush = (): Promise<boolean> => (waiting.length === 0 ? Promise.resolve(true) : (running ??= run()))

  return {
    flush,
    /** What the disk refused was of another shift. */
    forget: (): void => void (waiting = []),
    async save(utterance: Utterance): Promise<void> {
      if (waiting.length >= mostWaiting) return
      waiting = [...waiting, utterance]
      await flush()
    },
  }
}
