import type { Language } from '../language.ts'
import { places } from '../sentiment/hashed-features.ts'
import { hashStart, hashText } from '../sentiment/letters.ts'
import { sharesOf, writeWeights } from '../sentiment/linear-layer.ts'
import type { LinearLayer, WrittenWeights } from '../sentiment/linear-layer.ts'
import type { Words } from '../sentiment/turns.ts'
import { layerOf, trainedFor } from '../sentiment/weights.ts'
import type { TrainedLanguage } from '../sentiment/weights.ts'
import { wordsOf } from '../sentiment/words-of.ts'
import type { MoodJudgement } from './mood-correction.ts'
import { lessonOf } from './mood-lesson.ts'
import type { MoodLesson } from './mood-lesson.ts'

/** The newest ones are learnt from. */
export const mostLearnt = 500
const rounds = 12
const rate = 0.6
/** The part of what was learnt that goes back to the shipped weights after each round. */
const pull = 0.05
/** No weight moves further than this from the one that ships. */
export const furthest = 0.5
/** What is read so surely is left as it is. */
const sureEnough = 0.8

/** One side of the layer: what ships, and how far each weight has moved from there. */
interface Side {
  readonly shipped: Float32Array
  readonly moved: Float32Array
}

/**
 * This device's linear layer of a language: the one that ships, moved a little by what agents have said here. Gradient
 * steps of the log loss on the judged utterances, for the weights of words, pairs and parts of words alone, none further
 * than `furthest`, and all drawn back after each round. The same judgements give the same weights.
 */
export function learntWeights(language: Language, judgements: readonly MoodJudgement[]): TrainedLanguage {
  const trained = trainedFor(language)
  const own = judgements.filter((one) => one.language === language).slice(-mostLearnt)
  if (own.length === 0) return trained
  const layer = layerOf(trained)
  const lessons = own.map((judgement) => lessonFrom(judgement, layer))
  const [bad, good] = [sideOf(layer.hashed.negative), sideOf(layer.hashed.positive)]
  for (let round = 0; round < rounds; round++) {
    for (const lesson of lessons) teach(lesson, bad, good)
    for (const { moved } of [bad, good]) drawBack(moved)
  }
  return {
    ...trained,
    version: `${trained.version}+${own.length}.${digestOf(own)}`,
    hashed: {
      negative: written(bad, trained.hashed.negative),
      positive: written(good, trained.hashed.positive),
    },
  }
}

/** A judgement's words stay what they are: after each new one only that is looked at. */
const known = new WeakMap<MoodJudgement, MoodLesson>()
const wordsOfLanguage = new Map<Language, Words>()

function lessonFrom(judgement: MoodJudgement, layer: LinearLayer): MoodLesson {
  const { language } = judgement
  const words = wordsOfLanguage.get(language) ?? wordsOf(language)
  wordsOfLanguage.set(language, words)
  const lesson = known.get(judgement) ?? lessonOf(judgement, words, layer)
  known.set(judgement, lesson)
  return lesson
}

const sideOf = (shipped: Float32Array): Side => ({ shipped, moved: new Float32Array(places) })

function teach(lesson: MoodLesson, bad: Side, good: Side): void {
  const shares = sharesOf({
    negative: lesson.ruled.negative + leaning(lesson, bad),
    positive: lesson.ruled.positive + leaning(lesson, good),
  })
  if (shares[lesson.given] >= sureEnough) return
  move(lesson, bad, Number(lesson.given === 'negative') - shares.negative)
  move(lesson, good, Number(lesson.given === 'positive') - shares.positive)
}

function leaning({ places: at, values }: MoodLesson, { shipped, moved }: Side): number {
  let sum = 0
  for (let next = 0; next < at.length; next++) {
    const place = at[next] ?? 0
    sum += (values[next] ?? 0) * ((shipped[place] ?? 0) + (moved[place] ?? 0))
  }
  return sum
}

function move({ places: at, values, teaches }: MoodLesson, { moved }: Side, slope: number): void {
  for (let next = 0; next < at.length; next++) {
    const place = at[next] ?? 0
    const by = rate * slope * (values[next] ?? 0) * (teaches[next] ?? 0)
    moved[place] = Math.max(-furthest, Math.min(furthest, (moved[place] ?? 0) + by))
  }
}

function drawBack(moved: Float32Array): void {
  for (let at = 0; at < moved.length; at++) moved[at] = (moved[at] ?? 0) * (1 - pull)
}

/**
 * In the form in which weights ship. As long as the largest stays the largest, every weight that did not move is written
 * and read as it was.
 */
function written({ shipped, moved }: Side, { largest }: WrittenWeights): WrittenWeights {
  const weights = shipped.map((weight, at) =>
    Math.abs(weight) === largest ? weight : clamped(weight + (moved[at] ?? 0), largest),
  )
  return writeWeights(weights)
}

const clamped = (weight: number, largest: number): number => Math.max(-largest, Math.min(largest, weight))

/** Tells two sets of judgements apart, also of the same size. */
function digestOf(judgements: readonly MoodJudgement[]): string {
  const hash = judgements.reduce((so, { text, given }) => hashText(so, `${given}\n${text}\n`), hashStart)
  return (hash >>> 0).toString(36)
}
