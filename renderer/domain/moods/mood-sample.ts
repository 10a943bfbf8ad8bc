import type { Random } from '../seeded-random.ts'

/** One utterance in so many is asked about, whatever its mood. */
const oneIn = 50
/** Milliseconds between two questions at least: an agent is there for customers. */
const betweenQuestions = 3600_000

/**
 * Which of what was read in an interaction the agent is asked about, if any: each utterance is drawn by itself, neutral
 * ones like others, and of several that were drawn one. Only so does the share of wrong ones say how often the reader is
 * wrong.
 */
export function drawOne<Utterance>(random: Random, read: readonly Utterance[]): Utterance | undefined {
  const drawn = read.filter(() => random() < 1 / oneIn)
  return drawn[Math.floor(random() * drawn.length)]
}

/** @param askedAt when the last question was asked, if any (epoch milliseconds) */
export const mayAskAgain = (askedAt: number | undefined, now: number): boolean =>
  askedAt === undefined || now - askedAt >= betweenQuestions
