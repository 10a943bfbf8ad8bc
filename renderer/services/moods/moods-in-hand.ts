import type { InteractionId } from '../../domain/ids.ts'
import type { Language } from '../../domain/language.ts'
import { hasFallen, nextAlert } from '../../domain/moods/mood-alert.ts'
import { moodOfInteraction } from '../../domain/moods/mood-of-interaction.ts'
import type { ReadUtterance } from '../../domain/moods/mood-of-interaction.ts'
import type { ChatStateStore } from '../../state/chat-store.ts'
import { isPrivateNow } from '../../state/knowledge-store.ts'
import type { KnowledgeStore } from '../../state/knowledge-store.ts'
import type { MoodStore } from '../../state/mood-store.ts'
import type { InHand, WorkStore } from '../../state/work-store.ts'
import type { SaidRef } from './mood-desk.ts'
import type { MoodJudgements } from './mood-judgements.ts'
import { customersOf, listInHand, ofItsTime } from './said-in-hand.ts'
import type { SaidInHand } from './said-in-hand.ts'
import { withMoodsInHand } from './show-in-hand.ts'
import type { MoodInHand } from './show-in-hand.ts'

export interface MoodsInHandNeeds {
  readonly state: MoodStore
  readonly work: WorkStore
  readonly chats: ChatStateStore
  readonly knowledge: KnowledgeStore
  readonly judgements: MoodJudgements
  /** The desk's, where nobody knows the customer's. */
  readonly language: () => Language
}

export type MoodsInHand = ReturnType<typeof createMoodsInHand>

/** Reads what the customers of the open interactions say, as it comes, and sees when a mood falls. */
export function createMoodsInHand(needs: MoodsInHandNeeds) {
  const { state, work, chats, knowledge, judgements } = needs
  const inHand = new Map<InteractionId, MoodInHand>()

  const hintFor = ({ interaction: { conversation }, contact }: InHand): Language => {
    const open = conversation === undefined ? undefined : chats.getState().chats.get(conversation)
    return open?.conversation.customer.language ?? contact?.language ?? needs.language()
  }

  function take(page: InHand, mood: MoodInHand, { said, at, text }: SaidInHand): void {
    const { id } = page.interaction
    // Read before, and left out since: a private stretch is over.
    if (text === undefined) mood.read.delete(said)
    else if (isPrivateNow(knowledge.getState(), id) && !mood.read.has(said)) mood.never.add(said)
    else if (!mood.never.has(said) && !mood.read.has(said))
      mood.read.set(said, {
        ...{ said, at, text },
        mood: judgements.flagged({ interaction: id, said }, text, hintFor(page)),
      })
  }

  const utterancesOf = (page: InHand): readonly ReadUtterance[] =>
    ofItsTime(page, [...(inHand.get(page.interaction.id)?.read.values() ?? [])]).toSorted(
      (a, b) => a.at - b.at,
    )

  function workOut(page: InHand, mood: MoodInHand): void {
    const { id, endedAt } = page.interaction
    const said = utterancesOf(page)
    mood.whole = said.length === 0 ? undefined : moodOfInteraction(id, judgements.version(), said)
    const { alert } = state.getState().choices
    if (!alert || endedAt !== undefined) mood.alert = 'none'
    else mood.alert = nextAlert(mood.alert, hasFallen(said.map((one) => one.mood)))
  }

  function show(): void {
    const shown = withMoodsInHand(state.getState(), inHand)
    // With what was read beside the words: looked at again they would tell nothing new.
    for (const [id, words] of shown.spoken) {
      const mood = inHand.get(id)
      if (mood) mood.list = words
    }
    state.setState(shown)
  }

  /** @returns whether there is anything new */
  function look(page: InHand): boolean {
    const { id, endedAt } = page.interaction
    const mood: MoodInHand = inHand.get(id) ?? {
      ...{ list: undefined, read: new Map(), never: new Set(), whole: undefined, alert: 'none' },
    }
    inHand.set(id, mood)
    const list = listInHand(page, chats.getState(), state.getState())
    const isOver = mood.alert !== 'none' && endedAt !== undefined
    if (!list || (list === mood.list && !isOver)) return false
    mood.list = list
    for (const one of customersOf(list)) take(page, mood, one)
    workOut(page, mood)
    return true
  }

  return {
    hintFor,
    /** With what was read of them. */
    wordsOf: ({ interaction, said }: SaidRef) => inHand.get(interaction)?.read.get(said),

    look(): void {
      const { pages } = work.getState()
      let news = false
      for (const id of inHand.keys())
        if (!pages.some(({ interaction }) => interaction.id === id)) news = inHand.delete(id)
      for (const page of pages) news = look(page) || news
      if (news) show()
    },

    /** Something was judged: the same words may read otherwise now. */
    again(): void {
      for (const page of work.getState().pages) {
        const { id } = page.interaction
        const mood = inHand.get(id)
        if (!mood) continue
        for (const { said, text, mood: before, ...one } of mood.read.values()) {
          const flagged = judgements.flagged({ interaction: id, said }, text, before.language)
          mood.read.set(said, { ...one, said, text, mood: flagged })
        }
        workOut(page, mood)
      }
      show()
    },

    dismiss(id: InteractionId): void {
      const mood = inHand.get(id)
      if (mood?.alert === 'shown') mood.alert = 'seen'
      show()
    },
    clear: (): void => inHand.clear(),
  }
}
