import type { InteractionMood } from '../../../domain/moods/interaction-mood.ts'
import type { Say } from '../../../words/say.ts'
import { isolated } from './flag-words.ts'

/** That a mood has fallen, with the words that decided where there are some. */
export function alertWords(say: Say, mood: InteractionMood | undefined): string {
  const quote = mood?.quotes.find((one) => one.mood === 'negative')?.text
  return quote === undefined ? say('mood.alert') : say('mood.alert.said', { quote: isolated(quote) })
}
