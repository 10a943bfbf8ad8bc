import type { Mood } from '../sentiment/mood.ts'

/** Milliseconds at which a point is worth half of one of now. */
const halfLife = 90 * 24 * 3600_000
/** Utterances after which one is worth half. */
const halfUtterances = 4
/** A score beyond this is a mood, and a difference beyond it a direction. */
export const clearly = 0.2

export interface MoodPoint {
  /** Epoch milliseconds. */
  readonly at: number
  /** −1 to 1. */
  readonly score: number
}

export interface MoodTrend {
  /** Oldest first, bounded. */
  readonly points: readonly MoodPoint[]
  /** End-weighted over all of them, −1 to 1. */
  readonly score: number
  readonly mood: Mood
  readonly direction: 'falling' | 'steady' | 'rising'
  /** Since when it has gone in that direction; of a steady one, its first point. Epoch milliseconds. */
  readonly since: number
}

/**
 * The end weighs most, as it does in what people remember of an episode (Kahneman et al. 1993, "When more pain is
 * preferred to less"): Σ wᵢ·sᵢ / Σ wᵢ with wᵢ = 2^(−k/4), k utterances before the last.
 */
export function endWeighted(scores: readonly number[]): number {
  return weightedMean(scores.map((score, at) => [score, 2 ** (-(scores.length - 1 - at) / halfUtterances)]))
}

/** Of points in time: wᵢ = 2^(−age/90 days), age counted from the last point. */
export function ageWeighted(points: readonly MoodPoint[]): number {
  const last = points.at(-1)?.at ?? 0
  return weightedMean(points.map(({ at, score }) => [score, 2 ** (-Math.max(0, last - at) / halfLife)]))
}

function weightedMean(pairs: readonly (readonly [value: number, weight: number])[]): number {
  const weight = pairs.reduce((sum, [, one]) => sum + one, 0)
  return weight === 0 ? 0 : pairs.reduce((sum, [value, one]) => sum + value * one, 0) / weight
}

export const moodAt = (score: number): Mood =>
  score > clearly ? 'positive' : score < -clearly ? 'negative' : 'neutral'

/** The mean of the last third of the points against the mean of those before; `undefined` without a point. */
export function trendOf(points: readonly MoodPoint[]): MoodTrend | undefined {
  const first = points[0]
  if (!first) return undefined
  const score = ageWeighted(points)
  const cut = points.length < 2 ? 0 : Math.max(1, points.length - Math.ceil(points.length / 3))
  const difference = cut === 0 ? 0 : mean(points.slice(cut)) - mean(points.slice(0, cut))
  const direction = difference > clearly ? 'rising' : difference < -clearly ? 'falling' : 'steady'
  const since = direction === 'steady' ? first.at : (points[cut]?.at ?? first.at)
  return { points, score, mood: moodAt(score), direction, since }
}

const mean = (points: readonly MoodPoint[]): number =>
  points.reduce((sum, { score }) => sum + score, 0) / points.length
