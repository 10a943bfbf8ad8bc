import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import { ratedSets, readUtterances, sentenceSets } from '../../../build/sentiment/samples.ts'
import type { SampleSet } from '../../../build/sentiment/samples.ts'
import type { Language } from '../../../renderer/domain/language.ts'
import { moods } from '../../../renderer/domain/sentiment/mood.ts'

/** Sets that are also trained on: each is measured by a layer that was trained without it. */
export const leftOutInTurn = (): readonly SampleSet[] => [...sentenceSets(), ...ratedSets()]

const heldOutFolder = join(import.meta.dirname, 'held-out')

/** Utterances composed apart from those that were trained on; measured by the frozen reader alone. */
export function heldOut(language: Language): SampleSet | undefined {
  const folder = join(heldOutFolder, language)
  if (!existsSync(folder)) return undefined
  return { name: 'utterances held out', language, moods: 3, samples: readUtterances(folder) }
}

/** French tweets may be measured, but not passed on: they lie beside the project, or where the variable says. */
const tweetsFolder = (): string =>
  process.env['FOYER_FRENCH_TWEETS'] ?? join(import.meta.dirname, '../../../../shared/data/sentiment')

export function frenchTweets(): SampleSet | undefined {
  const folder = tweetsFolder()
  if (!existsSync(folder)) return undefined
  const samples = readdirSync(folder)
    .filter((file) => /^fr_tweets_.*\.json$/u.test(file))
    .sort()
    .flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as { t: string; y: -1 | 0 | 1 }[])
    .map(({ t, y }) => ({ text: t, mood: moods[y + 1] ?? 'neutral' }))
  return { name: 'tweets', language: 'fr', moods: 3, samples }
}
