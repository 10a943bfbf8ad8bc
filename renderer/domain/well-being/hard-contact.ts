import type { Interaction } from '../interaction.ts'
import type { InteractionMood } from '../moods/interaction-mood.ts'

/** Why a contact is taken for a hard one: what the agent has done about it, or the customer's own words. */
export type HardBecause = 'blocked' | 'words'

/** A mood at the end that is below this was clearly bad to listen to; −1 to 1. */
const hardEnd = -0.5
/** One harsh word is a slip; several are a manner. */
const fewestQuotes = 2

/** The words are the evidence; a customer's voice, and whatever an agent said, are read nowhere. */
export function hardBecause(
  { conversationEnd }: Pick<Interaction, 'conversationEnd'>,
  mood: InteractionMood | undefined,
): HardBecause | undefined {
  if (conversationEnd === 'blocked') return 'blocked'
  if (mood?.mood !== 'negative' || mood.end > hardEnd) return undefined
  return mood.quotes.filter((quote) => quote.mood === 'negative').length >= fewestQuotes ? 'words' : undefined
}
