import { ownSet } from '../../../build/sentiment/samples.ts'
import { languages } from '../../../renderer/domain/language.ts'
import { createMoodReader } from '../../../renderer/domain/sentiment/read-mood.ts'
import { percentile } from '../figure.ts'
import type { Figure } from '../figure.ts'

const rounds = 7
const growthRounds = 3
const [shortLength, longLength] = [10_000, 1_000_000]

/** How many utterances a second, and whether the time grows as the text does. */
export const paceFigures = (): readonly Figure[] => [utterancesASecond(), growth()]

function utterancesASecond(): Figure {
  const reader = createMoodReader()
  const utterances = languages.flatMap((language) =>
    ownSet(language).samples.map(({ text }) => ({ text, language })),
  )
  const took: number[] = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    for (const { text, language } of utterances) reader.read(text, language)
    took.push(performance.now() - start)
  }
  const letters = utterances.reduce((sum, { text }) => sum + text.length, 0) / utterances.length
  return {
    name: 'utterances read in a second',
    value: Math.round((utterances.length / percentile(took, 0.5)) * 1000),
    unit: '',
    atLeast: 20_000,
    detail: `${utterances.length} utterances of ${letters.toFixed(0)} letters, both languages, median of ${rounds} rounds`,
  }
}

/** What people paste, and what nobody should. */
const shapes: Readonly<Record<string, string>> = {
  speech:
    'I have been waiting for three weeks, and nobody has called me back! Ça fait trois fois que j’appelle. ',
  oneWord: 'a',
  emoji: '👍🏽🙃',
  marks: '!?',
  address: 'a.b',
  halves: '\ud83d',
  quotes: "l'",
}

function growth(): Figure {
  // Without the limit that ships, which would make it easy.
  const reader = createMoodReader({ mostLetters: longLength })
  /** As many letters either way, so that both take long enough to be timed: one long text, or many short ones. */
  const perLetter = (text: string): number => {
    const took = Array.from({ length: growthRounds }, () => {
      const start = performance.now()
      for (let read = 0; read < longLength; read += text.length) reader.read(text, 'en')
      return performance.now() - start
    })
    return percentile(took, 0.5) / longLength
  }
  const ratios = Object.entries(shapes).map(([name, shape]) => {
    const text = (length: number): string => shape.repeat(length / shape.length)
    // Whatever a shape makes the engine compile is compiled before anything is timed.
    for (const length of [shortLength, longLength]) perLetter(text(length))
    return { name, ratio: perLetter(text(longLength)) / perLetter(text(shortLength)) }
  })
  return {
    name: 'time per letter, 1 MB against 10 kB',
    value: Math.max(...ratios.map(({ ratio }) => ratio)),
    unit: '×',
    atMost: 2,
    detail: ratios.map(({ name, ratio }) => `${name} ${ratio.toFixed(2)}`).join(', '),
  }
}
