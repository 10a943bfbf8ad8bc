import { errorRateOf } from '../../domain/moods/error-rate.ts'
import type { FlaggedMood } from '../../domain/moods/flagged-mood.ts'
import { learntReader } from '../../domain/moods/learnt-reader.ts'
import type { MoodJudgement } from '../../domain/moods/mood-correction.ts'
import type { Language } from '../../domain/language.ts'
import type { MoodReader } from '../../domain/sentiment/mood.ts'
import type { StoryStore } from '../../ports/story-store.ts'
import type { Problems } from '../problems.ts'
import type { SaidRef } from './mood-desk.ts'

export interface JudgementNeeds {
  readonly store: Pick<StoryStore, 'judgements' | 'saveJudgement' | 'dropJudgement'>
  readonly problems: Problems
}

export type MoodJudgements = ReturnType<typeof createMoodJudgements>

/** Also the key of a reading in the state. */
export const judgementId = ({ interaction, said }: SaidRef): string => `${interaction}/${said}`

/** What agents have said about readings on this device, and the reader that has learnt from it. */
export function createMoodJudgements({ store, problems }: JudgementNeeds) {
  /** Oldest first. */
  const known = new Map<string, MoodJudgement>()
  let learnt: MoodReader | undefined

  // Made when something is read: it takes some tens of milliseconds.
  const reader = (): MoodReader => (learnt ??= learntReader([...known.values()]))

  function change(id: string, judgement: MoodJudgement | undefined): void {
    known.delete(id)
    if (judgement) known.set(id, judgement)
    learnt = undefined
  }

  return {
    version: (): string => reader().version,
    of: (ref: SaidRef): MoodJudgement | undefined => known.get(judgementId(ref)),
    errors: () => errorRateOf([...known.values()]),
    lastAskedAt: (): number | undefined =>
      [...known.values()].reduce<number | undefined>(
        (last, { how, at }) => (how === 'asked' ? Math.max(last ?? 0, at) : last),
        undefined,
      ),

    /** As it reads now; of what was judged, as it was read then. */
    flagged(ref: SaidRef | undefined, text: string, hint: Language): FlaggedMood {
      const read = reader().read(text, hint)
      const judgement = ref && known.get(judgementId(ref))
      if (!judgement) return { ...read, corrected: undefined }
      const { read: mood, score, evidence, given } = judgement
      return { ...read, mood, score, evidence, corrected: given }
    },

    /** The disk first. `false`, with the problem shown, when it refused. */
    async keep(judgement: MoodJudgement): Promise<boolean> {
      const saved = await store.saveJudgement(judgement)
      if (saved.ok) change(judgement.id, judgement)
      else problems.show(saved.problem)
      return saved.ok
    },
    async drop(id: string): Promise<boolean> {
      const dropped = await store.dropJudgement(id)
      if (dropped.ok) change(id, undefined)
      else problems.show(dropped.problem)
      return dropped.ok
    },

    async begin(): Promise<void> {
      const read = await store.judgements()
      // The reader that ships reads without them.
      for (const judgement of read.ok ? read.value : []) change(judgement.id, judgement)
      reader().read('', 'en')
    },
    /** By policy: they are what was read, and whose words. */
    async dropAll(): Promise<void> {
      const read = await store.judgements()
      for (const { id } of read.ok ? read.value : []) await store.dropJudgement(id)
    },
    clear(): void {
      known.clear()
      learnt = undefined
    },
  }
}
