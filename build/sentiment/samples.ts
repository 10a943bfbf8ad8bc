import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

import type { Language } from '../../renderer/domain/language.ts'
import type { Mood } from '../../renderer/domain/sentiment/mood.ts'

/** One labelled text. */
export interface Sample {
  readonly text: string
  readonly mood: Mood
}

/** Texts of one origin. `moods` 2: only negative and positive are told apart there. */
export interface SampleSet {
  readonly name: string
  readonly language: Language
  readonly moods: 2 | 3
  readonly samples: readonly Sample[]
}

const require = createRequire(import.meta.url)
const here = import.meta.dirname

/** Sentences of the UCI repository (Kotzias et al. 2015), as the package `sentiment` carries them for its tests. */
export const sentenceSets = (): readonly SampleSet[] =>
  ['amazon', 'imdb', 'yelp'].map((name) => {
    const file = join(require.resolve('sentiment'), '../../test/fixtures', `${name}.json`)
    const entries = JSON.parse(readFileSync(file, 'utf8')) as readonly { text: string; class: number }[]
    const samples = entries
      .filter(({ text }) => typeof text === 'string' && text.trim() !== '')
      .map(({ text, class: good }) => ({
        text,
        mood: good === 1 ? ('positive' as const) : ('negative' as const),
      }))
    return { name: `UCI ${name}`, language: 'en', moods: 2, samples }
  })

const moodOf = { '-1': 'negative', 0: 'neutral', 1: 'positive' } as const

/** Ratings by twenty people each (Hutto and Gilbert 2014): data/README.md. */
export const ratedSets = (): readonly SampleSet[] =>
  ['tweets', 'products', 'films', 'editorials'].map((name) => {
    const entries = JSON.parse(readFileSync(join(here, 'data', `${name}.json`), 'utf8')) as readonly {
      t: string
      y: -1 | 0 | 1
    }[]
    const samples = entries.map(({ t, y }) => ({ text: t, mood: moodOf[y] }))
    return { name: `rated ${name}`, language: 'en', moods: 3, samples }
  })

/** What customers say to a public service, written for this project: utterances/README.md. */
export const ownSet = (language: Language): SampleSet => ({
  name: `utterances ${language}`,
  language,
  moods: 3,
  samples: readUtterances(join(here, 'utterances', language)),
})

export const readUtterances = (folder: string): readonly Sample[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'))
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { text, mood } = JSON.parse(line) as Sample
      return { text, mood }
    })

/** All that the reader is trained on; what it will be used on comes first. */
export const setsFor = (language: Language): readonly SampleSet[] =>
  language === 'en' ? [ownSet('en'), ...sentenceSets(), ...ratedSets()] : [ownSet('fr')]
