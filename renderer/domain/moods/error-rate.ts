import type { MoodJudgement } from './mood-correction.ts'

/** How often the reader was wrong, of those that were picked at random: with a 95 % interval (Wilson 1927). */
export interface ErrorRate {
  readonly asked: number
  readonly wrong: number
  readonly from: number
  readonly to: number
}

/** Standard deviations to both sides of which 95 % of a normal distribution lie. */
const z = 1.959964

/**
 * Of the asked ones alone: those that an agent corrected unasked are wrong more often than the rest. `undefined` before
 * anything was asked. The interval is Wilson's score interval (E. B. Wilson 1927, "Probable inference, the law of
 * succession, and statistical inference"): it holds for few answers too, and when none was wrong.
 */
export function errorRateOf(judgements: readonly MoodJudgement[]): ErrorRate | undefined {
  const asked = judgements.filter(({ how }) => how === 'asked')
  const wrong = asked.filter(({ read, given }) => read !== given).length
  return asked.length === 0 ? undefined : { asked: asked.length, wrong, ...wilson(wrong, asked.length) }
}

/** The 95 % interval of a share: `of` drawn at random, `hits` of them so. */
export function wilson(hits: number, of: number): { readonly from: number; readonly to: number } {
  const share = hits / of
  const squared = (z * z) / of
  const middle = (share + squared / 2) / (1 + squared)
  const half = (z / (1 + squared)) * Math.sqrt((share * (1 - share)) / of + squared / (4 * of))
  return { from: Math.max(0, middle - half), to: Math.min(1, middle + half) }
}
