import { readFrozen, readerDigest } from '../../../build/sentiment/frozen.ts'
import { languages } from '../../../renderer/domain/language.ts'
import type { Bench, Figure } from '../figure.ts'
import { paceFigures } from './pace.ts'
import { qualityFigures } from './quality.ts'
import { frenchTweets, heldOut } from './sets.ts'

/** How well and how fast moods are read, beside other programs in the same run. */
export const sentiment: Bench = {
  name: 'sentiment',
  about: 'moods of texts in both languages: accuracy, macro-F1, beside other programs; pace',
  async run() {
    const isFrozen = sayWhatIsFrozen()
    // First, while the process is as small as a desk's: training fills it.
    const figures: Figure[] = [...paceFigures()]
    for (const language of languages) figures.push(...(await qualityFigures(language, isFrozen)))
    return [...figures, ...notMeasured(isFrozen)]
  },
}

/** Sets that are kept aside are measured only with what was frozen before they were opened. */
function sayWhatIsFrozen(): boolean {
  const frozen = readFrozen()
  if (frozen?.digest === readerDigest()) {
    console.log(`words, rules, weights and thresholds: frozen by commit ${frozen.commit}\n`)
    return true
  }
  console.log(
    frozen
      ? `the reader is not the one that commit ${frozen.commit} froze: held-out sets are not measured\n`
      : 'nothing is frozen yet (build/sentiment/freeze.ts): held-out sets are not measured\n',
  )
  return false
}

/** What the goals ask for and this run could not look at counts as missed. */
function notMeasured(isFrozen: boolean): readonly Figure[] {
  const missing = [
    ...languages
      .filter((language) => !isFrozen || !heldOut(language))
      .map((language) => `held out, ${language}`),
    ...(isFrozen && frenchTweets() ? [] : ['French tweets (FOYER_FRENCH_TWEETS says where they are)']),
  ]
  return [
    {
      name: 'sets that were not measured',
      value: missing.length,
      unit: '',
      atMost: 0,
      detail: missing.join('; '),
    },
  ]
}
