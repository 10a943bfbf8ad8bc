import type { InteractionId } from '../../domain/ids.ts'
import type { ReadUtterance } from '../../domain/moods/mood-of-interaction.ts'
import { drawOne, mayAskAgain } from '../../domain/moods/mood-sample.ts'
import type { Said } from '../../domain/story/said.ts'
import type { Timing } from '../../ports/timing.ts'
import type { Undo } from '../../ports/undo.ts'
import { liveCall } from '../../state/call-store.ts'
import type { CallStore } from '../../state/call-store.ts'
import type { MoodQuestion, MoodStore } from '../../state/mood-store.ts'

export interface MoodQuestionNeeds {
  readonly state: MoodStore
  readonly calls: CallStore
  readonly timing: Pick<Timing, 'now'>
  readonly random: () => number
}

/** An interaction that is over, with what its customer said. */
export interface EndedInteraction {
  readonly interaction: InteractionId
  readonly customer: string | undefined
  readonly read: readonly ReadUtterance[]
}

export type MoodQuestions = ReturnType<typeof createMoodQuestions>

/** "Was this right?": rare, by chance alone, and never while somebody is on the telephone. */
export function createMoodQuestions({ state, calls, timing, random }: MoodQuestionNeeds) {
  /** It waits for the end of a call. */
  let waiting: MoodQuestion | undefined
  let askedAt: number | undefined

  const inCall = (): boolean => liveCall(calls.getState()) !== undefined

  function show(): void {
    const question = inCall() ? undefined : waiting
    if (state.getState().question !== question) state.setState({ question })
  }

  const undo: Undo = calls.subscribe(show)

  return {
    /**
     * Draws from what was read of it.
     * @returns what was drawn and had been judged before: its answer is known
     */
    draw({ interaction, customer, read }: EndedInteraction): ReadUtterance | undefined {
      const now = timing.now()
      const { isOn, choices } = state.getState()
      if (!isOn || !choices.prompts || waiting || !mayAskAgain(askedAt, now)) return undefined
      const drawn = drawOne(random, read)
      if (!drawn || drawn.mood.corrected !== undefined) return drawn
      const { said: id, at, text, mood } = drawn
      const said: Said = {
        ...{ id, interaction, at, mood, body: { kind: 'text', text } },
        by: { role: 'customer', name: customer },
      }
      waiting = { said, text, mood }
      askedAt = now
      show()
      return undefined
    },
    /** Whatever the answer. */
    take(): MoodQuestion | undefined {
      const question = state.getState().question
      if (question) waiting = undefined
      show()
      return question
    },
    /** @param lastAskedAt the newest question that was answered, if any */
    begin(lastAskedAt: number | undefined): void {
      askedAt = lastAskedAt
    },
    clear(): void {
      waiting = undefined
      show()
    },
    stop: undo,
  }
}
