import type { InteractionId } from '../../domain/ids.ts'
import { isUnfinished } from '../../domain/interaction.ts'
import type { Interaction } from '../../domain/interaction.ts'
import type { Problem } from '../../domain/problem.ts'
import { done } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { CaseStore } from '../../ports/case-store.ts'
import type { StoryStore } from '../../ports/story-store.ts'

const day = 24 * 3600_000
/** Interactions that are forgotten at a time. */
const atOnce = 100

export interface KeepingNeeds {
  readonly story: Pick<StoryStore, 'oldInteractions' | 'forgetInteractions'>
  readonly cases: Pick<CaseStore, 'case'>
  readonly now: () => number
}

type Outcome<T> = Promise<Result<T, Problem>>

/** Forgets what is old, once a shift. */
export function createStoryKeeping({ story, cases, now }: KeepingNeeds) {
  /** A promise that is open is worth nothing without what was promised. */
  async function isPromised({ case: tied }: Interaction): Promise<boolean> {
    if (tied === undefined) return false
    const record = await cases.case(tied)
    return !record.ok || (record.value?.promises.length ?? 0) > 0
  }

  return {
    async forget(keepDays: number): Outcome<undefined> {
      const before = now() - keepDays * day
      const stays = new Set<InteractionId>()
      let tried: readonly InteractionId[] = []
      for (;;) {
        // Those that stay are the first of them every time.
        const read = await story.oldInteractions(before, stays.size + atOnce)
        if (!read.ok) return read
        // What the store has kept all the same is not tried again.
        for (const { id } of read.value) if (tried.includes(id)) stays.add(id)
        const old = read.value.filter(({ id }) => !stays.has(id))
        if (old.length === 0) return done
        const gone: InteractionId[] = []
        for (const one of old) {
          if (isUnfinished(one) || (await isPromised(one))) stays.add(one.id)
          else gone.push(one.id)
        }
        const forgotten = gone.length > 0 ? await story.forgetInteractions(gone) : done
        if (!forgotten.ok) return forgotten
        tried = gone
      }
    },
  }
}
