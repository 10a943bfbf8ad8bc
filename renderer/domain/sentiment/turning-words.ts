/** What turns the weight of other words, in one language. */
export interface TurningWords {
  /** A word that negates what is near it. */
  readonly negators: ReadonlySet<string>
  /** How much stronger (above 1) or weaker a word becomes after one of these. */
  readonly strength: ReadonlyMap<string, number>
  /** What follows prevails. */
  readonly buts: ReadonlySet<string>
  /** Words without a feeling of their own: they tell the language, and are no evidence. */
  readonly common: ReadonlySet<string>
  /** Words with which a question begins. */
  readonly asking: ReadonlySet<string>
  /** "thanks", "merci", and what stands beside them where they are no more than a courtesy. */
  readonly courtesy: ReadonlySet<string>
}

export const wordSet = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u))

export function strengths(stronger: string, weaker: string): ReadonlyMap<string, number> {
  const map = new Map<string, number>()
  for (const word of wordSet(stronger)) map.set(word, 1.35)
  for (const word of wordSet(weaker)) map.set(word, 0.6)
  return map
}
