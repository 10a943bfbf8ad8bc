import type { InteractionId } from '../../domain/ids.ts'
import type { Language } from '../../domain/language.ts'
import type { MoodChoices } from '../../domain/moods/mood-choices.ts'
import type { StorySite } from '../../domain/setup.ts'
import type { StoryStore } from '../../ports/story-store.ts'
import type { Timing } from '../../ports/timing.ts'
import type { CallStore } from '../../state/call-store.ts'
import type { ChatStateStore } from '../../state/chat-store.ts'
import { isPrivateNow } from '../../state/knowledge-store.ts'
import type { KnowledgeStore } from '../../state/knowledge-store.ts'
import { noMoods } from '../../state/mood-store.ts'
import type { MoodStore } from '../../state/mood-store.ts'
import type { StoryStateStore } from '../../state/story-store.ts'
import type { WorkStore } from '../../state/work-store.ts'
import type { Problems } from '../problems.ts'
import { createInteractionMoods } from './interaction-moods.ts'
import { createMoodCorrections } from './mood-corrections.ts'
import type { MoodDesk } from './mood-desk.ts'
import { createMoodEndings } from './mood-endings.ts'
import type { EndingNeeds } from './mood-endings.ts'
import { createMoodJudgements, judgementId } from './mood-judgements.ts'
import { createMoodQuestions } from './mood-questions.ts'
import { createMoodsInHand } from './moods-in-hand.ts'
import { createSpokenWords } from './spoken-words.ts'
import type { StoryMoods } from './story-moods.ts'

export interface MoodNeeds {
  readonly store: Pick<
    StoryStore,
    'moods' | 'saveMoods' | 'dropMoods' | 'judgements' | 'saveJudgement' | 'dropJudgement' | 'utterances'
  >
  readonly choices: MoodChoices
  readonly saveChoices: (choices: MoodChoices) => void
  readonly transcript: EndingNeeds['transcript']
  readonly problems: Problems
  readonly timing: Timing
  readonly random: () => number
  readonly language: () => Language
  readonly stores: {
    readonly moods: MoodStore
    readonly story: Pick<StoryStateStore, 'getState'>
    readonly work: WorkStore
    readonly chats: ChatStateStore
    readonly calls: CallStore
    readonly knowledge: KnowledgeStore
  }
}

export type Moods = ReturnType<typeof createMoods>

/** Everything about moods that a shift needs. Where they are switched off by policy nothing is read, kept or shown. */
export function createMoods(needs: MoodNeeds) {
  const { store, stores, timing, language, random } = needs
  const { moods: state, work, chats, calls, knowledge } = stores
  state.setState({ choices: needs.choices })
  const isOn = (): boolean => state.getState().isOn
  const judgements = createMoodJudgements(needs)
  const interactions = createInteractionMoods({ store, state, work, judgements, language })
  const inHand = createMoodsInHand({ state, work, chats, knowledge, judgements, language })
  const spoken = createSpokenWords({ store, state, work, knowledge })
  const questions = createMoodQuestions({ state, calls, timing, random })
  const listeners = new Set<(interaction: InteractionId) => void>()
  const corrections = createMoodCorrections({
    ...{ judgements, inHand, questions, timing, stories: stores.story },
    onJudged(interaction) {
      state.setState({ errors: judgements.errors() })
      inHand.again()
      endings.again(interaction)
      for (const listener of listeners) listener(interaction)
    },
  })
  const endings = createMoodEndings({
    ...{ state, work, interactions, questions, hintFor: inHand.hintFor, transcript: needs.transcript },
    onKnown: (ref) => void corrections.known(ref),
  })

  function look(): void {
    if (!isOn()) return
    inHand.look()
    endings.look()
  }
  const undos = [
    chats.subscribe(look),
    work.subscribe(() => {
      void spoken.follow().then(look)
      look()
    }),
    questions.stop,
  ]

  const desk: MoodDesk = {
    correct: (ref, given) => corrections.correct(ref, given),
    answer: (given) => corrections.answer(given),
    dismissAlert: (interaction) => inHand.dismiss(interaction),
    choose(changed) {
      const choices: MoodChoices = { ...state.getState().choices, ...changed }
      state.setState({ choices })
      needs.saveChoices(choices)
      if (!choices.prompts) questions.clear()
      if (isOn()) inHand.again()
      return Promise.resolve()
    },
  }

  const story: StoryMoods = {
    isOn,
    flagged(of, text, hint) {
      if (!isOn()) return undefined
      const known = of && state.getState().read.get(judgementId(of))
      // What is said now in a private stretch is not read; what was said before it has been.
      if (known || (of && isPrivateNow(knowledge.getState(), of.interaction))) return known
      return judgements.flagged(of, text, hint ?? language())
    },
    ofInteractions: async (...which) => (isOn() ? interactions.ofInteractions(...which) : new Map()),
    worked: (interaction, words) => (isOn() ? interactions.worked(interaction, words) : undefined),
    onJudged(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    heard(utterance) {
      spoken.hear(utterance)
      look()
    },
  }

  return {
    desk,
    story,
    async begin(site: StorySite): Promise<void> {
      if (!site.moods) {
        await store.dropMoods()
        await judgements.dropAll()
        return
      }
      await judgements.begin()
      questions.begin(judgements.lastAskedAt())
      state.setState({ isOn: true, errors: judgements.errors() })
      look()
    },
    end(): void {
      for (const part of [inHand, spoken, questions, endings, interactions, judgements]) part.clear()
      state.setState(({ choices }) => ({ ...noMoods, choices }))
    },
    stop: (): void => undos.forEach((undo) => undo()),
  }
}
