import type { ConversationId, InteractionId } from '../../domain/ids.ts'
import type { Message } from '../../domain/message.ts'
import type { MoodStore } from '../../state/mood-store.ts'
import { pageOf } from '../../state/work-store.ts'
import type { InHand, WorkStore } from '../../state/work-store.ts'
import type { InteractionMoods } from './interaction-moods.ts'
import type { SaidRef } from './mood-desk.ts'
import type { MoodQuestions } from './mood-questions.ts'
import type { MoodsInHand } from './moods-in-hand.ts'
import { customersOf, ofItsTime } from './said-in-hand.ts'
import type { CustomerWords } from './story-moods.ts'

export interface EndingNeeds {
  readonly state: MoodStore
  readonly work: WorkStore
  readonly interactions: Pick<InteractionMoods, 'read' | 'worked'>
  readonly questions: Pick<MoodQuestions, 'draw'>
  readonly hintFor: MoodsInHand['hintFor']
  /** Every message of a chat that is kept, oldest first. */
  readonly transcript: (conversation: ConversationId) => Promise<readonly Message[]>
  /** Drawn by chance, and its answer is known already. */
  readonly onKnown: (ref: SaidRef) => void
}

/** When an interaction has ended its mood is kept, and now and then the agent is asked about something in it. */
export function createMoodEndings(needs: EndingNeeds) {
  const { state, work, interactions, questions, hintFor, transcript, onKnown } = needs
  /** Those that go on, and those whose end was seen. */
  const [going, over] = [new Set<InteractionId>(), new Set<InteractionId>()]

  /** All of it: the screen may have let go of the beginning of a long chat. */
  async function wordsOf(page: InHand): Promise<readonly CustomerWords[]> {
    const { id, conversation } = page.interaction
    const list = conversation === undefined ? state.getState().spoken.get(id) : await transcript(conversation)
    const words = customersOf(list ?? []).flatMap(({ text, ...one }) =>
      text === undefined ? [] : [{ ...one, text, language: hintFor(page) }],
    )
    return state.getState().isOn ? ofItsTime(page, words) : []
  }

  /** Only of one whose end was seen is anybody asked: not of those of yesterday. */
  async function finish(page: InHand, wasGoing: boolean): Promise<void> {
    const { interaction } = page
    const words = await wordsOf(page)
    if (!state.getState().isOn) return
    interactions.worked(interaction, words)
    if (!wasGoing) return
    const read = interactions.read(interaction, words)
    const drawn = questions.draw({ interaction: interaction.id, customer: page.contact?.name, read })
    if (drawn) onKnown({ interaction: interaction.id, said: drawn.said })
  }

  return {
    look(): void {
      const { pages } = work.getState()
      for (const page of pages) {
        const { id, endedAt } = page.interaction
        if (endedAt === undefined) going.add(id)
        else if (!over.has(id)) {
          over.add(id)
          void finish(page, going.delete(id))
        }
      }
      const open = new Set(pages.map(({ interaction }) => interaction.id))
      for (const id of [...going, ...over]) if (!open.has(id)) [going, over].map((all) => all.delete(id))
    },
    /** Something in it was judged after its end. */
    again(id: InteractionId): void {
      const page = pageOf(work.getState(), id)
      if (page && over.has(id)) void finish(page, false)
    },
    clear(): void {
      going.clear()
      over.clear()
    },
  }
}
