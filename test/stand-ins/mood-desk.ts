import type { InteractionId } from '../../renderer/domain/ids.ts'
import type { FlaggedMood } from '../../renderer/domain/moods/flagged-mood.ts'
import { createMoodReader } from '../../renderer/domain/sentiment/read-mood.ts'
import type { MoodDesk } from '../../renderer/services/moods/mood-desk.ts'
import { createMoodStore, noMoods } from '../../renderer/state/mood-store.ts'
import type { MoodState } from '../../renderer/state/mood-store.ts'

const reader = createMoodReader()

/** As the desk's own reader reads it. */
export const readAs = (text: string, change: Partial<FlaggedMood> = {}): FlaggedMood => ({
  ...reader.read(text, 'en'),
  corrected: undefined,
  ...change,
})

/** What the screen asks of moods, written down; what is corrected, answered and chosen is in the store at once. */
export function createMoodDeskStandIn(state: Partial<MoodState> = {}) {
  const store = createMoodStore()
  store.setState({ ...noMoods, isOn: true, ...state })
  const asked: string[] = []
  const ask = (what: string): Promise<void> => {
    asked.push(what)
    return Promise.resolve()
  }
  const desk: MoodDesk = {
    correct({ interaction, said }, given) {
      const { read } = store.getState()
      const key = `${interaction}/${said}`
      const before = read.get(key)
      if (before) store.setState({ read: new Map(read).set(key, { ...before, corrected: given }) })
      return ask(`correct ${said} to ${given ?? 'as read'}`)
    },
    answer(given) {
      store.setState({ question: undefined })
      return ask(`answer ${given ?? 'cannot say'}`)
    },
    dismissAlert(interaction: InteractionId) {
      store.setState(({ alerts }) => ({ alerts: alerts.filter((id) => id !== interaction) }))
      void ask(`dismiss ${interaction}`)
    },
    choose(change) {
      store.setState(({ choices }) => ({ choices: { ...choices, ...change } }))
      return ask(`choose ${JSON.stringify(change)}`)
    },
  }
  return { store, desk, asked }
}
