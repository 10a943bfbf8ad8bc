import { setsFor } from '../../../build/sentiment/samples.ts'
import type { SampleSet } from '../../../build/sentiment/samples.ts'
import { trainLanguage } from '../../../build/sentiment/train-language.ts'
import type { Language } from '../../../renderer/domain/language.ts'
import { moods } from '../../../renderer/domain/sentiment/mood.ts'
import type { MoodReader } from '../../../renderer/domain/sentiment/mood.ts'
import { createMoodReader } from '../../../renderer/domain/sentiment/read-mood.ts'
import type { Figure } from '../figure.ts'
import { enginesFor } from './engines.ts'
import { qualityOf, shown } from './interval.ts'
import type { Quality } from './interval.ts'
import { frenchTweets, heldOut, leftOutInTurn } from './sets.ts'

const names: Readonly<Record<Language, string>> = { en: 'English', fr: 'French' }

interface Measured {
  readonly set: SampleSet
  readonly how: string
  readonly ours: Quality
  readonly others: ReadonlyMap<string, Quality>
}

/** One figure per set, then the mean per language, which must be ahead of every other program's. */
export async function qualityFigures(language: Language, isFrozen: boolean): Promise<readonly Figure[]> {
  const tasks = tasksFor(language, isFrozen)
  const engines = await enginesFor(
    language,
    tasks.flatMap(({ set }) => set.samples.map(({ text }) => text)),
  )
  const measured: Measured[] = []
  for (const { set, how, reader } of tasks) {
    const by = (score: (text: string) => number): Quality => quality(set, { score, neutral: 0 })
    measured.push({
      ...{ set, how },
      ours: set.moods === 2 ? by((text) => reader().read(text, language).score) : byMood(set, reader()),
      others: new Map(engines.map((engine) => [engine.name, quality(set, engine)])),
    })
  }
  return [...measured.map(setFigure), ...meanFigures(language, measured)]
}

interface Task {
  readonly set: SampleSet
  readonly how: string
  readonly reader: () => MoodReader
}

function tasksFor(language: Language, isFrozen: boolean): readonly Task[] {
  const shipped = createMoodReader()
  const held = isFrozen ? heldOut(language) : undefined
  const tweets = language === 'fr' && isFrozen ? frenchTweets() : undefined
  return [
    ...(language === 'en' ? leftOutInTurn().map(leftOut) : []),
    ...(tweets ? [{ set: tweets, how: 'never trained on', reader: () => shipped }] : []),
    ...(held ? [{ set: held, how: 'composed apart, never trained on', reader: () => shipped }] : []),
  ]
}

function leftOut(set: SampleSet): Task {
  let trained: MoodReader | undefined
  return {
    set,
    how: 'trained without it',
    reader: () => {
      const sets = setsFor('en').filter(({ name }) => name !== set.name)
      return (trained ??= createMoodReader({
        trained: { en: trainLanguage({ language: 'en', sets, calibrate: false }) },
      }))
    },
  }
}

const rightOf = ({ samples }: SampleSet): readonly number[] => samples.map(({ mood }) => moods.indexOf(mood))

const byMood = (set: SampleSet, reader: MoodReader): Quality =>
  qualityOf({
    moods: set.moods,
    right: rightOf(set),
    said: set.samples.map(({ text }) => moods.indexOf(reader.read(text, set.language).mood)),
  })

/** Where two moods are told apart, the sign decides for every program, and no leaning counts as negative. */
const quality = (
  set: SampleSet,
  { score, neutral }: { readonly score: (text: string) => number; readonly neutral: number },
): Quality =>
  qualityOf({
    moods: set.moods,
    right: rightOf(set),
    said: set.samples.map(({ text }) => {
      const value = score(text)
      if (set.moods === 2) return value > 0 ? 2 : 0
      return value > neutral ? 2 : value < -neutral ? 0 : 1
    }),
  })

const roundTo1 = (share: number): number => Math.round(share * 1000) / 10

function setFigure({ set, how, ours, others }: Measured): Figure {
  const beside = [...others].map(([name, { macroF1 }]) => `${name} ${shown(macroF1)}`).join(', ')
  return {
    name: `${names[set.language]}, ${set.name}: macro-F1`,
    value: roundTo1(ours.macroF1.value),
    unit: '%',
    detail: `n ${set.samples.length}, ${how}; ${shown(ours.macroF1)}, accuracy ${shown(ours.accuracy)}; ${beside}`,
  }
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

function meanFigures(language: Language, measured: readonly Measured[]): readonly Figure[] {
  const [first] = measured
  if (!first) return []
  const rivals = [...first.others.keys()].map((name) => ({
    name,
    value: mean(measured.map(({ others }) => others.get(name)?.macroF1.value ?? 0)),
  }))
  return [
    {
      name: `${names[language]}: mean macro-F1 of ${measured.length} sets`,
      value: roundTo1(mean(measured.map(({ ours }) => ours.macroF1.value))),
      unit: '%',
      atLeast: Math.max(...rivals.map(({ value }) => roundTo1(value))) + 0.1,
      detail: rivals.map(({ name, value }) => `${name} ${roundTo1(value)}`).join(', '),
    },
  ]
}
