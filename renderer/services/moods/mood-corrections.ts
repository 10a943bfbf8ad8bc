import type { InteractionId } from '../../domain/ids.ts'
import type { FlaggedMood } from '../../domain/moods/flagged-mood.ts'
import { longestJudged } from '../../domain/moods/mood-correction.ts'
import type { MoodJudgement } from '../../domain/moods/mood-correction.ts'
import type { Mood } from '../../domain/sentiment/mood.ts'
import type { Said } from '../../domain/story/said.ts'
import type { Timing } from '../../ports/timing.ts'
import { readableEnd } from '../../domain/sentiment/token.ts'
import type { StoryStateStore } from '../../state/story-store.ts'
import type { SaidRef } from './mood-desk.ts'
import { judgementId } from './mood-judgements.ts'
import type { MoodJudgements } from './mood-judgements.ts'
import type { MoodQuestions } from './mood-questions.ts'
import type { MoodsInHand } from './moods-in-hand.ts'

export interface CorrectionNeeds {
  readonly judgements: MoodJudgements
  readonly inHand: Pick<MoodsInHand, 'wordsOf'>
  readonly questions: Pick<MoodQuestions, 'take'>
  readonly stories: Pick<StoryStateStore, 'getState'>
  readonly timing: Pick<Timing, 'now'>
  readonly onJudged: (interaction: InteractionId) => void
}

/** Words with what was read of them, as the agent has them before them. */
export interface ReadWords {
  readonly text: string
  readonly mood: FlaggedMood
}

/** Takes down what an agent says about a reading: corrected by themselves, or asked. */
export function createMoodCorrections(needs: CorrectionNeeds) {
  const { judgements, inHand, questions, stories, timing, onJudged } = needs

  /** In an open interaction, or unfolded in a story. */
  function find({ interaction, said }: SaidRef): ReadWords | undefined {
    const { inHand: beside, lookedUp } = stories.getState()
    return (
      inHand.wordsOf({ interaction, said }) ??
      [beside, lookedUp]
        .map((story) => story?.said.get(interaction)?.find(({ id }) => id === said))
        .map((one) => one && wordsOf(one))
        .find((words) => words !== undefined)
    )
  }

  async function judge(
    ref: SaidRef,
    { text, mood: { language, mood: read, score, evidence } }: ReadWords,
    { given, how }: Pick<MoodJudgement, 'given' | 'how'>,
  ): Promise<void> {
    const kept = await judgements.keep({
      ...{ id: judgementId(ref), ...ref, language, read, score, evidence, given, how },
      text: text.slice(0, readableEnd(text, longestJudged)),
      ...{ version: judgements.version(), at: timing.now() },
    })
    if (kept) onJudged(ref.interaction)
  }

  async function change(judgement: MoodJudgement, changed: Partial<MoodJudgement>): Promise<void> {
    if (await judgements.keep({ ...judgement, at: timing.now(), ...changed })) onJudged(judgement.interaction)
  }

  async function correctAnew(ref: SaidRef, given: Mood | undefined): Promise<void> {
    const words = given && find(ref)
    if (words && words.mood.mood !== given) await judge(ref, words, { given, how: 'flag' })
  }

  return {
    async correct(ref: SaidRef, given: Mood | undefined): Promise<void> {
      const before = judgements.of(ref)
      if (!before) return correctAnew(ref, given)
      const wanted = given ?? before.read
      if (before.given === wanted) return
      // One that was picked by chance stays among those that tell how often the reader is wrong.
      if (before.how === 'asked' || wanted !== before.read) await change(before, { given: wanted })
      else if (await judgements.drop(before.id)) onJudged(before.interaction)
    },

    /** Answers the question that is shown. */
    async answer(given: Mood | undefined): Promise<void> {
      const question = questions.take()
      if (!question || given === undefined) return
      const { said, text, mood } = question
      await judge({ interaction: said.interaction, said: said.id }, { text, mood }, { given, how: 'asked' })
    },

    /** Drawn by chance, and judged before anybody asked. */
    async known(ref: SaidRef): Promise<void> {
      const before = judgements.of(ref)
      if (before?.how === 'flag') await change(before, { how: 'asked', at: before.at })
    },
  }
}

const wordsOf = ({ body, mood }: Said): ReadWords | undefined =>
  body.kind === 'text' && mood ? { text: body.text, mood } : undefined
