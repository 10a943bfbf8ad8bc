import type { Language } from '../../renderer/domain/language.ts'
import { languages } from '../../renderer/domain/language.ts'
import { moods } from '../../renderer/domain/sentiment/mood.ts'
import { createMoodReader } from '../../renderer/domain/sentiment/read-mood.ts'
import { accuracyOf, macroF1Of } from './measure.ts'
import { setsFor } from './samples.ts'
import type { Sample, SampleSet } from './samples.ts'
import { trainLanguage } from './train-language.ts'

/**
 * `npx tsx build/sentiment/cross-validate.ts`: how well moods are told inside the training sets, by whole readers:
 * every other set by one that was trained without it, our own utterances by five folds. Whatever is chosen (epochs, how
 * much a set counts, which features there are) is chosen by these figures.
 */
const folds = 5

interface Part {
  readonly train: readonly SampleSet[]
  readonly test: readonly Sample[]
}

const withSamples = (set: SampleSet, samples: readonly Sample[]): SampleSet => ({ ...set, samples })

function partsFor(sets: readonly SampleSet[], which: number): readonly Part[] {
  const set = sets[which]
  if (!set) return []
  if (which > 0) return [{ train: sets.filter((other) => other !== set), test: set.samples }]
  return Array.from({ length: folds }, (_, fold) => ({
    train: sets.map((other) =>
      other === set
        ? withSamples(
            set,
            set.samples.filter((_, at) => at % folds !== fold),
          )
        : other,
    ),
    test: set.samples.filter((_, at) => at % folds === fold),
  }))
}

function measure(language: Language, sets: readonly SampleSet[], which: number): void {
  const set = sets[which]
  if (!set) return
  const [said, right]: [number[], number[]] = [[], []]
  let languageRight = 0
  for (const { train, test } of partsFor(sets, which)) {
    const trained = trainLanguage({ language, sets: train, calibrate: false })
    const reader = createMoodReader({ trained: { [language]: trained } })
    for (const { text, mood } of test) {
      const read = reader.read(text, language)
      if (read.language === language) languageRight += 1
      said.push(set.moods === 2 ? (read.score > 0 ? 2 : 0) : moods.indexOf(read.mood))
      right.push(moods.indexOf(mood))
    }
  }
  const told = { said, right, moods: set.moods }
  const [accuracy, f1] = [accuracyOf(told), macroF1Of(told)].map((share) => (share * 100).toFixed(1))
  const languageShare = ((100 * languageRight) / right.length).toFixed(1)
  console.log(
    `${set.name.padEnd(18)} n ${right.length}  accuracy ${accuracy}  macro-F1 ${f1}  language ${languageShare}`,
  )
}

for (const language of languages) {
  const sets = setsFor(language)
  for (const which of sets.keys()) measure(language, sets, which)
}
