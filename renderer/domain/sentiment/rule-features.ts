import { themes } from './phrase.ts'
import type { RuleReading } from './turns.ts'
import type { TurningWords } from './turning-words.ts'

/** What the linear layer sees of the rules: each number is near −1 to 1. */
export const ruleFeatures = [
  ...['good', 'bad', 'compound', 'best', 'worst', 'last', 'after-but', 'has-but', 'emoji', 'emoji-bad'],
  ...['exclaimed', 'asked', 'asked-often', 'asks-first', 'shouted', 'negations', 'short', 'long', 'courtesy'],
  ...['nothing-weighs', 'both', 'good-and-asked', 'bad-and-asked', 'marks', 'negated-good', 'negated-bad'],
  ...themes,
] as const

const squash = (sum: number, half: number): number => sum / (Math.abs(sum) + half)

/** In the order of `ruleFeatures`. */
export function ruleFeaturesOf(reading: RuleReading, turning: TurningWords): Float64Array {
  const { tokens, negations } = reading
  const sums = sumsOf(reading)
  const marks = marksOf(reading)
  const first = tokens.find(({ kind }) => kind === 'word')?.word ?? ''
  const spoken = tokens.filter(({ kind }) => kind === 'word').length
  const features = [
    squash(sums.good, 3),
    squash(sums.bad, 3),
    sums.all / Math.sqrt(sums.all * sums.all + 15),
    sums.best / 4,
    sums.worst / 4,
    squash(sums.last, 2),
    squash(sums.afterBut, 2),
    Number(reading.but >= 0),
    squash(sums.emoji, 2),
    Number(sums.emoji < 0),
    Math.min(marks.exclaimed, 3) / 3,
    Number(marks.asked > 0),
    Number(marks.asked > 1),
    Number(turning.asking.has(first)),
    Math.min(marks.shouted, 3) / 3,
    Math.min(negations.filter((count) => count > 0).length, 8) / 8,
    1 / (1 + spoken),
    Math.min(spoken, 60) / 60,
    Number(spoken <= 10 && isCourtesy(reading, turning)),
    Number(reading.weighed.length === 0),
    Number(sums.good > 1 && sums.bad < -1),
    marks.asked > 0 ? squash(sums.good, 3) : 0,
    marks.asked > 0 ? squash(sums.bad, 3) : 0,
    Math.min(marks.dots, 2) / 2,
    squash(sums.negatedGood, 1),
    squash(sums.negatedBad, 1),
    ...themeCounts(reading),
  ]
  return Float64Array.from(features)
}

function sumsOf({ weighed, tokens, but }: RuleReading) {
  const sums = {
    good: 0,
    bad: 0,
    all: 0,
    best: 0,
    worst: 0,
    last: 0,
    afterBut: 0,
    emoji: 0,
    negatedGood: 0,
    negatedBad: 0,
  }
  let lastAt = -1
  for (const { weight, first, turns } of weighed) {
    if (weight > 0) sums.good += weight
    else sums.bad += weight
    sums.all += weight
    sums.best = Math.max(sums.best, weight)
    sums.worst = Math.min(sums.worst, weight)
    if (first > lastAt) [lastAt, sums.last] = [first, weight]
    if (but >= 0 && first > but) sums.afterBut += weight
    if (tokens[first]?.kind === 'emoji') sums.emoji += weight
    if (!turns.includes('negated')) continue
    if (weight < 0) sums.negatedGood += weight
    else sums.negatedBad += weight
  }
  return sums
}

function marksOf({ tokens }: RuleReading) {
  const marks = { exclaimed: 0, asked: 0, dots: 0, shouted: 0 }
  for (const { kind, word, shouted } of tokens) {
    if (shouted) marks.shouted += 1
    if (kind !== 'mark') continue
    if (word.startsWith('…') || word.startsWith('..')) marks.dots += 1
    for (let at = 0; at < Math.min(word.length, 8); at++) {
      if (word[at] === '!') marks.exclaimed += 1
      if (word[at] === '?') marks.asked += 1
    }
  }
  return marks
}

/** "ok merci bonne journée": nothing but courtesies. */
const isCourtesy = ({ tokens }: RuleReading, { courtesy }: TurningWords): boolean =>
  tokens.every(({ kind, word }) => kind === 'mark' || (kind === 'word' && courtesy.has(word)))

function themeCounts({ phrases }: RuleReading): readonly number[] {
  const counts = themes.map(() => 0)
  for (const { theme } of phrases) counts[theme] = Math.min(2, (counts[theme] ?? 0) + 1)
  return counts.map((count) => count / 2)
}
