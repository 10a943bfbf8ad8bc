import { blocksText, passagesOf } from '../../../domain/knowledge/article-text.ts'
import type { Article, Passage } from '../../../domain/knowledge/article.ts'
import type { Language } from '../../../domain/language.ts'
import { stemOf } from './stems.ts'
import { eachWord } from './words.ts'

/** A text, and where in it the words stand that say something. */
export interface ReadText {
  readonly text: string
  readonly stems: readonly string[]
  /** Where each of them begins and ends: two numbers a stem (UTF-16 units). */
  readonly places: Uint32Array
}

export interface ReadPassage {
  /** Among the passages of the article. */
  readonly nth: number
  readonly passage: Passage
  readonly heading: ReadText
  readonly body: ReadText
}

/** Words of a passage that are looked at. */
const mostWords = 2000

const known = new WeakMap<Article, readonly ReadPassage[]>()

/** The passages that have a text. Whoever types has the same articles before them with every letter: each is read once. */
export function readPassages(article: Article): readonly ReadPassage[] {
  const there = known.get(article)
  if (there) return there
  const { language } = article
  const read = passagesOf(article).flatMap((passage, nth) => {
    const text = blocksText(passage.blocks)
    if (text === '') return []
    return [
      { nth, passage, heading: readText(passage.heading ?? '', language), body: readText(text, language) },
    ]
  })
  known.set(article, read)
  return read
}

export function readText(text: string, language: Language): ReadText {
  const stems: string[] = []
  const places: number[] = []
  eachWord(text, mostWords, (raw, from, to) => {
    const stem = stemOf(raw, language)
    if (stem === undefined) return
    stems.push(stem)
    places.push(from, to)
  })
  return { text, stems, places: Uint32Array.from(places) }
}
